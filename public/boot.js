//! Starts the app named on this script's own tag, and says in plain words what to do when it cannot start or has stopped.

const { js, wasm } = document.querySelector("script[data-wasm]").dataset;

/** As the page's own preloads ask: another request would not get what is on its way already, but fetch it again. */
const AS_PRELOADED = { mode: "no-cors", credentials: "include" };

/** On its way since the page came. */
const program = typeof WebAssembly === "object" ? fetch(wasm, AS_PRELOADED) : undefined;
program?.catch(() => {});

/** What it says, by language: the build writes it here, from crates/text/src/script.rs. */
const TEXTS = {};

/** The page that the server made, which works without the app: see takeover.js. */
const plain = isParsed().then(() => document.querySelector("#shell.plain") && import("./takeover.js")).catch(() => null);

function isParsed() {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((done) => addEventListener("DOMContentLoaded", done, { once: true }));
}

/** In the language that the reader chose, or the browser's; see crates/kit/src/language.rs. */
function inOwnLanguage(texts) {
  let chosen;
  try {
    chosen = JSON.parse(localStorage["barometer.language"]);
  } catch {
    // Never chosen, or storage is blocked.
  }
  const tags = [chosen, ...navigator.languages, "en"].map((tag) => String(tag).split("-")[0]);
  return texts[tags.find((tag) => texts[tag])];
}

/** Puts a card with one sentence on the page; the first one stays, for it is nearest to the cause. */
function say(sentence, button) {
  if (document.getElementById("boot-card")) return;
  const card = document.createElement("div");
  card.id = "boot-card";
  card.className = "boot-card";
  card.setAttribute("role", "alert");
  const text = document.createElement("p");
  text.textContent = sentence;
  card.append(text);
  if (button) {
    const reload = document.createElement("button");
    reload.type = "button";
    reload.textContent = button;
    reload.addEventListener("click", () => location.reload());
    card.append(reload);
  }
  document.querySelector(".shell-status")?.remove();
  document.body.append(card);
}

/** A panic in the app ends as a trap; nothing on the page works after it. */
function onTrap(error) {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  const { stopped, reload } = inOwnLanguage(TEXTS);
  say(stopped, reload);
}

/** Calls a function of a module that is fetched when it is first needed; one that failed is asked for under another name. */
let failures = 0;
globalThis.callModule = async (address, name, texts) => {
  const module = await import(failures ? `${address}?${failures}` : address).catch((error) => {
    failures += 1;
    throw error;
  });
  return (module.default ?? module)[name]?.(...texts);
};

/** The code of the webinar whose own page this is, in one spelling. */
function ownCode() {
  const typed = /^\/w\/([^/]+)$/.exec(location.pathname)?.[1];
  return typed && decodeURIComponent(typed).replace(/\s/g, "").toUpperCase();
}

/** The text of base64url; nothing of what a mail program has cut. */
function readable(letters) {
  try {
    const bytes = atob(letters.replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder().decode(Uint8Array.from(bytes, (byte) => byte.codePointAt(0)));
  } catch {
    return "";
  }
}

/**
 * Keeps what stands after the `#` of a link, and takes it out of the address: the key's fingerprint, and behind a dot
 * a personal invitation, `TOKEN.0791`, and the name of who is invited, where the vendor's list had one: it stands in
 * the link alone, never on the server. A new invitation is a new way in, whoever joined here before.
 */
function keepLink(code) {
  const [fingerprint, token, municipality, name] = location.hash.slice(1).replace(/[^\w~-]+$/, "").split(".");
  const invitation = token && `${token}.${municipality ?? ""}`;
  const keep = (name, value) => {
    const [key, text] = [`barometer.${name}.${code}`, JSON.stringify(value)];
    const isNew = localStorage[key] !== text;
    localStorage[key] = text;
    return isNew;
  };
  try {
    if (fingerprint) keep("fingerprint", fingerprint);
    const isNew = invitation && keep("invitation", invitation);
    if (isNew) keep("joined", false);
    if (location.hash) history.replaceState(null, "", location.pathname);
    const invited = isNew && name && readable(name);
    if (invited) localStorage["barometer.name"] = JSON.stringify(invited);
  } catch {
    // Storage is blocked, and cookies likely too: what the link brought stays in the address, for another window.
  }
  addEventListener("hashchange", () => location.reload());
}

/** The page needs the webinar's title first: it is asked for while the app itself is still on its way. */
function askEarly(code) {
  const link = document.createElement("link");
  link.rel = "preload";
  link.as = "fetch";
  link.href = `/api/v1/webinars/${code}`;
  document.head.append(link);
}

/** The first look into the storage waits for the disk: taken while the app itself is still on its way. */
function openStorage() {
  try {
    localStorage.getItem("");
  } catch {
    // Blocked: the app does without.
  }
}

async function start() {
  const app = await import(js);
  await plain;
  const answer = await program;
  if (!answer.ok) throw new Error(`${wasm}: ${answer.status}`);
  await app.default({ module_or_path: answer });
  for (const extra of ["./translated.js", "./focus.js"]) import(extra).catch(() => {});
}

/** Why it did not start is found out by a module of its own: nobody else has to fetch it. */
async function onStartFailed(error) {
  console.error(error);
  const page = await plain;
  if (page) return page.stay();
  if (error instanceof (globalThis.WebAssembly?.RuntimeError ?? Array)) return onTrap(error);
  const trouble = await import("./trouble.js").catch(() => null);
  const { again, notFetched } = inOwnLanguage(TEXTS);
  if (trouble) return trouble.explain({ error, js, wasm, inOwnLanguage, say, again });
  say(notFetched, again);
}

// A window asks its listeners in the order in which they came: only one that is there before the app hears of Back first.
addEventListener("popstate", (event) => globalThis.onBack?.(event));

const code = ownCode();
if (code) keepLink(code);
if (program) {
  addEventListener("error", (event) => onTrap(event.error));
  addEventListener("unhandledrejection", (event) => onTrap(event.reason));
  if (code) askEarly(code);
  start().catch(onStartFailed);
  openStorage();
} else {
  onStartFailed(new Error("no WebAssembly"));
}
