
// Each part is fetched as soon as it is asked for, whatever it waits for. Whoever waits for it is told what it could not be
// had for, and may ask again.
function begun(fetching) {
  return () => {
    const fetched = fetching();
    fetched.catch(() => {});
    return async (imports) => instantiate(fetched, imports);
  };
}
function part(name) {
  return begun(() => fetch(new URL(`./${name}-HASH.wasm`, import.meta.url)));
}
// The small parts come in one file, a module with a section for each.
let sections;
function small(number) {
  return begun(() => {
    sections ??= compiled().catch((error) => {
      sections = undefined;
      throw error;
    });
    const headers = { 'content-type': 'application/wasm' };
    const section = (module) => WebAssembly.Module.customSections(module, `chunk_${number}`)[0];
    return sections.then((module) => new Response(section(module), { headers }));
  });
}
async function compiled() {
  const response = await fetch(new URL('./shared-HASH.wasm', import.meta.url));
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return WebAssembly.compile(await response.arrayBuffer());
}
