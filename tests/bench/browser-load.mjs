//! Measures what a page costs that is sent twenty results a second, each of a hundred bars: the phone's and the projector's,
//! beside the same picture patched by hand-written JavaScript. And whether it has grown afterwards. A server of its own,
//! with a proxy before it that writes the stream; real Chromium. `cargo xtask bench browser` builds, then calls this with
//! the server's binary in BAROMETER. Writes target/bench/browser-load.json.

import { execFile, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { availableParallelism, loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs, promisify } from "node:util";
import { chromium } from "@playwright/test";

const { values: options } = parseArgs({
  options: {
    /** Views that are measured, and views until growth is looked at: an hour has 3,600 at one a second. */
    views: { type: "string", default: "400" },
    soak: { type: "string", default: "3600" },
    rounds: { type: "string", default: "3" },
    bars: { type: "string", default: "100" },
    "per-second": { type: "string", default: "20" },
  },
});
const [VIEWS, SOAK, ROUNDS, BARS] = [options.views, options.soak, options.rounds, options.bars].map(Number);
const EVERY_MS = 1000 / Number(options["per-second"]);
/** A stage of the webinar is so far from the next in the numbers of views: what is sent here is newer than what the page has. */
const STEP = 1 << 20;
/** Views before anything is measured: the first ones compile. */
const WARM_UP = 40;
/** A bar of the phone or of the projector. */
const BAR = ".support-bar i, .support-bars .bar";
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const BINARY = resolve(process.env.BAROMETER ?? "target/release/barometer");

/** The demo with so many candidates. */
async function webinarFile(folder) {
  const demo = JSON.parse(await readFile("crates/server/demo/demo.json", "utf8"));
  const like = demo.candidates;
  demo.candidates = Array.from({ length: BARS }, (_, at) => ({
    ...like[at % like.length],
    id: `K${at + 1}`,
    title: `${like[at % like.length].title} ${at + 1}`,
  }));
  demo.ballots = [];
  const file = join(folder, "webinar.json");
  await writeFile(file, JSON.stringify(demo));
  return file;
}

/** A result in which every bar has another length than in the one before, and the order stays. */
function result(number) {
  const rows = Array.from({ length: BARS }, (_, at) => {
    // No figure stands in two rows, so that the picture by hand finds each.
    const municipalities = (BARS - at) * 10 + ((number * 7 + at * 3) % 5);
    return { candidate: at + 1, place: at + 1, headline: municipalities * 1000, municipalities, votes: municipalities + 5 };
  });
  return { on: "result", rule: "municipalities", total: BARS, rows, page: 0 };
}

/** Passes everything on to the server but the stream of a view, which it writes itself. */
async function proxyTo(port, code) {
  let first;
  /** The number of the newest view: what the page knows from the server is older. */
  let sent = 1;
  const listeners = new Set();
  const proxy = createServer((asked, answer) => {
    if (asked.url.startsWith(`/api/v1/webinars/${code}/events`)) {
      answer.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
      answer.write(`retry: 1000\nevent: hello\ndata: {"now":${Date.now()}}\n\n${event(sent)}`);
      listeners.add(answer);
      answer.on("close", () => listeners.delete(answer));
      return;
    }
    if (pages.has(asked.url)) {
      answer.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      answer.end(pages.get(asked.url));
      return;
    }
    const { method, url: path, headers } = asked;
    const onward = request({ port, host: "127.0.0.1", method, path, headers }, (got) => {
      answer.writeHead(got.statusCode, got.headers);
      got.pipe(answer);
    });
    onward.on("error", () => answer.destroy());
    asked.pipe(onward);
  });
  /** Pages of our own: the picture that is patched by hand. */
  const pages = new Map();
  const event = (number) => {
    const view = { ...first, seq: first.seq + STEP + number, screen: result(number) };
    return `event: view\nid: ${view.epoch}.${view.seq}\ndata: ${JSON.stringify(view)}\n\n`;
  };
  await new Promise((done) => proxy.listen(0, "127.0.0.1", done));
  const site = `http://127.0.0.1:${proxy.address().port}`;
  first = { ...(await firstView(`http://127.0.0.1:${port}/api/v1/webinars/${code}/events`)) };
  first.barometer = { ...first.barometer, phase: "revealed" };
  /** Sends so many views, at their pace. */
  const send = async (count) => {
    const start = performance.now();
    for (let number = 0; number < count; number += 1) {
      sent += 1;
      const text = event(sent);
      for (const listener of listeners) listener.write(text);
      await sleep(Math.max(0, start + (number + 1) * EVERY_MS - performance.now()));
    }
  };
  const close = () => {
    for (const listener of listeners) listener.end();
    proxy.close();
  };
  return { site, pages, send, close, shown: () => result(sent) };
}

async function firstView(address) {
  const answer = await fetch(address);
  let text = "";
  for await (const part of answer.body) {
    text += new TextDecoder().decode(part);
    const view = /event: view\nid: .*\ndata: (.*)\n\n/.exec(text);
    if (view) return JSON.parse(view[1]);
  }
  throw new Error("the server sent no view");
}

/** The page as the app has drawn it, without the app, and a script that patches what changes from view to view. */
async function handWritten(page, code, shown) {
  const html = await page.evaluate(() => {
    for (const script of document.querySelectorAll("script, link[rel=modulepreload], link[as=fetch], noscript")) script.remove();
    return document.documentElement.outerHTML;
  });
  const call = `(${patch})(${JSON.stringify(code)}, ${JSON.stringify(BAR)}, ${JSON.stringify(shown)})`;
  return `<!doctype html>\n${html.replace("</body>", `<script>${call}</script></body>`)}`;
}

/** Runs in the page: finds once where each row's figures and bars stand, and writes them anew with every view. */
function patch(code, bar, shown) {
  const rows = shown.rows.map(() => ({ bars: [], texts: [] }));
  for (const [at, one] of [...document.querySelectorAll(bar)].entries()) {
    rows[at].bars.push([one, one.style[0]]);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!node.parentElement.closest(".support-row, .support-bars, tr")) continue;
    const at = shown.rows.findIndex(({ votes }) => new RegExp(`(?<!\\d)${votes}(?!\\d)`).test(node.data));
    const row = at < 0 ? shown.rows.findIndex(({ municipalities }) => node.data.trim().startsWith(String(municipalities))) : at;
    if (row >= 0) rows[row].texts.push(node);
  }
  const write = (node, before, after) => {
    node.data = node.data.replace(/\d+/g, (number) => {
      const name = ["votes", "municipalities"].find((name) => String(before[name]) === number);
      return name ? String(after[name]) : number;
    });
  };
  let before = shown.rows;
  const stream = new EventSource(`/api/v1/webinars/${code}/events?as=screen`);
  stream.addEventListener("view", ({ data }) => {
    const { screen } = JSON.parse(data);
    const most = screen.rows[0].municipalities;
    for (const [at, { bars, texts }] of rows.entries()) {
      const row = screen.rows[at];
      const share = row.municipalities / most;
      for (const [one, name] of bars) one.style.setProperty(name, name === "--part" ? String(Math.round(share * 1000)) : share.toFixed(4));
      for (const text of texts) write(text, before[at], row);
    }
    before = screen.rows;
  });
}

async function figures(tools) {
  const { metrics } = await tools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** The heap after garbage is gone, with what the program's own memory holds, in KiB. */
async function memory(tools) {
  await tools.send("HeapProfiler.collectGarbage");
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await figures(tools);
  const { result: prototype } = await tools.send("Runtime.evaluate", { expression: "WebAssembly.Memory.prototype" });
  const { objects } = await tools.send("Runtime.queryObjects", { prototypeObjectId: prototype.objectId });
  const size = "function () { return this.reduce((sum, one) => sum + one.buffer.byteLength, 0); }";
  const { result: wasm } = await tools.send("Runtime.callFunctionOn", { objectId: objects.objectId, functionDeclaration: size });
  return { heap: JSHeapUsedSize / 1024, wasm: wasm.value / 1024, nodes: Nodes, listeners: JSEventListeners };
}

/** What so many views cost, in milliseconds each, and the longest task. */
async function cost(page, tools, send, views) {
  const before = await figures(tools);
  await page.evaluate(() => (globalThis.longest = 0));
  await send(views);
  await sleep(200);
  const after = await figures(tools);
  const each = (name) => ((after[name] - before[name]) * 1000) / views;
  const longest = await page.evaluate(() => globalThis.longest);
  return { script: each("ScriptDuration"), layout: each("LayoutDuration") + each("RecalcStyleDuration"), task: each("TaskDuration"), longest };
}

async function open(context, address) {
  const page = await context.newPage();
  await page.addInitScript(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: "longtask" });
  });
  await page.goto(address);
  await page.waitForSelector(BAR, { state: "attached" });
  const tools = await context.newCDPSession(page);
  await tools.send("Performance.enable");
  return { page, tools };
}

async function start(folder) {
  const storage = ["--database-url", `sqlite:${join(folder, "barometer.db")}`, "--secrets-dir", join(folder, "secrets")];
  const port = await freePort();
  const site = `http://127.0.0.1:${port}`;
  const { stdout } = await promisify(execFile)(BINARY, ["import", await webinarFile(folder), "--public-url", site, ...storage]);
  const code = /\/w\/([A-Z0-9]{6})/.exec(stdout)[1];
  const args = ["serve", "--setup-token", "bench", "--bind", `127.0.0.1:${port}`, "--dist", resolve("dist"), ...storage];
  const server = spawn(BINARY, args, { stdio: "ignore" });
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${site}/readyz`).catch(() => undefined);
    if (answer?.ok) return { server, port, code };
    await sleep(50);
  }
  server.kill();
  throw new Error("the server did not become ready");
}

async function freePort() {
  const probe = createServer();
  await new Promise((done) => probe.listen(0, "127.0.0.1", done));
  const { port } = probe.address();
  await new Promise((done) => probe.close(done));
  return port;
}

const median = (numbers) => numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
const ms = (value) => value.toFixed(2);

/** One page beside its picture by hand, in turns. */
async function compare(browser, proxy, code, { name, path, size }) {
  const context = await browser.newContext({ viewport: size, locale: "da-DK", baseURL: proxy.site });
  await context.request.post(`/api/v1/webinars/${code}/participants`, { data: { municipality: "0751" } });
  await context.addInitScript((code) => localStorage.setItem(`barometer.joined.${code}`, "true"), code);
  const app = await open(context, path);
  await proxy.send(WARM_UP);
  const bars = await app.page.locator(BAR).count();
  const before = await memory(app.tools);
  proxy.pages.set(`/by-hand/${name}`, await handWritten((await open(context, path)).page, code, proxy.shown()));
  for (const extra of context.pages().slice(1)) await extra.close();
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await cost(app.page, app.tools, proxy.send, VIEWS);
    const other = await open(context, `/by-hand/${name}`);
    await proxy.send(WARM_UP);
    const theirs = await cost(other.page, other.tools, proxy.send, VIEWS);
    await other.page.close();
    rounds.push({ ours, theirs });
    process.stderr.write(".");
  }
  await proxy.send(Math.max(0, SOAK - ROUNDS * (2 * VIEWS + WARM_UP)));
  const after = await memory(app.tools);
  await context.close();
  return { name, bars, rounds, before, after };
}

function print({ name, bars, rounds, before, after }) {
  const of = (who, what) => median(rounds.map((round) => round[who][what]));
  console.log(`\n${name}, ${bars} bars`);
  for (const [what, title] of [["script", "script, ms a view"], ["layout", "layout and style, ms a view"], ["task", "all tasks, ms a view"]]) {
    const [ours, theirs] = [of("ours", what), of("theirs", what)];
    console.log(`  ${title.padEnd(28)} ${ms(ours).padStart(8)}  by hand ${ms(theirs).padStart(8)}  ${(ours / theirs).toFixed(2)}×`);
  }
  const longest = Math.max(...rounds.map((round) => round.ours.longest));
  console.log(`  longest task, ms             ${longest ? ms(longest) : "under 50"}`);
  for (const [what, unit] of [["heap", "KiB"], ["wasm", "KiB"], ["nodes", ""], ["listeners", ""]]) {
    console.log(`  ${`${what} before and after`.padEnd(28)} ${before[what].toFixed(0).padStart(8)}  ${after[what].toFixed(0).padStart(8)} ${unit}`);
  }
}

const folder = await mkdtemp(join(tmpdir(), "barometer-bench-"));
const { server, port, code } = await start(folder);
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
const proxy = await proxyTo(port, code);
try {
  console.log(`${options["per-second"]} views a second, ${VIEWS} measured ${ROUNDS} times, ${SOAK} until growth is looked at; load ${loadavg()[0].toFixed(1)} on ${availableParallelism()} cores`);
  const results = [];
  for (const page of [
    { name: "phone", path: `/w/${code}`, size: { width: 390, height: 844 } },
    { name: "projector", path: `/w/${code}/screen`, size: { width: 1280, height: 720 } },
  ]) {
    results.push(await compare(browser, proxy, code, page));
    print(results.at(-1));
  }
  await mkdir("target/bench", { recursive: true });
  await writeFile("target/bench/browser-load.json", `${JSON.stringify({ options, load: loadavg()[0], results }, null, 2)}\n`);
} finally {
  await browser.close();
  proxy.close();
  server.kill();
  await rm(folder, { recursive: true, force: true });
}
