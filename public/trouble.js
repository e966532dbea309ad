//! Why the app did not start, in one sentence with what to do. Fetched only then.

/** Automatic reloads in a row, in the history's own note: it outlives a reload, and needs no storage. */
const RELOADS = "barometerReloads";
const MOST_RELOADS = 5;
/** How often an address that failed is asked again, in milliseconds; twice as long each time, up to five minutes. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** What can be wrong, with what to do: Danish and English. */
const SENTENCES = {
  absent: [
    "Browseren har ikke WebAssembly, eller det er slået fra (Lockdown-tilstand på iPhone, ekstra sikkerhed i Edge). " +
      "Slå det til for denne side, opdatér browseren, eller brug en anden.",
    "This browser has no WebAssembly, or it is turned off (Lockdown Mode on an iPhone, enhanced security in Edge). " +
      "Turn it on for this page, update the browser, or use another one.",
  ],
  old: [
    "Browseren er for gammel til Barometer. Opdatér den, eller brug en anden browser.",
    "This browser is too old for Barometer. Update it, or use another browser.",
  ],
  refused: [
    "Browseren må ikke køre siden: en indstilling eller et filter i jeres netværk forbyder WebAssembly. " +
      "Bed it-afdelingen tillade det for denne adresse, eller brug en telefon på mobilnettet.",
    "This browser may not run the page: a setting or a filter in your network forbids WebAssembly. " +
      "Ask the IT department to allow it for this address, or use a phone on the mobile network.",
  ],
  blocked: [
    "Jeres netværk sendte noget andet end siden (et filter eller en login-side). " +
      "Bed it-afdelingen lade denne adresse komme igennem, eller brug en telefon på mobilnettet.",
    "Your network sent something else than the page (a filter or a log-in page). " +
      "Ask the IT department to let this address through, or use a phone on the mobile network.",
  ],
  missing: [
    "Siden er lige blevet opdateret. Den genindlæses af sig selv om lidt.",
    "The page has just been updated. It reloads by itself shortly.",
  ],
  cut: [
    "Siden kom kun halvt frem: forbindelsen blev afbrudt. Den prøver igen af sig selv.",
    "Only half of the page arrived: the connection was cut. It tries again by itself.",
  ],
  offline: [
    "Ingen forbindelse til serveren. Siden prøver igen af sig selv.",
    "No connection to the server. The page tries again by itself.",
  ],
  gaveUp: [
    "Siden kunne ikke hentes efter flere forsøg. Se efter forbindelsen, og prøv igen.",
    "The page could not be fetched after several tries. Check the connection, and try again.",
  ],
};

/** These pass by themselves. */
const PASSING = ["missing", "cut", "offline"];

/** Says what is wrong, and waits for what passes by itself. */
export async function explain({ error, js, wasm, inOwnLanguage, say, again }) {
  let kind = await find(error, js, wasm);
  const reloads = history.state?.[RELOADS] ?? 0;
  const passes = PASSING.includes(kind);
  if (passes && reloads >= MOST_RELOADS) kind = "gaveUp";
  say(inOwnLanguage(...SENTENCES[kind]), ["absent", "old"].includes(kind) ? undefined : again);
  if (passes && kind !== "gaveUp") reloadOnceThere([js, wasm], reloads);
}

/** What is wrong: each of the two files is fetched anew and looked at. */
async function find(error, js, wasm) {
  if (typeof WebAssembly !== "object") return "absent";
  if (error instanceof SyntaxError) return "old";
  for (const [address, kind] of [
    [js, "javascript"],
    [wasm, "application/wasm"],
  ]) {
    const wrong = await look(address, kind);
    if (wrong) return wrong;
  }
  // Both are there and whole, and it still does not run.
  return error instanceof TypeError ? "offline" : "refused";
}

/** What is wrong with a file; nothing when it is whole. */
async function look(address, kind) {
  const answer = await fetch(address, { cache: "no-store" }).catch(() => null);
  if (!answer) return "offline";
  if (answer.status === 404 && answer.headers.get("content-type")?.includes("problem+json")) return "missing";
  if (answer.status >= 500) return "offline";
  if (!answer.ok || !answer.headers.get("content-type")?.includes(kind)) return "blocked";
  const bytes = await answer.arrayBuffer().catch(() => null);
  if (!bytes) return "cut";
  if (kind !== "application/wasm") return undefined;
  if (!isWhole(new Uint8Array(bytes))) return "cut";
  return WebAssembly.validate(bytes) ? undefined : "old";
}

/** Whether a WebAssembly file ends where its last section does. */
function isWhole(bytes) {
  if (bytes.length < 8 || bytes[0] !== 0 || bytes[1] !== 0x61 || bytes[2] !== 0x73 || bytes[3] !== 0x6d) return false;
  let at = 8;
  while (at < bytes.length) {
    at += 1;
    let length = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) return false;
      length += (byte & 0x7f) * 2 ** shift;
      if (byte < 0x80) break;
    }
    at += length;
  }
  return at === bytes.length;
}

/** Reloads once the server answers again: nobody stands at the projector to press a button. */
async function reloadOnceThere(addresses, reloads) {
  let pause = FIRST_PAUSE_MS * 2 ** reloads;
  for (;;) {
    await new Promise((done) => setTimeout(done, pause));
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
    const answers = addresses.map((address) => fetch(address, { method: "HEAD", cache: "no-store" }).catch(() => null));
    // A file that is no longer there has a successor, and the page names it once it is loaded anew.
    const there = (await Promise.all(answers)).every((answer) => answer && answer.status < 500);
    if (!there) continue;
    history.replaceState({ ...history.state, [RELOADS]: reloads + 1 }, "");
    location.reload();
    return;
  }
}
