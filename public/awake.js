//! Keeps a screen from going dark while a webinar runs on it: the projector's, and the presenter's.

let lock;
let isWanted = false;

async function ask() {
  if (!isWanted || document.visibilityState !== "visible" || (lock && !lock.released)) return;
  // A page around this one may forbid it, and keeps its screen awake itself.
  if (document.featurePolicy?.allowsFeature("screen-wake-lock") === false) return;
  // Refused on a low battery, and where the browser has no such thing; the page is as good without.
  lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
  if (!isWanted) letSleep();
}

/** From now on, and again each time that the page is looked at: a browser ends it when it is not. */
export function keepAwake() {
  if (!isWanted) document.addEventListener("visibilitychange", ask);
  isWanted = true;
  ask();
}

/** The webinar is over: the screen may do what its owner has set. */
export function letSleep() {
  isWanted = false;
  document.removeEventListener("visibilitychange", ask);
  lock?.release().catch(() => {});
  lock = undefined;
}
