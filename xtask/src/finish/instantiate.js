// Makes a chunk of what was fetched. Not every server knows the type of .wasm files, on which streaming insists.
async function instantiate(fetched, imports) {
  const response = await fetched;
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const typed = response.headers.get('content-type')?.startsWith('application/wasm');
  if (typed && WebAssembly.instantiateStreaming) return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}
