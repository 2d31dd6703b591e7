// Starts the app, and says so in words when that is impossible. Trunk writes the hashed file names into the
// data attributes of this script's element; an inline script would break the content security policy.
const root = document.documentElement;

function fail(reason, detail) {
  root.dataset.app = "failed";
  document.getElementById("frame")?.remove();
  const panel = document.getElementById("failed");
  if (reason === "browser") document.getElementById("failed-browser").hidden = false;
  document.getElementById("failed-detail").textContent = detail ?? "";
  panel.hidden = false;
}

document.getElementById("failed-reload").addEventListener("click", () => location.reload());

// The app's panic hook and anything that escapes it end here: the page says so instead of standing still.
addEventListener("atlas-panic", (event) => fail("panic", event.detail));
addEventListener("error", (event) => {
  if (globalThis.WebAssembly && event.error instanceof WebAssembly.RuntimeError) fail("panic", event.message);
});

const { js, wasm } = document.getElementById("boot").dataset;
if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
  fail("browser");
} else {
  try {
    const app = await import(new URL(js, document.baseURI));
    await app.default({ module_or_path: new URL(wasm, document.baseURI) });
  } catch (error) {
    if (root.dataset.app !== "failed") fail("start", String(error));
  }
}
