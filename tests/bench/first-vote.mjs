//! Measures how long a person waits on a phone: from the link to the join form, from "Deltag" to the ballot, from
//! "Send" to the receipt; and from the link to the app when the same person comes again. Real Chromium, throttled, with an
//! empty cache each time; beside it a page of the same bytes without any program, and a bare answer, as the floor.
//! `cargo xtask bench first-vote` builds, then calls this with the server's binary in BAROMETER. With `--http2` the same
//! build is measured behind Caddy too, by https. Writes target/bench/first-vote.json.

import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { connect } from "node:net";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "9" },
    kbps: { type: "string", default: "9000" },
    latency: { type: "string", default: "100" },
    cpu: { type: "string", default: "4" },
    /** An earlier build beside this one: a server's binary, or a folder with `barometer` and `dist` in it. */
    baseline: { type: "string", multiple: true, default: [] },
    /** This build behind a proxy that speaks HTTP/2 as well. */
    http2: { type: "boolean", default: false },
  },
});
const RUNS = Number(options.runs);
/** How long a person reads and types before "Deltag". */
const TYPING_MS = 4000;
const LIMIT_MS = 60_000;
const CODE = "DEM234";
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** What is measured, in the order in which it happens. */
const STEPS = {
  form: "link → join form",
  over: "link → app has taken over",
  ballot: "Deltag → ballot",
  receipt: "first Send → receipt",
  again: "link again → app has taken over",
};

/**
 * Runs in each page before anything else: notes when what a person waits for is there and painted, in milliseconds since
 * the link was followed. A form leads to another page, so that the notes are kept for the whole tab.
 */
function watch() {
  const wanted = {
    form: () => document.querySelector("#municipality, #floor"),
    over: () => document.body && !document.querySelector("#shell"),
    ballot: () => document.querySelector(".choices input[type=checkbox]:enabled"),
    receipt: () => document.querySelector(".bar .notice.leaf"),
  };
  const notes = () => JSON.parse(sessionStorage.measured ?? `{"start":${performance.timeOrigin}}`);
  const note = (name, value) => {
    const noted = notes();
    noted[name] ??= value ?? performance.timeOrigin + performance.now() - noted.start;
    sessionStorage.measured = JSON.stringify(noted);
  };
  if (!location.protocol.startsWith("http")) return;
  globalThis.measured = () => notes();
  const seen = new Set();
  const look = () => {
    for (const [name, isThere] of Object.entries(wanted)) {
      if (seen.has(name) || !isThere()) continue;
      seen.add(name);
      requestAnimationFrame(() => note(name));
    }
  };
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true });
  const press = (event) => {
    const button = event.target.closest?.("button.primary");
    if (button) note(document.querySelector(".choices") ? "send" : "join");
  };
  addEventListener("click", press, { capture: true });
  // How much of the first page moves by itself (Cumulative Layout Shift, in thousandths).
  let shifted = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) shifted += entry.value;
    if (!("join" in notes())) note(`shift ${Math.round(shifted * 1000)}`, 1);
  }).observe({ type: "layout-shift", buffered: true });
}

/** A server that answers with the demo, its vote open; behind a proxy if that is asked for. */
async function contender(name, place, isBehindProxy = false) {
  const isFolder = (await stat(place)).isDirectory();
  const binary = isFolder ? join(place, "barometer") : place;
  const dist = isFolder ? join(place, "dist") : resolve("dist");
  const folder = await mkdtemp(join(tmpdir(), "barometer-bench-"));
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const proxy = isBehindProxy ? await caddy(site, folder) : undefined;
  const storage = ["--database-url", `sqlite:${join(folder, "barometer.db")}`, "--secrets-dir", join(folder, "secrets")];
  const behind = proxy ? ["--public-url", proxy.site] : [];
  const args = ["serve", "--demo", "--bind", `127.0.0.1:${port}`, "--dist", dist, ...behind, ...storage];
  const server = spawn(resolve(binary), args, { stdio: "ignore", env: { ...process.env, BAROMETER_DEMO_SECONDS: "1" } });
  const end = async () => {
    proxy?.program.kill();
    server.kill();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await ready(site);
    if (proxy) await until(proxy.port);
    await openVote(site);
  } catch (error) {
    await end();
    throw error;
  }
  return { name, measure: (browser) => measure(browser, `${proxy?.site ?? site}/w/${CODE}`, vote), end };
}

/** Caddy before a server, by https and HTTP/2, with a certificate of its own. */
async function caddy(site, folder) {
  const port = await freePort();
  const names = ["--from", `https://localhost:${port}`, "--to", new URL(site).host];
  const program = spawn("caddy", ["reverse-proxy", ...names, "--internal-certs"], {
    stdio: "ignore",
    env: { ...process.env, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder, HOME: folder },
  });
  program.on("error", (error) => console.error(`no Caddy, no HTTP/2: ${error.message}`));
  return { site: `https://localhost:${port}`, port, program };
}

async function openVote(site) {
  let cookie = "";
  const post = async (path, body) => {
    const headers = { "content-type": "application/json", cookie };
    const address = `${site}/api/v1/webinars/${CODE}${path}`;
    const answer = await fetch(address, { method: "POST", headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    cookie = answer.headers.get("set-cookie")?.split(";")[0] ?? cookie;
  };
  await post("/console/session", { secret: "demo-presenter" });
  await post("/console", { command: { do: "go_to", at: 3 }, seen_step: 0 });
  await post("/console", { command: { do: "open" }, seen_step: 1 });
}

/** One page as large as the app, and one bare answer for each press of a button. */
async function floor(bytes) {
  const filler = randomBytes(Math.ceil((bytes * 3) / 4)).toString("base64");
  // Base64 is as incompressible as what is served compressed.
  const page = `<!doctype html><title>Floor</title><!--${filler}--><input id="floor"><button class="primary">`;
  const server = createServer((request, answer) => {
    const isPage = request.method === "GET";
    answer.writeHead(200, { "content-type": isPage ? "text/html" : "application/json", "cache-control": "no-store" });
    answer.end(isPage ? page : "{}");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${server.address().port}/`;
  const press = (page) =>
    page.evaluate(async () => {
      const noted = measured();
      for (const [press, done] of [["join", "ballot"], ["send", "receipt"]]) {
        noted[press] = performance.now();
        await (await fetch("/", { method: "PUT", body: "{}" })).text();
        noted[done] = await new Promise((painted) => requestAnimationFrame(() => painted(performance.now())));
      }
      sessionStorage.measured = JSON.stringify(noted);
    });
  const end = () => new Promise((done) => server.close(done));
  return { name: "floor: a static page", measure: (browser) => measure(browser, url, press), end };
}

/** Joins, ticks one candidate and sends, as fast as the page lets one. */
async function vote(page) {
  const typed = Date.now();
  await page.getByRole("combobox").fill("Aarhus");
  await page.locator("#name").fill("Anne Prøve");
  await sleep(Math.max(0, TYPING_MS - (Date.now() - typed)));
  await page.locator("form button.primary:visible").click();
  await page.locator(".choices input[type=checkbox]").first().click();
  await page.locator(".bar button.primary:visible").click();
}

/** One person, from the link to what `act` ends with, in milliseconds and bytes. */
async function measure(browser, url, act) {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: "da-DK", ignoreHTTPSErrors: true });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(LIMIT_MS);
    const tools = await context.newCDPSession(page);
    await tools.send("Network.enable");
    const throughput = (Number(options.kbps) * 1000) / 8;
    await tools.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: Number(options.latency),
      downloadThroughput: throughput,
      uploadThroughput: throughput,
    });
    await tools.send("Emulation.setCPUThrottlingRate", { rate: Number(options.cpu) });
    /** What arrived, and when, in milliseconds since 1970. */
    const arrived = [];
    let offset = 0;
    tools.on("Network.requestWillBeSent", ({ wallTime, timestamp }) => (offset ||= (wallTime - timestamp) * 1000));
    tools.on("Network.loadingFinished", ({ encodedDataLength, timestamp }) => {
      arrived.push({ bytes: encodedDataLength, at: timestamp * 1000 + offset });
    });
    await page.addInitScript(watch);
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => globalThis.measured?.().form > 0);
    await act(page);
    await page.waitForFunction(() => globalThis.measured?.().receipt > 0);
    const times = await page.evaluate(() => measured());
    const again = await comeAgain(page, url);
    const before = arrived.filter(({ at }) => at <= times.start + times.form);
    const first = { bytes: before.reduce((sum, { bytes }) => sum + bytes, 0), requests: before.length };
    const shifts = Object.keys(times).filter((name) => name.startsWith("shift ")).map((name) => Number(name.slice(6)));
    const steps = { form: times.form, over: times.over ?? times.form, shift: Math.max(0, ...shifts), ballot: times.ballot - times.join, receipt: times.receipt - times.send, again };
    return { ...steps, ...first };
  } finally {
    await context.close();
  }
}

/** The same person follows the link once more, with what the browser has kept: until the app has taken over. */
async function comeAgain(page, url) {
  await page.evaluate(() => delete sessionStorage.measured);
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => globalThis.measured?.().over > 0);
  return page.evaluate(() => measured().over);
}

async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

/** Waits until something listens. */
async function until(port) {
  for (let tries = 0; tries < 200; tries += 1) {
    const socket = connect(port, "127.0.0.1");
    const isThere = await new Promise((told) => socket.on("connect", () => told(true)).on("error", () => told(false)));
    socket.destroy();
    if (isThere) return;
    await sleep(50);
  }
  throw new Error("the proxy did not become ready");
}

async function ready(site) {
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${site}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error("the server did not become ready");
}

function median(numbers) {
  const ordered = numbers.toSorted((one, other) => one - other);
  return ordered[Math.floor(ordered.length / 2)];
}

/** `560 (530–610)`: median, least and most. */
function spread(numbers) {
  const whole = numbers.map(Math.round);
  return `${median(whole)} (${Math.min(...whole)}–${Math.max(...whole)})`;
}

function print(results) {
  const { kbps, latency, cpu } = options;
  const load = `load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`;
  console.log(`\n${kbps} kbps, ${latency} ms, CPU ÷ ${cpu}, empty cache; ms, median (least–most) of ${RUNS}; ${load}\n`);
  const rows = Object.entries(STEPS).map(([step, title]) => [
    title,
    ...results.map(({ runs }) => spread(runs.map((run) => run[step]))),
  ]);
  rows.push(["layout shift, in thousandths", ...results.map(({ runs }) => spread(runs.map((run) => run.shift)))]);
  rows.push(["KiB until the form", ...results.map(({ runs }) => (median(runs.map((run) => run.bytes)) / 1024).toFixed(1))]);
  rows.push(["requests until the form", ...results.map(({ runs }) => String(median(runs.map((run) => run.requests))))]);
  const table = [["", ...results.map(({ name }) => name)], ...rows];
  const widths = table[0].map((_, at) => Math.max(...table.map((row) => row[at].length)));
  for (const row of table) console.log(row.map((cell, at) => cell.padEnd(widths[at])).join("  ").trimEnd());
}

const contenders = [];
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
try {
  for (const [at, place] of options.baseline.entries()) {
    contenders.push(await contender(options.baseline.length > 1 ? `baseline ${at + 1}` : "baseline", place));
  }
  contenders.push(await contender("this build", process.env.BAROMETER ?? "target/release/barometer"));
  if (options.http2) contenders.push(await contender("behind Caddy, HTTP/2", process.env.BAROMETER ?? "target/release/barometer", true));
  const warm = [];
  for (const one of contenders) warm.push(await one.measure(browser));
  contenders.push(await floor(warm.at(-1).bytes));
  const results = contenders.map(({ name }) => ({ name, runs: [] }));
  // In turns, so that what else the machine does falls on all of them alike.
  for (let run = 0; run < RUNS; run += 1) {
    for (const [at, one] of contenders.entries()) {
      results[at].runs.push(await one.measure(browser));
      process.stderr.write(".");
    }
  }
  print(results);
  await mkdir("target/bench", { recursive: true });
  const { runs: _, baseline: __, ...conditions } = options;
  const file = { conditions, load: loadavg()[0], results };
  await writeFile("target/bench/first-vote.json", `${JSON.stringify(file, null, 2)}\n`);
} finally {
  await browser.close();
  for (const one of contenders) await one.end();
}
