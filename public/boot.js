// Starts the app, and says so in words when that is impossible. Trunk writes the hashed file names into the
// data attributes of this script's element; an inline script would break the content security policy.
const root = document.documentElement;

// The first word is the one that says what happened: a panic is followed by the "unreachable" it ends with.
let told = false;

function fail(reason, detail) {
  root.dataset.app = "failed";
  if (told) return;
  told = true;
  document.getElementById("frame")?.remove();
  const panel = document.getElementById("failed");
  // A browser that cannot run the app will not learn it by loading the page again.
  const unable = reason === "browser";
  for (const part of panel.querySelectorAll("[data-unable]")) part.hidden = (part.dataset.unable === "yes") !== unable;
  document.getElementById("failed-detail").textContent = detail ?? "";
  panel.hidden = false;
}

document.getElementById("failed-reload").addEventListener("click", () => location.reload());

// The app's panic hook and anything that escapes it end here: the page says so instead of standing still.
addEventListener("atlas-panic", (event) => fail("panic", event.detail));
function escaped(error) {
  // A stack that is too small is told by a RangeError.
  const fatal = globalThis.WebAssembly && error instanceof WebAssembly.RuntimeError;
  if (fatal || (error instanceof RangeError && root.dataset.app === "loading")) fail("panic", error.message);
}
addEventListener("error", (event) => escaped(event.error));
addEventListener("unhandledrejection", (event) => escaped(event.reason));

const { js, wasm, size } = document.getElementById("boot").dataset;

// The program, counted as it comes: on a slow connection somebody wants to know that it does.
async function counted(address) {
  const response = await fetch(address);
  const bar = document.getElementById("loading-bar");
  if (!response.ok || !response.body || !bar || !size) return response;
  let read = 0;
  const count = new TransformStream({
    transform(piece, on) {
      read += piece.byteLength;
      bar.value = Math.min(read / size, 1);
      on.enqueue(piece);
    },
  });
  return new Response(response.body.pipeThrough(count), { headers: response.headers });
}

if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
  fail("browser");
} else {
  try {
    // Both at once: neither waits for the other.
    const program = counted(new URL(wasm, document.baseURI));
    const app = await import(new URL(js, document.baseURI));
    await app.default({ module_or_path: program });
  } catch (error) {
    if (root.dataset.app !== "failed") fail("start", String(error));
  }
}
