//! Why the app did not start, in one sentence with what to do. Fetched only then.

/** Automatic reloads in a row, in the history's own note: it outlives a reload, and needs no storage. */
const RELOADS = "barometerReloads";
const MOST_RELOADS = 5;
/** How often an address that failed is asked again, in milliseconds; twice as long each time, up to five minutes. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 300_000;

/** What can be wrong, with what to do, by language: the build writes it here, from crates/text/src/script.rs. */
const TEXTS = {};

/** What no other try mends: there is no button for one. */
const LASTING = ["absent", "old"];

/** These pass by themselves. */
const PASSING = ["missing", "cut", "offline"];

/** Says what is wrong, and waits for what passes by itself. */
export async function explain({ error, js, wasm, inOwnLanguage, say, again }) {
  let kind = await find(error, js, wasm);
  const reloads = history.state?.[RELOADS] ?? 0;
  const passes = PASSING.includes(kind);
  if (passes && reloads >= MOST_RELOADS) kind = "gaveUp";
  say(inOwnLanguage(TEXTS)[kind], LASTING.includes(kind) ? undefined : again);
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
