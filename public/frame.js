// In a frame on somebody else's page (`mode=embed`): how the app looks there, how it treats the host's wheel, fingers
// and history, and what it tells the host. `boot.js` loads this before the app, and only there.
//
// Messages carry `clusterAtlas: 1`, the version of what they mean, which never changes for a version. To the host:
// `hello`, and once that was answered `ready`, `failed`, `height` and `route`. From the host: `hello` with `height`,
// `auto` or `fixed`, and `theme` when the host's page has turned dark or light. Where no answer comes the page fills the frame it was given and scrolls inside.
(() => {
  const VERSION = 1;
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);

  // ---- Colours: the scheme, and an accent that stays readable whatever it is.

  const LIGHT = { ink: [255, 255, 255], surfaces: [[255, 255, 255], [238, 235, 227]], towards: [0, 0, 0], wash: 0.12 };
  const DARK = { ink: [6, 18, 26], surfaces: [[25, 33, 42], [17, 22, 28]], towards: [255, 255, 255], wash: 0.16 };
  /** WCAG 2.2, 1.4.3. */
  const READABLE = 4.5;

  const mixed = (a, b, part) => a.map((value, at) => Math.round(value + (b[at] - value) * part));
  const hex = (colour) => `#${colour.map((value) => value.toString(16).padStart(2, "0")).join("")}`;
  function luminance(colour) {
    const [r, g, b] = colour.map((value) => {
      const part = value / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }
  function contrast(a, b) {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  }
  /** The nearest colour that can be read as text on every surface of a scheme, and as a surface under its ink. */
  function readable(wanted, scheme) {
    for (let step = 0; step <= 20; step += 1) {
      const colour = mixed(wanted, scheme.towards, step / 20);
      const wash = mixed(scheme.surfaces[0], colour, scheme.wash);
      if ([...scheme.surfaces, wash, scheme.ink].every((other) => contrast(colour, other) >= READABLE)) return { colour, wash };
    }
    return { colour: scheme.towards, wash: mixed(scheme.surfaces[0], scheme.towards, scheme.wash) };
  }

  function dress(theme) {
    if (theme === "light" || theme === "dark") root.style.colorScheme = theme;
    dispatchEvent(new Event("atlas-colours"));
  }
  dress(asked.get("theme"));
  const accent = /^#?([0-9a-f]{6})$/i.exec(asked.get("accent") ?? "");
  if (accent) {
    const wanted = [0, 2, 4].map((at) => parseInt(accent[1].slice(at, at + 2), 16));
    const [light, dark] = [readable(wanted, LIGHT), readable(wanted, DARK)];
    const set = (name, a, b) => root.style.setProperty(name, `light-dark(${hex(a)}, ${hex(b)})`);
    set("--accent", light.colour, dark.colour);
    set("--accent-ink", LIGHT.ink, DARK.ink);
    set("--accent-wash", light.wash, dark.wash);
  }
  if (asked.has("panels")) root.dataset.panels = asked.get("panels").replaceAll(/[^a-z]+/g, " ");

  // ---- The host: who it is, and what it is told.

  /** Whom messages go to, once they have said who they are and may hear them. */
  let host = null;
  let hellos = 0;
  const secret = /[#?&]secret=([a-zA-Z0-9]{1,40})/.exec(location.hash)?.[1];

  const tell = (type, facts = {}) => {
    if (host) parent.postMessage({ clusterAtlas: VERSION, type, ...facts }, host);
  };

  /** Whether pages of an origin may hear: those in `embed_origins` of the settings; any, where none is named. */
  let settings;
  async function mayHear(origin) {
    settings ??= fetch("config.json").then((answer) => answer.json());
    try {
      const { embed_origins: named = [] } = await settings;
      return named.length === 0 || named.some((one) => String(one).toLowerCase().replace(/\/+$/, "") === origin);
    } catch {
      return false;
    }
  }

  addEventListener("message", async ({ source, origin, data }) => {
    if (source !== parent || data?.clusterAtlas !== VERSION || hellos > 100) return;
    hellos += 1;
    if (data.type === "theme" && host) dress(data.theme);
    if (data.type !== "hello") return;
    if (!(await mayHear(origin))) return;
    // A host without an origin can be reached by no name.
    host = origin === "null" ? "*" : origin;
    if (data.height === "auto") root.dataset.layout = "auto";
    tellAll();
  });

  // ---- A list is cut, and one sees more of it when one asks: the wheel and a finger go on with the host's page.

  const STEP = 36;
  let cutAt = STEP;
  function cut(at) {
    cutAt = at;
    root.style.setProperty("--lines", `${at}rem`);
  }
  let more;
  function cutList() {
    const lines = document.querySelector(".lines");
    more ??= document.querySelector(".show-more");
    if (!lines || !more || root.dataset.layout !== "auto") return;
    if (lines.nextSibling !== more) lines.after(more);
    more.onclick = () => cut(cutAt + STEP);
    more.hidden = "within" in lines.dataset || lines.scrollHeight - lines.clientHeight < 2;
  }
  // The keyboard, or a mark of the map, leads to a line below: from then on the list scrolls for itself.
  addEventListener(
    "scroll",
    ({ target }) => {
      if (!target.classList?.contains("lines") || target.scrollTop < 1) return;
      target.dataset.within = "";
      cutList();
    },
    { capture: true, passive: true },
  );

  let toldHeight = 0;
  let waiting;
  const state = () => root.dataset.app;
  /** Once the page has come to rest: a page that grows in ten steps is told of once. */
  function tellHeight() {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      cutList();
      const height = Math.ceil(document.body.getBoundingClientRect().height);
      // Out of sight (a hidden tab of the host's page) nothing has a size.
      if (root.dataset.layout !== "auto" || state() === "loading" || height < 1 || innerWidth < 1) return;
      if (Math.abs(height - toldHeight) < 2) return;
      toldHeight = height;
      tell("height", { height });
      // WordPress gives its own frames a word to say with every message.
      if (secret) parent.postMessage({ message: "height", value: height, secret }, "*");
    }, 80);
  }

  let toldState = "loading";
  function tellState() {
    if (!host || state() === toldState || state() === "loading") return;
    toldState = state();
    tell(toldState);
  }

  const path = () => location.hash.split("?")[0];
  // The build puts the paths of records here, as the registry of collections has them (xtask/src/finish.rs).
  const RECORD = /^#\/(RECORD_PATHS)\/([^/?]+)$/;
  let toldRoute;
  function tellRoute() {
    if (!host || toldRoute === location.hash) return;
    toldRoute = location.hash;
    const [, collection, record] = RECORD.exec(path()) ?? [];
    const chosen = new URLSearchParams(location.hash.split("?")[1]).get("sel");
    const select = record ? { collection, id: decodeURIComponent(record) } : chosen && { collection: "organisation", id: chosen };
    tell("route", { route: location.hash, select: select || null });
  }

  function tellAll() {
    tellState();
    tellRoute();
    tellHeight();
  }

  if (secret) root.dataset.layout = "auto";
  new ResizeObserver(tellHeight).observe(document.body);
  new MutationObserver(tellAll).observe(root, { attributes: true, attributeFilter: ["data-app"] });
  parent.postMessage({ clusterAtlas: VERSION, type: "hello" }, "*");

  // ---- The history is the host's: every address takes the place of the one before.

  const FORM = /^#\/((training|events)\/[^/?]+\/sign-up|profile\/(new|[^/?]+\/edit)|partner-requests\/new|sign-ups)/;
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    const href = link.getAttribute("href");
    if (link.target || !href.startsWith("#/")) return;
    if (FORM.test(href)) {
      // What is typed in a frame may vanish with its storage: forms have a page of their own.
      const own = new URL(location.href);
      ["mode", "theme", "accent", "panels", "layout", "origin"].forEach((name) => own.searchParams.delete(name));
      own.hash = href;
      Object.assign(link, { href: own.href, target: "_blank", rel: "noopener" });
      return;
    }
    event.preventDefault();
    location.replace(href);
  });

  // ---- A sandbox may let its frame open no windows: then the way out is told, to WordPress and to who pressed the link.

  document.addEventListener("click", (event) => {
    const link = self.origin === "null" && event.target.closest?.("a[target]");
    const isOwn = link && link.href.startsWith(new URL(".", location.href).href);
    // Strangers are never given a hold on this page, so with them nobody can tell before.
    if (!link || (!isOwn && !root.dataset.windows)) return;
    event.preventDefault();
    // A page of ours lets go of who has opened it.
    if (isOwn && open(link.href)) return;
    if (secret) parent.postMessage({ message: "link", value: link.href, secret }, "*");
    root.dataset.windows = "none";
    const told = document.querySelector(".no-windows code") ?? document.getElementById("failed-detail");
    told.textContent = link.href;
    getSelection().selectAllChildren(told);
  });

  let page = path();
  function moved() {
    tellRoute();
    if (path() === page) return;
    page = path();
    cut(STEP);
    // A page that was gone to begins at its top: somebody far down in a tall frame would look at nothing.
    const top = parseFloat(root.style.getPropertyValue("--seen-top")) || 0;
    if (document.hasFocus() && top > 0) requestAnimationFrame(() => document.body.scrollIntoView({ block: "start" }));
  }
  addEventListener("atlas-route", moved);
  addEventListener("hashchange", moved);

  // ---- What of a tall frame is in sight: dialogs are put there.

  let looking = false;
  function look() {
    if (looking) return;
    looking = true;
    const observer = new IntersectionObserver(([{ intersectionRect: seen }]) => {
      observer.disconnect();
      looking = false;
      if (seen.height < 1) return;
      root.style.setProperty("--seen-top", `${Math.round(seen.top)}px`);
      root.style.setProperty("--seen-height", `${Math.round(seen.height)}px`);
    });
    observer.observe(root);
  }
  for (const type of ["pointerover", "pointerdown", "keydown", "focusin"]) addEventListener(type, look, { capture: true, passive: true });

  // ---- The map on all of the screen, where the host lets its frame have that (`allow="fullscreen"`).

  if (document.fullscreenEnabled) root.dataset.fullScreen = "able";
  document.addEventListener("click", ({ target }) => {
    const map = target.closest?.(".full-screen")?.closest(".map");
    // Who is refused after all still has the way to a page of its own.
    if (map) (document.fullscreenElement ? document.exitFullscreen() : map.requestFullscreen()).catch(() => {});
  });
  document.addEventListener("fullscreenchange", () => {
    const pressed = Boolean(document.fullscreenElement);
    for (const button of document.querySelectorAll(".full-screen")) button.setAttribute("aria-pressed", pressed);
  });

  // ---- The wheel and one finger scroll the host's page, over the map too.

  const MAC = /mac/i.test(navigator.userAgentData?.platform ?? navigator.platform);
  let fading;
  function hint(gesture) {
    root.dataset.gesture = gesture;
    clearTimeout(fading);
    fading = setTimeout(() => delete root.dataset.gesture, 1600);
  }
  const overMap = (event) => !document.fullscreenElement && event.target.closest?.(".map-canvas");
  const options = { capture: true, passive: true };
  addEventListener(
    "wheel",
    (event) => {
      if (!overMap(event) || event.ctrlKey || event.metaKey) return;
      event.stopImmediatePropagation();
      hint(MAC ? "wheel-mac" : "wheel");
    },
    options,
  );
  for (const type of ["touchstart", "touchmove"]) {
    addEventListener(
      type,
      (event) => {
        if (!overMap(event) || event.touches.length > 1) return;
        event.stopImmediatePropagation();
        if (type === "touchmove") hint("touch");
      },
      options,
    );
  }
})();
