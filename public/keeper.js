//! What only this phone knows, and what it does with it: the secret under which it finds its ballot again, and the
//! person's name. Fetched once the page is usable, with the sealing module, so that no first tap waits for them.

/** The sealing module, fetched when it is first needed; one that failed is asked for under another name. */
let failures = 0;
function sealing() {
  const fetched = import(failures ? `./sealing.js?${failures}` : "./sealing.js");
  fetched.catch(() => (failures += 1));
  return fetched.then((loader) => loader.default);
}

/** The same, however long the network is gone. */
async function sealingAtLast() {
  for (let tries = 0; ; tries += 1) {
    try {
      return await sealing();
    } catch {
      await rest(pauseAfter(tries));
    }
  }
}

/**
 * Back, by button or gesture, leads from what was opened here to what it was opened from, and else stays in the webinar
 * once: who means to leave presses it again. A step of its own in the history takes the press. Browsers heed such a step
 * only on a page that was touched since.
 */
const STEP = "in the webinar";
const here = location.pathname;

function takeStep() {
  if (location.pathname === here && history.state !== STEP) history.pushState(STEP, "");
}

function takeStepWhenTouched() {
  const taken = new AbortController();
  const take = () => {
    taken.abort();
    takeStep();
  };
  for (const touch of ["pointerup", "keydown"]) addEventListener(touch, take, { capture: true, signal: taken.signal });
}

/** What it says, by language: the build writes it here, from crates/text/src/script.rs. */
const TEXTS = {};

/** What stands for a few seconds above everything, and is read aloud. */
function tell(sentence) {
  const note = document.createElement("p");
  note.className = "notice amber";
  note.setAttribute("role", "status");
  Object.assign(note.style, { position: "fixed", inset: "auto 16px 16px", zIndex: 9 });
  document.body.append(note);
  // A live region is there first, and says what comes into it.
  setTimeout(() => (note.textContent = sentence), 50);
  setTimeout(() => note.remove(), 4000);
}

/** Called by `boot.js`, whose listener was there before the app's. */
globalThis.onBack = (event) => {
  if (location.pathname !== here || history.state === STEP) return;
  // The app would draw the same page anew, and the focus would have nowhere to return to.
  event.stopImmediatePropagation();
  // What lies over the page closes first.
  const opened = document.querySelector("dialog[open] [data-back]") ?? document.querySelector("[data-back]");
  if (opened) opened.click();
  else tell(TEXTS[document.documentElement.lang].backAgain);
  takeStepWhenTouched();
};
if (navigator.userActivation?.hasBeenActive) takeStep();
else takeStepWhenTouched();

/** What participants ask, and what they could join for, are pages of the server that lie over the app: whoever opens one
 *  stays in the webinar. */
addEventListener("click", (event) => {
  const link = event.target.closest?.("a[href*='/questions'], a[href*='/estimate']");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  import("./questions.js").then(
    (sheet) => sheet.open(link),
    () => open(link.href, "_blank", "noopener"),
  );
});

const NAME = "barometer.name";
const ROLE = "barometer.role";
/** The vendor's key that this browser met before, with its four words; another one is not trusted. */
const VENDOR = "barometer.vendor";
/** A page that has just opened has better things to do than to seal and to work out words, in milliseconds. */
const REST_MS = 1500;
const LONG_REST_MS = 6000;
/** Pauses before what was not answered is asked again, in milliseconds; the last one is repeated. */
const PAUSES_MS = [500, 1500, 3000, 6000];

/** What is kept here as JSON, as the app keeps it; nothing where storage is blocked. */
function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A private window: it lasts as long as the page.
  }
}

/** Secrets by webinar and round, for where nothing can be stored. */
const secrets = new Map();

const secretName = (code, round) => `barometer.secret.${code}.${round}`;

/** Whether this browser has ever made trackers for the round. */
const isKnown = (code, round) => Boolean(kept(secretName(code, round)) ?? secrets.get(secretName(code, round)));

/** 32 random bytes in 43 characters; `Secret` in crates/sealing. */
const newSecret = () => spelled(crypto.getRandomValues(new Uint8Array(32)));

/** Base64url, as crates/sealing spells bytes. */
function spelled(bytes) {
  return btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function bytesOf(spelled) {
  const bytes = atob(spelled.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(bytes, (byte) => byte.charCodeAt(0));
}

function secret(code, round) {
  const name = secretName(code, round);
  const known = kept(name) ?? secrets.get(name) ?? newSecret();
  keep(name, known);
  secrets.set(name, known);
  return known;
}

const pauseAfter = (tries) => PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] * (1 + Math.random() / 2);

const rest = (pause) => new Promise((done) => setTimeout(done, pause));

/** Asks until there is an answer, whatever it says, or until it is too late to ask. */
async function ask(path, request, isTooLate = () => false) {
  for (let tries = 0; ; tries += 1) {
    if (isTooLate()) throw "too_late";
    const answer = await fetch(path, request).catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await rest(pauseAfter(tries));
  }
}

/** What is hashed: the purpose and a zero, then each text behind its length; crates/sealing/src/canonical.rs. */
function canonical(purpose, ...texts) {
  const utf8 = new TextEncoder();
  const bytes = [...utf8.encode(purpose), 0];
  for (const text of texts.map((text) => utf8.encode(text))) {
    bytes.push(0, 0, text.length >> 8, text.length & 255, ...text);
  }
  return Uint8Array.from(bytes);
}

/**
 * The trackers of a ballot as JSON, for choices as `[1,3]`. The browser has HMAC itself, so that a first vote does not
 * wait for the sealing module; without encryption (`--allow-insecure-lan`) it lends none.
 */
export async function trackers(code, round, choices) {
  const own = secret(code, round);
  if (!crypto.subtle) return (await sealing()).trackers(own, round, choices);
  const hmac = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytesOf(own), hmac, false, ["sign"]);
  const tracker = async (kind, ...place) => {
    const mac = await crypto.subtle.sign("HMAC", key, canonical(`barometer ${kind} tracker v1`, ...place));
    return spelled(new Uint8Array(mac, 0, 16));
  };
  const ballot = await tracker("ballot", round);
  const candidate = (choice) => tracker("candidate", round, String(choice));
  return JSON.stringify({ ballot, choices: await Promise.all(JSON.parse(choices).map(candidate)) });
}

/** Fetches the sealing module ahead, while the person reads and types. */
export function prepare() {
  sealing().catch(() => {});
}

/** Whether the vote has begun to close: from then on no name is handed in, until it should open again. */
let areNamesFrozen = false;

/** Says so with any text, and the opposite with none. */
export function freezeNames(frozen) {
  areNamesFrozen = frozen !== "";
}

/** Whether it is the key that the link named, or else the one met before. */
async function isTrusted(code, key) {
  const named = kept(`barometer.fingerprint.${code}`);
  if (named) return (await sealing()).fingerprint(key) === named;
  const met = kept(VENDOR);
  return !met || met.key === key;
}

/** Whether the vote began to close while the name was on its way. */
const cameTooLate = async (answer) => (await answer.json().catch(() => ({}))).code === "names_frozen";

/** The key's four words. They take a tenth of a second, which is long on a slow phone: later, and once. */
async function wordsOf(key) {
  const met = kept(VENDOR);
  if (met?.key === key) return met.words;
  await rest(LONG_REST_MS);
  const words = (await sealing()).words(key);
  keep(VENDOR, { key, words });
  return words;
}

/**
 * Seals the person's name and hands it in, unless the key is not the one it should be. Answers the key's words,
 * or throws `other_key`, `too_late`, or that the name was not taken. Without a municipality there is no name to seal.
 */
export async function identify(code, key, slot, municipality) {
  await rest(REST_MS);
  await sealingAtLast();
  if (!(await isTrusted(code, key))) throw "other_key";
  const name = kept(NAME);
  if (!municipality || !name) return wordsOf(key);
  const sealed = (await sealing()).seal(key, code, slot, name, municipality, kept(ROLE) ?? "");
  const request = { method: "PUT", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ sealed }) };
  const answer = await ask(`/api/v1/webinars/${code}/me/identity`, request, () => areNamesFrozen);
  if (!answer.ok) throw (await cameTooLate(answer)) ? "too_late" : "not_taken";
  return wordsOf(key);
}

/** Whether another device with the same invitation sent the ballot that counts. */
async function isElsewhere(code) {
  const answer = await ask(`/api/v1/webinars/${code}/me`);
  return answer.ok && Boolean((await answer.json()).replaced);
}

/** Roots by webinar, round and close, for where nothing can be stored. */
const roots = new Map();

/** The root of this close as this browser first saw it. */
function firstSeen(code, round, close, root) {
  const name = `barometer.root.${code}.${round}.${close}`;
  const seen = kept(name) ?? roots.get(name) ?? root;
  keep(name, seen);
  roots.set(name, seen);
  return seen;
}

/**
 * Remembers what the roll will be, which the server fixed and signed at the close, and answers its four words. Throws
 * `other_root` where this browser saw another one of the same close, or `not_signed`.
 */
export async function fix(code, round, key, close, root, afterStrikes, signature) {
  const signed = { close: Number(close), root, after_strikes: afterStrikes, signature };
  const words = (await sealing()).rollWords(key, round, JSON.stringify(signed));
  if (firstSeen(code, round, close, root) !== root) throw "other_root";
  return words;
}

/** Looks for this phone's ballot in the roll: `counted`, `struck`, `elsewhere`, or what is wrong. */
export async function find(code, round, key, choices, rev, receipt, published, close, root, afterStrikes) {
  // Who never sent anything from here has nothing to find: the ballot was learned from the server.
  if (!receipt && !isKnown(code, round)) return "no_roll";
  const answer = await ask(`/api/v1/webinars/${code}/roll`);
  if (!answer.ok) return "no_roll";
  try {
    const [roll, own] = [await answer.text(), secret(code, round)];
    const seen = { close: Number(close), root: firstSeen(code, round, close, root), after_strikes: afterStrikes };
    const fixed = root && JSON.stringify({ ...seen, signature: "" });
    const found = (await sealing()).confirm(key, roll, round, own, choices, Number(rev), receipt, published, fixed);
    const isSure = ["counted", "struck", "other_roll"].includes(found);
    return !isSure && (await isElsewhere(code)) ? "elsewhere" : found;
  } catch (code) {
    return String(code);
  }
}

/** How often names were looked at, and when last, as `3|3. december kl. 14.05`; `broken` when the log was changed. */
export async function lookUps(code, locale) {
  const answer = await ask(`/api/v1/webinars/${code}/look-ups`);
  if (!answer.ok) throw "no_log";
  const { at, broken } = await answer.json();
  if (broken) return "broken";
  const options = { day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" };
  return `${at.length}|${at.length ? new Date(at.at(-1)).toLocaleString(locale, options) : ""}`;
}
