//! What only this phone knows, and what it does with it: the secret under which it finds its ballot again, and the
//! person's name. Fetched once the page is usable, with the sealing module, so that no first tap waits for it.

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

async function secret(code, round) {
  const name = secretName(code, round);
  const { newSecret } = await sealing();
  // Looked for and kept in one go: two who ask at once get the same.
  const known = kept(name) ?? secrets.get(name) ?? newSecret();
  keep(name, known);
  secrets.set(name, known);
  return known;
}

const pauseAfter = (tries) => PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] * (1 + Math.random() / 2);

const rest = (pause) => new Promise((done) => setTimeout(done, pause));

/** Asks until there is an answer, whatever it says. */
async function ask(path, request) {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(path, request).catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    await rest(pauseAfter(tries));
  }
}

/** The trackers of a ballot as JSON, for choices as `[1,3]`. */
export async function trackers(code, round, choices) {
  const own = await secret(code, round);
  return (await sealing()).trackers(own, round, choices);
}

/** Whether it is the key that the link named, or else the one met before. */
async function isTrusted(code, key) {
  const named = kept(`barometer.fingerprint.${code}`);
  if (named) return (await sealing()).fingerprint(key) === named;
  const met = kept(VENDOR);
  return !met || met.key === key;
}

const isTooLate = async (answer) => (await answer.json().catch(() => ({}))).code === "names_frozen";

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
 * or throws `other_key`, or why the name was not taken. Without a municipality there is no name to seal.
 */
export async function identify(code, key, slot, municipality) {
  await rest(REST_MS);
  await sealingAtLast();
  if (!(await isTrusted(code, key))) throw "other_key";
  const name = kept(NAME);
  if (!municipality || !name) return wordsOf(key);
  const sealed = (await sealing()).seal(key, code, slot, name, municipality, kept(ROLE) ?? "");
  const answer = await ask(`/api/v1/webinars/${code}/me/identity`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ sealed }),
  });
  // Once the vote closes, names stay as they are; who comes after that has nothing to be named for.
  if (!answer.ok && !(await isTooLate(answer))) throw "not_taken";
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
    const [roll, own] = [await answer.text(), await secret(code, round)];
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
