// Cluster Atlas on somebody else's page, snippet version 1. What it understands never changes its meaning:
//
//   <a href="https://HERE/index.html?mode=embed#/calls?status=open">Open calls</a>
//   <cluster-atlas view="explore" country="FR"><a href="…">Clusters of France</a></cluster-atlas>
//   <div class="cluster-atlas" data-view="calls"><a href="…">Open calls</a></div>
//   <script src="https://HERE/embed.js" async></script>
//
// Title, count and first rows come first, as part of the host's page; the app itself comes in a frame when it is near
// or touched. No cookies, no storage, no markup from strings, no style attributes: a policy of `default-src 'none'`
// with this site in `script-src` and `frame-src` is enough.
(() => {
  const VERSION = 1;
  const script = document.currentScript ?? document.querySelector("script[src*='/embed.js']");
  const base = new URL(".", script.src);
  const page = new URL("index.html", base);
  const once = Symbol.for("cluster-atlas/embed");
  if (self[once]) {
    if (self[once] !== base.href) console.warn(`${self[once]} was here before ${base}`);
    return;
  }
  self[once] = base.href;

  const PATHS = { trainings: "training", organisations: "explore" };
  const FILTERS = ["q", "country", "region", "ecosystem", "expertise", "kind", "status", "audience", "located", "sort"];
  const LOOKS = ["lang", "theme", "accent", "panels"];
  const SANDBOX = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals";
  const LINK = { color: "inherit", "text-decoration": "underline", cursor: "pointer" };
  /** Before the frame has said how tall it is, in pixels. */
  const HEIGHT = 480;
  const MOST_RUNNING = 2;
  /** A frame that is loaded and has not said a word for so long, in milliseconds, was stopped by something. */
  const SILENCE = 8000;
  const ENGLISH = {
    start: "Show it here",
    open: "Open full size",
    policy: "The policy of this page does not allow frames from",
    consent: "A consent tool holds back the frame from",
    sandbox: "This sandbox does not allow frames from",
    silent: "No answer came from",
  };

  /** Then frames stand in the same sandbox: they have no origin either. */
  const sandboxed = self.origin === "null";

  const all = new Set();
  /** Least recently used first. */
  const running = [];

  /** Sets what a host's style sheet must not change; properties, because a policy may forbid style attributes. */
  function style(element, properties) {
    for (const name in properties) element.style.setProperty(name, properties[name], "important");
    return element;
  }
  const make = (name, properties, facts) => style(Object.assign(document.createElement(name), facts), properties);

  /** The façades of a language: `embed/LANGUAGE.js`, a script, because a policy that allows this one allows it. */
  const outlines = {};
  function outline(language) {
    return (outlines[language] ??= new Promise((done) => {
      const src = new URL(`embed/${language}.js`, base).href;
      const end = () => done(self.clusterAtlasOutlines?.[language.replace("-", "")] ?? (language === "en" || language[4] ? null : outline("en")));
      // A policy may take no address of a script from a script: then there is no façade but the button.
      document.head.append(Object.assign(document.createElement("script"), { src, async: true, onload: end, onerror: end }));
    }).catch(() => null));
  }

  /** Whether a colour is light, in whatever way it is written; nothing of one that is hardly there. */
  const pen = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  function isLight(colour) {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    const [r, g, b, alpha] = pen.getImageData(0, 0, 1, 1).data;
    return alpha > 127 ? r + 2 * g + b > 510 : undefined;
  }

  /** The scheme of the host's page where the element stands; nothing where both are meant, which the frame follows. */
  function scheme(element) {
    const { colorScheme, color } = getComputedStyle(element);
    if (/light.+dark|dark.+light/.test(colorScheme)) return "";
    for (let at = element; at; at = at.parentElement ?? at.getRootNode().host) {
      const { backgroundColor, backgroundImage } = getComputedStyle(at);
      // What a picture or a gradient is like, only the text on it tells.
      if (backgroundImage !== "none") break;
      const light = isLight(backgroundColor);
      if (light !== undefined) return light ? "light" : "dark";
    }
    return isLight(color) ? "dark" : "light";
  }

  /** An address of ours; of any other the part behind `#` alone: nothing else is ever opened in a frame. */
  function address(href) {
    let url = page;
    try {
      url = new URL(href, page);
    } catch {}
    const { origin, pathname, search, hash } = url;
    return new URL((origin === base.origin && [page.pathname, base.pathname].includes(pathname) ? pathname + search : page.pathname) + hash, base);
  }

  class Widget {
    constructor(element, read) {
      this.element = element;
      const url = address(read("href") ?? "");
      if (!url.hash) {
        const view = read("view") || "explore";
        const record = read("record");
        url.hash = `/${PATHS[view] ?? view}${record ? `/${encodeURIComponent(record)}` : ""}`;
      }
      const asked = FILTERS.filter((name) => read(name)).map((name) => `${name}=${encodeURIComponent(read(name)).replaceAll("%2C", ",")}`);
      if (asked.length) url.hash += (url.hash.includes("?") ? "&" : "?") + asked.join("&");
      const chosen = (name) => read(name) || url.searchParams.get(name);
      const height = parseInt(/^\d+(px)?$/.exec(chosen("height")));
      url.searchParams.delete("height");
      this.full = new URL(url);
      url.searchParams.set("mode", "embed");
      const language = read("lang") || element.closest("[lang]")?.lang;
      // What the host's page looks like is followed where nobody has chosen.
      if (!chosen("theme")) this.scheme = scheme(element);
      const looks = { lang: language, theme: this.scheme, panels: read("panels") };
      for (const name of LOOKS) {
        const value = chosen(name) || looks[name];
        // No part at all is a choice, too.
        if (value || (value === "" && name === "panels")) url.searchParams.set(name, value.replace(/^#/, ""));
      }
      for (const name of ["mode", ...LOOKS]) this.full.searchParams.delete(name);
      if (url.searchParams.has("lang")) this.full.searchParams.set("lang", url.searchParams.get("lang"));
      this.url = url;
      this.auto = !(height > 0);
      this.height = height || HEIGHT;
      this.words = ENGLISH;
      this.name = read("title") || element.textContent.trim();

      style(element, { display: "block", position: "relative", "min-height": `${this.height}px` });
      this.box = make("div", { display: "block" });
      element.prepend(this.box);
      this.near = new IntersectionObserver(([{ isIntersecting }]) => isIntersecting && (look(), running.length < MOST_RUNNING) && this.start(), { rootMargin: "300px" });
      element.addEventListener("click", (event) => this.touched(event));
      // An address that cannot be read leaves a façade without rows.
      outline((language || navigator.language || "en").slice(0, 2).toLowerCase()).then(async (known) => this.draw(known, known && (await this.told(known).catch(() => {}))));
      // A consent tool may put something in the place of the frame.
      this.guard = new MutationObserver(() => this.frame && !this.frame.isConnected && element.isConnected && (this.stop(), this.say("consent")));
      this.guard.observe(element, { childList: true });
      all.add(this);
    }

    /** What a build knew of this view: label and rows. Of what several filters or a text make it knows nothing. */
    async told({ views, countries, parts, language }) {
      const [path, query] = this.url.hash.slice(2).split("?");
      const filters = [...new URLSearchParams(query)].filter(([name]) => name !== "view" && name !== "sort");
      const [[name, value] = []] = filters;
      if (filters.length > 1 || name === "at") return;
      if (path === "explore" && name === "country" && countries[value]) return countries[value];
      if (!name && views[path]) return views[path];
      const key = decodeURIComponent(path) + (name ? `?${name}=${value}` : "");
      let part = 0;
      for (let at = 0; at < key.length; at++) part = (part * 31 + key.charCodeAt(at)) % parts;
      const [label, rows, until] = (await outline(`part-${part}`))?.[key] ?? [];
      // What changes with the time is not said when it may have changed.
      if (label && !(until && until * 1000 < Date.now())) return { label: label[language] ?? label, rows };
    }

    /** The façade: what a build knew, as part of the host's page. */
    draw(known, told) {
      if (known) {
        this.words = known.words;
        const line = (properties, text) => this.box.append(make("p", { display: "block", margin: "0 0 8px", ...properties }, { textContent: text }));
        line({ "font-weight": "bold" }, [known.title, told?.label].filter(Boolean).join(" · "));
        const list = make("ul", { display: "block", margin: "0 0 8px", padding: "0", "list-style": "none" });
        for (const [text, hash, more] of told?.rows ?? []) {
          const href = new URL(this.full);
          href.hash = hash;
          const item = make("li", { display: "block", padding: "6px 0", "border-top": "1px solid" });
          item.append(make("a", LINK, { href: href.href, textContent: text }), more ? ` ${more}` : "");
          list.append(item);
        }
        if (list.firstChild) this.box.append(list);
        this.name ||= known.title;
      }
      this.button = make("button", { display: "inline-block", padding: "8px 16px", border: "1px solid", color: "inherit", background: "transparent", font: "inherit", cursor: "pointer" }, { type: "button", textContent: this.words.start });
      style(this.box, { padding: "16px", border: "1px solid", font: "inherit", color: "inherit", "text-align": "start", overflow: "auto", "box-sizing": "border-box" });
      this.box.append(this.button);
      if (!this.element.querySelector("a[href]")) this.box.append(" ", this.link());
      this.near.observe(this.element);
    }

    link() {
      return make("a", LINK, { href: this.full.href, target: "_blank", rel: "noopener", textContent: this.words.open });
    }

    /** A gesture on the façade starts the app, and leads there where it was meant to. */
    touched(event) {
      if (this.frame || this.stopped || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const link = event.target.closest?.("a[href]");
      if (link && (link.target || !this.box.contains(link))) return;
      if (link) {
        event.preventDefault();
        this.route = new URL(link.href).hash;
      }
      this.start();
    }

    start() {
      if (this.frame || this.stopped) return;
      this.notice?.remove();
      this.notice = null;
      while (running.length >= MOST_RUNNING) running[0].stop();
      running.push(this);
      this.near.disconnect();
      const url = new URL(this.url);
      // Where it was when another one took its turn.
      if (this.route) url.hash = this.route;
      const near = (url.searchParams.get("panels") ?? "").includes("near");
      const frame = make("iframe", { display: "block", position: "absolute", inset: "0", width: "100%", height: "100%", "max-width": "100%", border: "0", opacity: "0", visibility: "visible", "pointer-events": "none" }, {
        title: this.name || "Cluster Atlas",
        loading: "lazy",
        referrerPolicy: "no-referrer",
        allow: near ? "geolocation" : "",
        // A page that is isolated lets in what keeps nothing; one that asks for that and is not isolated does not say so.
        credentialless: self.crossOriginIsolated || this.bare,
      });
      frame.setAttribute("sandbox", SANDBOX);
      frame.src = url.href;
      frame.addEventListener("load", () => {
        this.silence = setTimeout(() => {
          // What holds it back was said already.
          if (this.notice) return;
          if (frame.credentialless === false && !sandboxed) {
            this.bare = true;
            this.stop();
            return this.start();
          }
          this.say(sandboxed ? "sandbox" : "silent");
          // It may be a page all the same, only one that nobody hears.
          this.show();
        }, SILENCE);
      });
      // Who takes the address away may bring it back.
      new MutationObserver(() => frame.src !== url.href && this.say("consent")).observe(frame, { attributes: true, attributeFilter: ["src"] });
      this.frame = frame;
      this.since = this.heard = 0;
      this.element.append(frame);
    }

    stop() {
      running.splice(running.indexOf(this), 1);
      clearTimeout(this.silence);
      const { frame } = this;
      this.frame = null;
      frame.remove();
      this.cover(false);
    }

    /** Shows the frame in place of the façade, or the façade again. */
    cover(covered) {
      for (let child of [...this.element.childNodes]) {
        if (child === this.frame || child === this.notice) continue;
        if (covered && child.data?.trim() && child.nodeType === 3) {
          // Text that stands there by itself can be hidden in an element only.
          const part = document.createElement("span");
          child.replaceWith(part);
          part.append(child);
          child = part;
        }
        if (!child.style) continue;
        if (covered) style(child, { display: "none" });
        else if (child === this.box) style(child, { display: "block" });
        else child.style.removeProperty("display");
      }
      this.covered = covered;
    }

    show() {
      if (this.covered || !this.frame) return;
      const held = this.element.contains(document.activeElement);
      this.cover(true);
      // As wide as there is room: among boxes that are as wide as what is in them a frame would be 300 pixels wide.
      style(this.frame, { position: "static", width: "100vw", opacity: "1", "pointer-events": "auto", height: `${this.height}px` });
      // Whoever began on the façade goes on in the frame.
      if (held) this.frame.focus({ preventScroll: true });
    }

    /** Says what stopped it, in the host's page, with a link that works. */
    say(reason) {
      if (this.notice) return;
      this.stopped = reason === "policy";
      this.notice = make("p", { display: "block", margin: "0", padding: "16px" }, { textContent: `${this.words[reason]} ${this.url.origin}. ` });
      this.notice.setAttribute("role", "status");
      this.notice.append(this.link());
      this.element.append(this.notice);
      if (!this.stopped) return;
      if (this.frame) this.stop();
      this.button?.remove();
    }

    /** The host's page may have turned dark meanwhile, or the element may be gone from it. */
    look() {
      if (!this.element.isConnected) {
        seen.delete(this.element);
        return this.gone();
      }
      if (this.scheme === undefined || this.scheme === (this.scheme = scheme(this.element))) return;
      this.url.searchParams.set("theme", this.scheme);
      this.post({ type: "theme", theme: this.scheme });
    }

    post(message) {
      this.frame?.contentWindow.postMessage({ clusterAtlas: VERSION, ...message }, sandboxed ? "*" : this.url.origin);
    }

    event(name, detail) {
      this.element.dispatchEvent(new CustomEvent(`cluster-atlas:${name}`, { bubbles: true, detail }));
    }

    hear({ type, height, route, select }) {
      const now = Date.now();
      if (now - this.since > 10_000) [this.since, this.heard] = [now, 0];
      if (++this.heard > 100) return;
      clearTimeout(this.silence);
      if (type === "hello") {
        this.post({ type, height: this.auto ? "auto" : "fixed", theme: this.scheme });
      } else if (type === "ready" || type === "failed") {
        this.notice?.remove();
        this.notice = null;
        this.show();
        this.event(type, {});
      } else if (type === "height" && this.auto && height > 0 && height < 20_000) {
        this.height = Math.max(120, Math.ceil(height));
        style(this.frame, { height: `${this.height}px` });
        style(this.element, { "min-height": "0" });
        this.event(type, { height: this.height });
      } else if (type === "route" && typeof route === "string" && /^#[^\s<>"]{0,4000}$/.test(route)) {
        this.route = route;
        // It is in use: another one makes room first.
        running.push(...running.splice(running.indexOf(this), 1));
        const { collection, id } = select ?? {};
        if (typeof collection === "string" && typeof id === "string" && id !== this.chosen) this.event("select", { collection, id });
        this.chosen = id;
      }
    }

    gone() {
      all.delete(this);
      this.box.remove();
      this.notice?.remove();
      this.near.disconnect();
      this.guard.disconnect();
      if (this.frame) this.stop();
    }
  }

  addEventListener("message", ({ source, origin, data }) => {
    if (data?.clusterAtlas !== VERSION) return;
    for (const widget of all) if (widget.frame?.contentWindow === source && origin === (sandboxed ? "null" : widget.url.origin)) widget.hear(data);
  });
  document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI, disposition }) => {
    if (disposition === "report" || !/^(frame|child)/.test(effectiveDirective)) return;
    // It is named by its origin, or as a whole.
    for (const widget of all) if (widget.frame?.src.startsWith(blockedURI)) widget.say("policy");
  });

  customElements.define(
    "cluster-atlas",
    class extends HTMLElement {
      connectedCallback() {
        // A script may put it into the page first, and then set its attributes.
        queueMicrotask(() => {
          if (this.isConnected) this.widget ??= new Widget(this, (name) => this.getAttribute(name));
        });
      }
      disconnectedCallback() {
        this.widget?.gone();
        this.widget = null;
      }
    },
  );

  const isOurs = ({ href }) => address(href).searchParams.get("mode") === "embed";
  const seen = new WeakSet();
  const look = () => all.forEach((widget) => widget.look());
  function upgrade() {
    look();
    for (const element of document.querySelectorAll("div.cluster-atlas, a[href*='mode=embed']")) {
      if (seen.has(element)) continue;
      seen.add(element);
      if (element.localName === "div") new Widget(element, (name) => element.dataset[name]);
      else if (!element.closest("cluster-atlas, .cluster-atlas") && isOurs(element)) {
        const made = document.createElement("cluster-atlas");
        made.setAttribute("href", element.href);
        element.replaceWith(made);
        made.append(element);
      }
    }
  }
  upgrade();
  // Pages that are put together later, by whatever; a page that changes all the time is looked at now and then.
  let due;
  const soon = () => (due ??= setTimeout(() => ((due = null), upgrade()), 100));
  new MutationObserver(soon).observe(document.documentElement, { childList: true, subtree: true });
  const turned = new MutationObserver(soon);
  for (const part of [document.documentElement, document.body]) if (part) turned.observe(part, { attributes: true });
})();
