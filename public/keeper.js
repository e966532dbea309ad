//! What only this phone knows, and what it does with it: the secret under which it finds its ballot again, and the
//! person's name. Fetched once the page is usable, with the sealing module, so that no first tap waits for it.

import * as sealing from "./sealing.js";

const NAME = "barometer.name";
const ROLE = "barometer.role";
/** The vendor's key that this browser met before, with its four words; another one is not trusted. */
const VENDOR = "barometer.vendor";
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

function secret(code, round) {
  const name = `barometer.secret.${code}.${round}`;
  const known = kept(name) ?? secrets.get(name) ?? sealing.newSecret();
  keep(name, known);
  secrets.set(name, known);
  return known;
}

/** Asks until there is an answer, whatever it says. */
async function ask(path, request) {
  for (let tries = 0; ; tries += 1) {
    const answer = await fetch(path, request).catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 429) return answer;
    const pause = PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] * (1 + Math.random() / 2);
    await new Promise((done) => setTimeout(done, pause));
  }
}

/** The trackers of a ballot as JSON, for choices as `[1,3]`. */
export function trackers(code, round, choices) {
  return sealing.trackers(secret(code, round), round, choices);
}

/** The key's four words, if it is the key that the link named, or the one met before; else nothing. */
function trustedWords(code, key) {
  const named = kept(`barometer.fingerprint.${code}`);
  const met = kept(VENDOR);
  if (named ? sealing.fingerprint(key) !== named : met && met.key !== key) return "";
  const words = met?.key === key ? met.words : sealing.words(key);
  keep(VENDOR, { key, words });
  return words;
}

/**
 * Seals the person's name and hands it in, unless the key is not the one it should be. Answers the key's words,
 * or throws `other_key`, or why the name was not taken. Without a municipality there is no name to seal.
 */
export async function identify(code, key, slot, municipality) {
  const words = trustedWords(code, key);
  if (!words) throw "other_key";
  const name = kept(NAME);
  if (!municipality || !name) return words;
  const sealed = sealing.seal(key, code, slot, name, municipality, kept(ROLE) ?? "");
  const answer = await ask(`/api/v1/webinars/${code}/me/identity`, {
    method: "PUT",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ sealed }),
  });
  if (!answer.ok) throw "not_taken";
  return words;
}

/** The person, sealed for an interest in a request: bound to no place, and so to no ballot. */
export function contact(code, key, request, municipality) {
  const name = kept(NAME);
  if (!name || !trustedWords(code, key)) return "";
  return sealing.seal(key, code, `interest ${request}`, name, municipality, kept(ROLE) ?? "");
}

/** Looks for this phone's ballot in the roll: `counted`, `struck`, or what is wrong. */
export async function find(code, round, key, choices, rev, receipt, published) {
  const answer = await ask(`/api/v1/webinars/${code}/roll`);
  if (!answer.ok) return "no_roll";
  try {
    const roll = await answer.text();
    return sealing.confirm(key, roll, round, secret(code, round), choices, Number(rev), receipt, published);
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
