//! Keeps a screen from going dark while it is looked at: the projector's, and the presenter's.

let lock;

async function ask() {
  if (document.visibilityState !== "visible" || (lock && !lock.released)) return;
  // Refused on a low battery, and where the browser has no such thing; the page is as good without.
  lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
}

/** From now on, and again each time that the page is looked at: a browser ends it when it is not. */
export function keepAwake() {
  document.addEventListener("visibilitychange", ask);
  ask();
}
