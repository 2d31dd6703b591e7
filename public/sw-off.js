// Takes the place of sw.js where nothing is to be kept on devices any more: copied over it, it removes what was kept
// and itself. Pages that are open go on.
async function off() {
  const ours = `cluster-atlas:${new URL(registration.scope).pathname}:`;
  for (const name of await caches.keys()) if (name.startsWith(ours)) await caches.delete(name);
  await registration.unregister();
}
addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(off()));
// A page that registers while the worker is on its way out calls it back, and says so.
addEventListener("message", (event) => event.waitUntil(off()));
