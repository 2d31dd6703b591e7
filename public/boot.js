// Starts the app, and says so in words when that is impossible. Trunk writes the hashed file names into the
// data attributes of this script's element; an inline script would break the content security policy.
//
// This is no module: a module is not even fetched in a frame without an origin (`sandbox="allow-scripts"`) unless the
// server allows that, and then nobody would say why there is nothing.
(async () => {
  const root = document.documentElement;
  // From here on there is somebody to say what goes wrong.
  document.getElementById("stuck")?.remove();
  // Whoever has opened this page has no hold on it, nor it on them: a frame in a sandbox cannot let go by itself.
  self.opener = null;
  const asked = new URLSearchParams(location.search);
  const embedded = asked.get("mode") === "embed" && parent !== self;
  if (embedded) root.dataset.mode = "embed";
  // A screen that many people use: it is never in a frame.
  const kiosk = asked.get("mode") === "kiosk" && parent === self;
  if (kiosk) root.dataset.mode = "kiosk";

  // In front of all that is kept: two deployments at one origin share nothing.
  const SCOPE = `cluster-atlas:${location.pathname.replace(/[^/]*$/, "")}:`;

  // The first word is the one that says what happened: a panic is followed by the "unreachable" it ends with.
  let told = false;

  function fail(reason, detail) {
    root.dataset.app = "failed";
    if (told) return;
    told = true;
    document.getElementById("frame")?.remove();
    const panel = document.getElementById("failed");
    // A browser that cannot run the app will not learn it by loading the page again.
    const kind = reason === "start" && self.origin === "null" ? "files" : reason === "browser" ? "yes" : "no";
    for (const part of panel.querySelectorAll("[data-unable]")) part.hidden = part.dataset.unable !== kind;
    const open = document.getElementById("failed-open");
    open.href = location.pathname + location.hash;
    open.hidden = !embedded;
    // In a sandbox there may be no way out but by hand.
    document.getElementById("failed-detail").textContent = kind === "files" ? open.href : (detail ?? "");
    panel.hidden = false;
    if (kiosk) tryAgain();
  }

  // Nobody is there to press the button: a screen tries by itself, at ever longer intervals, up to a minute.
  function tryAgain() {
    const FAILED = `${SCOPE}kiosk/failed`;
    let times = 0;
    try {
      times = Number(sessionStorage.getItem(FAILED)) || 0;
      sessionStorage.setItem(FAILED, times + 1);
    } catch {
      times = 5;
    }
    setTimeout(() => location.reload(), Math.min(2 ** times, 60) * 1000);
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

  const { js, wasm, size, edition, pinned, offline, files = "" } = document.getElementById("boot").dataset;

  // A link may name the day of an edition. Where that is kept, its own page is shown, under the address of the link.
  async function pin() {
    const wanted = new URLSearchParams(location.search).get("edition");
    if (pinned) {
      const search = new URLSearchParams(location.search);
      search.set("edition", pinned);
      try {
        history.replaceState(history.state, "", `./?${search}${location.hash}`);
      } catch {
        // A frame without an origin may not change its address; it shows the edition all the same.
      }
    } else if (/^\d{4}-\d\d-\d\d$/.test(wanted)) {
      const page = `index-${wanted}.html`;
      const text = await fetch(page).then((answer) => (answer.ok ? answer.text() : ""), () => "");
      if (text.includes(`data-pinned="${wanted}"`)) {
        location.replace(page + location.search + location.hash);
        return true;
      }
      root.dataset.missing = wanted;
    }
    return false;
  }

  // Tabs remember which editions they have left for a newer one: servers that give out two in turn are not followed.
  const LEFT = `${SCOPE}left`;
  const left = () => {
    try {
      return (sessionStorage.getItem(LEFT) ?? "").split(" ");
    } catch {
      return [];
    }
  };

  // Whether the deployment has a newer edition than this page: asked when a part of this one cannot be had.
  addEventListener("atlas-look", async () => {
    if (!edition || pinned || !navigator.onLine) return;
    try {
      const answer = await fetch("edition.json", { cache: "no-store", credentials: "omit" });
      const { id } = await answer.json();
      const before = left();
      if (id && id !== edition && !before.includes(id) && !before.includes(edition)) dispatchEvent(new Event("atlas-newer"));
    } catch {
      // No network, or a page instead of an answer: nothing is known to be newer.
    }
  });

  // Loads the newer edition: what is being typed is kept while the page is left.
  addEventListener("atlas-renew", () => {
    if (!navigator.onLine) return;
    try {
      if (root.dataset.newer) sessionStorage.setItem(LEFT, [...left(), edition].join(" ").trim());
    } catch {
      // Where a tab can keep nothing, a person still decides about every reload.
    }
    location.reload();
  });
  addEventListener("atlas-newer", () => (root.dataset.newer = "yes"));

  // What is kept for times without a network is nobody's who waits for the first view, and nobody's who embeds the app.
  if (offline && "serviceWorker" in navigator && self === top && !pinned && !embedded && asked.get("mode") !== "embed") {
    const idle = globalThis.requestIdleCallback ?? setTimeout;
    new MutationObserver((_, observer) => {
      if (root.dataset.app !== "ready") return;
      observer.disconnect();
      idle(() => import(new URL(offline, document.baseURI)).then((it) => it.start()).catch(() => {}));
    }).observe(root, { attributeFilter: ["data-app"] });
  }

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

  // What only a frame on somebody else's page needs: how it looks, and how it talks with its host.
  const own = (name) => {
    const hash = files.split(" ").find((file) => file.startsWith(`${name}=`));
    return hash ? name.replace(".", `-${hash.slice(name.length + 1)}.`) : name;
  };
  const part = (name, properties) =>
    new Promise((done) => {
      const element = Object.assign(document.createElement(name), properties, { onload: done, onerror: done });
      document.head.append(element);
    });

  // Another page may take over.
  if (await pin()) return;
  if (typeof WebAssembly !== "object" || typeof WebAssembly.instantiate !== "function") {
    fail("browser");
    return;
  }
  try {
    // All at once: none waits for another.
    const program = counted(new URL(wasm, document.baseURI));
    const code = import(new URL(js, document.baseURI));
    // Whichever fails first is told; the other must not be complained of as well.
    program.catch(() => {});
    code.catch(() => {});
    if (kiosk) {
      const look = part("link", { rel: "stylesheet", href: own("kiosk.css") });
      await Promise.all([look, part("script", { src: own("kiosk.js") })]);
    }
    if (embedded) {
      const look = part("link", { rel: "stylesheet", href: own("frame.css") });
      await Promise.all([look, part("script", { src: own("frame.js") })]);
    }
    await (await code).default({ module_or_path: program });
  } catch (error) {
    if (root.dataset.app !== "failed") fail("start", String(error));
  }
})();
