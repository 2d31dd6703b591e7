// Fetched when the app is ready and the browser idle: has the worker that keeps the app on this device registered,
// asks it to complete what it keeps, and says when there is a newer edition.
const HOUR = 3_600_000;

const look = () => dispatchEvent(new Event("atlas-look"));

export async function start() {
  const registration = await navigator.serviceWorker.register("sw.js", { updateViaCache: "none" });
  if (!registration) return;
  registration.addEventListener("updatefound", () => {
    const next = registration.installing;
    next?.addEventListener("statechange", () => next.state === "installed" && look());
  });
  if (registration.waiting) look();
  // Browsers look by themselves too, when they find the time. A server that cannot be reached is asked the next time.
  const update = () => registration.update().catch(() => {});
  if (registration.active) update();
  let asked = Date.now();
  document.addEventListener("visibilitychange", () => {
    if (document.hidden || !navigator.onLine || Date.now() - asked < HOUR) return;
    asked = Date.now();
    update();
    look();
  });
  const { active } = await navigator.serviceWorker.ready;
  active.postMessage("keep");
}
