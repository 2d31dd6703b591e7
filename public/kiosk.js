// A screen that many people use: closes the ways out of the page that a page can close, and keeps the history of a visit
// in memory, so that neither the address bar nor the browser's history learns what a visitor looked for or typed.
//
// `boot.js` loads it before the app where the address says `mode=kiosk`. It has no words: what is to be said is said by
// the app (src/ui/kiosk/).
(() => {
  "use strict";

  // ── The history of a visit ──────────────────────────────────────────────────────────────────────────────────────
  const plain = location.pathname + location.search;
  // What is asked for without the history of this browser: a fresh document begins with one step.
  const steps = [{ state: null, url: new URL(plain, location.href).href }];
  let at = 0;
  const replaceState = history.replaceState.bind(history);
  replaceState(null, "", plain);

  const moved = () => dispatchEvent(new PopStateEvent("popstate", { state: steps[at].state }));
  const resolved = (url) => (url === undefined || url === null ? steps[at].url : new URL(url, steps[at].url).href);
  const go = (delta = 0) => {
    // As the browser does it: later, and not at all where there is no such step.
    setTimeout(() => {
      if (delta === 0 || !steps[at + delta]) return;
      at += delta;
      moved();
    });
  };
  const memory = {
    pushState(state, _, url) {
      const step = { state, url: resolved(url) };
      steps.splice(at + 1);
      at = steps.push(step) - 1;
    },
    replaceState(state, _, url) {
      steps[at] = { state, url: resolved(url) };
    },
    go,
    back: () => go(-1),
    forward: () => go(1),
  };
  for (const [name, value] of Object.entries(memory)) Object.defineProperty(history, name, { value });
  Object.defineProperty(history, "state", { get: () => steps[at].state });

  // ── Links ───────────────────────────────────────────────────────────────────────────────────────────────────────
  const wayOut = (address) => dispatchEvent(new CustomEvent("atlas-way-out", { detail: address }));
  const linkAt = (event) => event.composedPath().find((node) => node instanceof Element && node.matches("a[href], area[href]"));

  function follow(event) {
    const link = linkAt(event);
    if (!link) return;
    // The app's own listeners still hear of it.
    event.preventDefault();
    if (event.type !== "click") return;
    const wanted = link.getAttribute("href");
    if (wanted.startsWith("#/")) {
      if (resolved(wanted) === steps[at].url) return;
      history.pushState(null, "", wanted);
      moved();
    } else if (!wanted.startsWith("#")) {
      // Later: what the app makes of the click comes first.
      setTimeout(() => wayOut(link.href));
    }
  }
  const first = { capture: true };
  addEventListener("click", follow, first);
  addEventListener("auxclick", follow, first);
  globalThis.open = (address) => {
    if (address) wayOut(new URL(address, location.href).href);
    return null;
  };
  globalThis.print = () => {};
  // Nobody is asked before a visit ends.
  addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), first);
  // Nor whether a newer edition is to take over: it does with the next fresh document.
  addEventListener("atlas-newer", (event) => event.stopImmediatePropagation(), first);

  // ── Gestures and keys ───────────────────────────────────────────────────────────────────────────────────────────
  const isField = (node) => node instanceof Element && node.matches("input, textarea, select");
  const refuse = (event) => event.preventDefault();
  for (const name of ["contextmenu", "dragstart", "dragover", "drop", "gesturestart", "gesturechange"]) {
    addEventListener(name, refuse, first);
  }
  addEventListener("selectstart", (event) => !isField(event.composedPath()[0]) && refuse(event), first);
  addEventListener("wheel", (event) => event.ctrlKey && refuse(event), { capture: true, passive: false });
  addEventListener("touchmove", (event) => event.touches.length > 1 && refuse(event), { capture: true, passive: false });
  // A file dialog shows the files of the device.
  addEventListener("click", (event) => event.target instanceof HTMLInputElement && event.target.type === "file" && refuse(event), first);
  HTMLInputElement.prototype.showPicker = () => {};

  const EDITING = new Set(["a", "c", "v", "x", "z", "y", "ArrowLeft", "ArrowRight", "Home", "End", "Backspace", "Delete"]);
  addEventListener(
    "keydown",
    (event) => {
      const altGraph = event.getModifierState("AltGraph");
      const combined = (event.ctrlKey || event.metaKey || event.altKey) && !altGraph;
      const edits = isField(event.target) && !event.altKey && EDITING.has(event.key);
      const leads = /^(F\d+|Browser|Launch|ContextMenu|PrintScreen|Help|Open|Print|Save)/.test(event.key);
      if ((combined && !edits) || leads) event.preventDefault();
    },
    first,
  );

  // ── Somebody is there ────────────────────────────────────────────────────────────────────────────────────────────
  /** Whether somebody stops the views that go round, or goes there by keys: that is no visit yet. */
  const pauses = (event) => {
    const button = document.querySelector("dialog[open] [data-pause]");
    const isOn = button && event.composedPath().includes(button);
    if (!button || event.type !== "keydown") return isOn;
    return ["Tab", "Shift"].includes(event.key) || (isOn && ["Enter", " "].includes(event.key));
  };
  // A press on a dialog counts when it is over and whatever is pressed has heard of it: one that is closed before lets the
  // press through to what is behind it, and its buttons are gone before they are asked.
  const isOnDialog = ({ type }) => type.startsWith("pointer") && document.querySelector("dialog[open]");
  const touch = () => dispatchEvent(new Event("atlas-touch"));
  for (const name of ["pointerdown", "keydown", "wheel", "input"]) {
    addEventListener(name, (event) => pauses(event) || isOnDialog(event) || touch(), { capture: true, passive: true });
  }
  addEventListener("click", (event) => pauses(event) || setTimeout(touch), { capture: true, passive: true });
  // Who draws a finger over a dialog makes no click.
  for (const name of ["pointerup", "pointercancel"]) {
    addEventListener(name, (event) => isOnDialog(event) && !pauses(event) && setTimeout(touch, 400), { capture: true, passive: true });
  }

  // ── What is typed ───────────────────────────────────────────────────────────────────────────────────────────────
  // Each field as it was last, and as it was before something of it was taken away: to be looked for when the visit is over.
  const fields = new Map();
  const said = new Set();
  const taken = new Map();
  const note = ({ target }) => {
    if (!isField(target) || typeof target.value !== "string") return;
    const { value } = target;
    const before = fields.get(target) ?? "";
    const shrinks = value.length < before.length;
    // While one letter after the other is taken away, what stood there first says it all.
    if (shrinks && !taken.get(target)?.startsWith(before)) {
      said.add(before);
      taken.set(target, before);
    }
    fields.set(target, value);
  };
  addEventListener("input", note, first);
  const unsaid = { autocomplete: "off", autocorrect: "off", autocapitalize: "off", spellcheck: "false" };
  const keepFromFilling = (root) => {
    for (const field of root.querySelectorAll("input, textarea")) {
      for (const [name, value] of Object.entries(unsaid)) if (field.getAttribute(name) !== value) field.setAttribute(name, value);
    }
  };
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) for (const node of addedNodes) if (node.parentElement) keepFromFilling(node.parentElement);
  }).observe(document.documentElement, { childList: true, subtree: true });

  // The field that takes what is typed: it keeps its place while a key on the screen has the focus.
  const TEXTUAL = "textarea, input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=range], [type=file])";
  const onKeys = (node) => node instanceof Element && node.closest("[data-kiosk-keys]") !== null;
  let current = null;
  const look = (node) => {
    if (node instanceof Element && node.matches(TEXTUAL) && !node.readOnly) current = node;
    else if (!onKeys(node)) current = null;
  };
  addEventListener("focusin", ({ target }) => look(target), first);
  addEventListener("focusout", ({ relatedTarget }) => relatedTarget === null && look(null), first);
  const field = () => (current?.isConnected ? current : null);

  // Who has nothing but a tab key or a switch comes from the field to the keys on the screen, and back. Who types on a real
  // keyboard goes on to what follows the field, as everywhere.
  let byHand = false;
  addEventListener("focusin", ({ target }) => target === current && (byHand = false), first);
  addEventListener(
    "keydown",
    (event) => {
      if (event.key.length === 1 && event.target === current) byHand = true;
      const key = document.querySelector("[data-keys] button");
      if (event.key !== "Tab" || !key || byHand || !field()) return;
      const wanted = event.shiftKey ? event.target === key && current : event.target === current && key;
      if (!wanted) return;
      event.preventDefault();
      wanted.focus();
    },
    first,
  );

  /** Types into the field, or takes away what is before its cursor. */
  function type(text) {
    const field = current;
    if (!field?.isConnected) return;
    let { selectionStart: start, selectionEnd: end } = field;
    if (start === null) {
      // Fields for addresses and numbers tell no cursor: it is at the end.
      field.value = text === null ? [...field.value].slice(0, -1).join("") : field.value + text;
    } else {
      if (text === null && start === end) start -= [...field.value.slice(0, start)].at(-1)?.length ?? 0;
      field.setRangeText(text ?? "", start, end, "end");
    }
    const kind = text === null ? "deleteContentBackward" : "insertText";
    field.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: kind, data: text }));
  }

  function next() {
    const usable = "a[href], button, input, select, textarea, [tabindex='0']";
    const all = [...document.querySelectorAll(usable)].filter((node) => !node.disabled && node.checkVisibility?.() !== false && !onKeys(node));
    const here = all.indexOf(current ?? document.activeElement);
    const wanted = all.slice(here + 1).find(isField) ?? all[here + 1];
    wanted?.focus();
  }

  // What is called kept is on the disk: the power may fail at once.
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (names, mode, options) {
    return transaction.call(this, names, mode, { durability: "strict", ...options });
  };

  // Many systems of screens have no dark scheme to follow.
  const theme = new URLSearchParams(location.search).get("theme");
  if (theme === "light" || theme === "dark") document.documentElement.style.colorScheme = theme;

  // ── What is left of a visit ─────────────────────────────────────────────────────────────────────────────────────
  const asked = (request) =>
    new Promise((done) => {
      request.onsuccess = () => done(request.result);
      request.onerror = () => done(undefined);
    });

  async function databases() {
    const found = [];
    for (const { name } of (await indexedDB.databases?.()) ?? []) {
      const database = await asked(indexedDB.open(name));
      if (!database) continue;
      for (const store of database.objectStoreNames) {
        const drawer = database.transaction(store).objectStore(store);
        const [keys, values] = await Promise.all([asked(drawer.getAllKeys()), asked(drawer.getAll())]);
        const texts = values.map((value) => (typeof value === "string" ? value : JSON.stringify(value)));
        for (const text of [JSON.stringify(keys), ...texts]) found.push([`${name}/${store}`, text]);
      }
      database.close();
    }
    return found;
  }

  async function cached() {
    const found = [];
    for (const name of (await globalThis.caches?.keys()) ?? []) {
      const requests = await (await caches.open(name)).keys();
      // The app's own files have no parameters: what is typed would be in these.
      found.push([name, requests.map(({ url }) => url).filter((url) => url.includes("?")).join("\n")]);
    }
    return found;
  }

  const stored = (name) => {
    try {
      return [name, JSON.stringify(Object.entries(globalThis[name]))];
    } catch {
      return [name, ""];
    }
  };

  /** All that the browser keeps of this origin in reach of a page: pairs of a place and what is there. The title is that of
      this document, and goes with it. */
  async function kept() {
    const bar = Object.getOwnPropertyDescriptor(History.prototype, "state").get.call(history);
    return [
      ["address", location.href],
      ["history", JSON.stringify(bar) ?? ""],
      ["name", globalThis.name],
      ["cookies", document.cookie],
      stored("localStorage"),
      stored("sessionStorage"),
      ...(await databases().catch(() => [])),
      ...(await cached().catch(() => [])),
    ];
  }

  // ── The screen ──────────────────────────────────────────────────────────────────────────────────────────────────
  // It stays on, and is asked to again whenever the browser has let it go.
  async function awake() {
    try {
      const lock = await navigator.wakeLock?.request("screen");
      lock?.addEventListener("release", () => document.visibilityState === "visible" && awake());
    } catch {
      // On battery, or not allowed: the system decides.
    }
  }
  addEventListener("visibilitychange", () => document.visibilityState === "visible" && awake());
  awake();

  // Whoever watches over the screen names where the page is to say that it is alive (docs/kiosk/kiosk.mjs). A page whose
  // renderer hangs or has crashed says nothing.
  const heartbeat = new URLSearchParams(location.search).get("heartbeat");
  if (heartbeat && ["127.0.0.1", "localhost"].includes(location.hostname)) {
    const beat = () => fetch(`/${encodeURIComponent(heartbeat)}`, { method: "POST", credentials: "omit" }).catch(() => {});
    setInterval(beat, 1_500);
    beat();
  }

  // From one document to the next there is a single place that outlives the one and is never written down: the name of the
  // window, which the browser has in its memory.
  const HANDED = "atlas-visit ";

  globalThis.atlasKiosk = {
    /** The address of the view. */
    get address() {
      return steps[at].url;
    },
    /** How many steps there are to go back. */
    get depth() {
      return at;
    },
    /** The field that takes what is typed. */
    get field() {
      return field() ?? undefined;
    },
    typed: () => [...said, ...fields.values()],
    kept,
    type,
    next,
    /** A fresh document in the place of this one: its memory goes with it, but for what is handed over. */
    fresh(handed) {
      if (handed) globalThis.name = HANDED + handed;
      location.replace(plain);
    },
    /** What the document before this one has handed over; once. */
    handed() {
      const { name } = globalThis;
      if (!name.startsWith(HANDED)) return undefined;
      globalThis.name = "";
      return name.slice(HANDED.length);
    },
  };
})();
