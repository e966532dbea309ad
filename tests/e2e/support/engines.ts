//! Firefox and WebKit as Debian has them, unpatched, with a person in front. Firefox is driven over BiDi by
//! puppeteer-core; WebKit is a window of its own, driven by Playwright over its inspector.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { type AddressInfo, createServer as createSocket } from "node:net";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { webkit } from "@playwright/test";
import puppeteer from "puppeteer-core";

const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";
const START_LIMIT_MS = 30_000;
const PATIENCE_MS = 20_000;

/** What someone looks for: the kind of thing, and how its name begins. */
type Kind = "button" | "link" | "heading" | "checkbox" | "field" | "option";

/** What both drivers have in common. */
interface Tab {
  goto(address: string): Promise<unknown>;
  evaluate<A, T>(run: (given: A) => T, given: A): Promise<T>;
  click(selector: string): Promise<void>;
  type(selector: string, text: string): Promise<void>;
  press(selector: string, key: string): Promise<void>;
}

/** A person at a page in one of the two. */
export class Visitor {
  private marks = 0;
  constructor(private readonly tab: Tab) {}

  async goto(address: string): Promise<void> {
    await this.tab.goto(address);
  }

  /** Waits until all of this stands on the page. */
  async see(...texts: string[]): Promise<void> {
    for (const text of texts) await this.until(`“${text}” on the page`, isShown, text);
  }

  /** Clicks what has this name. */
  async press(kind: Kind, name: string): Promise<void> {
    await this.tab.click(await this.find(kind, name));
  }

  /** Types into a field, at its end. */
  async type(name: string, text: string): Promise<void> {
    await this.tab.type(await this.find("field", name), text);
  }

  /** Presses a key at a field. */
  async key(name: string, key: string): Promise<void> {
    await this.tab.press(await this.find("field", name), key);
  }

  /** Moves a slider some steps up, one by one, as a key does; answers where it stood. */
  async slide(name: string, steps: number): Promise<number> {
    const selector = await this.find("field", name);
    return this.tab.evaluate(moveSlider, { selector, steps });
  }

  /** Chooses a file. */
  async choose(name: string, file: string, text: string): Promise<void> {
    const selector = await this.find("field", name);
    await this.tab.evaluate(chooseFile, { selector, file, text });
  }

  /** Anything else, asked of the page. */
  ask<A, T>(run: (given: A) => T, given: A): Promise<T> {
    return this.tab.evaluate(run, given);
  }

  /** Waits for something that the page can tell. */
  async until<A>(what: string, holds: (given: A) => boolean, given: A): Promise<void> {
    const limit = Date.now() + PATIENCE_MS;
    // A page that is just being left answers nothing, and is asked again.
    while (!(await this.tab.evaluate(holds, given).catch(() => false))) {
      if (Date.now() > limit) {
        const shown = await this.tab.evaluate(() => document.body.innerText, undefined);
        throw new Error(`no ${what} after ${PATIENCE_MS} ms; there is:\n${shown}`);
      }
      await sleep(100);
    }
  }

  /** Marks what has this name, and answers its selector. */
  private async find(kind: Kind, name: string): Promise<string> {
    const mark = `story-${(this.marks += 1)}`;
    await this.until(`${kind} “${name}”`, markNamed, { kind, name, mark });
    return `[data-story="${mark}"]`;
  }
}

function isShown(text: string): boolean {
  const plain = document.body.innerText.replaceAll("\u00ad", "").replace(/\s+/g, " ");
  return plain.includes(text);
}

function markNamed({ kind, name, mark }: { kind: string; name: string; mark: string }): boolean {
  const kinds: Record<string, string> = {
    button: "button, summary",
    link: "a[href]",
    heading: "h1, h2, h3",
    checkbox: "input[type=checkbox]",
    field: "input:not([type=checkbox]), textarea, select",
    option: "[role=option]",
  };
  const plain = (text: string) => text.replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  const nameOf = (element: Element): string => {
    const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? "");
    return plain(element.getAttribute("aria-label") ?? (labels.length > 0 ? labels.join(" ") : element.textContent) ?? "");
  };
  const isThere = (element: Element) => element.getClientRects().length > 0 || element.matches("[type=file]");
  const all = [...document.querySelectorAll(kinds[kind] ?? kind)].filter(isThere);
  const isNamed = [(one: string) => one === name, (one: string) => one.startsWith(name), (one: string) => one.includes(name)];
  const found = isNamed.map((is) => all.find((one) => is(nameOf(one)))).find((one) => one !== undefined);
  found?.setAttribute("data-story", mark);
  // Behind what sticks to the bottom it is in the window, too, and a click would hit that.
  found?.scrollIntoView({ block: "center" });
  return found !== undefined;
}

function moveSlider({ selector, steps }: { selector: string; steps: number }): number {
  const slider = document.querySelector<HTMLInputElement>(selector);
  if (!slider) throw new Error("there is no such slider any more");
  const before = Number(slider.value);
  for (let step = 0; step < steps; step += 1) {
    slider.stepUp();
    slider.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return before;
}

function chooseFile({ selector, file, text }: { selector: string; file: string; text: string }): void {
  const input = document.querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error("there is no such field any more");
  const data = new DataTransfer();
  data.items.add(new File([text], file, { type: "text/csv" }));
  input.files = data.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

/** How large a window is. */
interface Size {
  width: number;
  height: number;
}

/** A browser engine that is open. */
export interface Engine {
  /** A newcomer's window at an address; each has what it keeps for itself. */
  open(size: Size, address: string): Promise<Visitor>;
  close(): Promise<void>;
}

/** Firefox, without a window; one for each person: a tab behind another is hidden, and a hidden phone does not follow. */
export async function firefox(): Promise<Engine> {
  const browsers: { close(): Promise<void> }[] = [];
  return {
    async open(viewport, address) {
      const browser = await puppeteer.launch({
        browser: "firefox",
        executablePath: FIREFOX,
        headless: true,
        timeout: START_LIMIT_MS,
        extraPrefsFirefox: { "intl.accept_languages": "da-DK, da" },
      });
      browsers.push(browser);
      const page = await browser.newPage();
      await page.setViewport(viewport);
      await page.goto(address);
      return new Visitor({
        goto: (there) => page.goto(there),
        evaluate: (run, given) => page.evaluate(run as never, given) as never,
        // Without waiting for frames: a window without focus may draw none.
        click: (selector) => page.click(selector),
        type: (selector, text) => page.type(selector, text),
        press: async (selector, key) => {
          await page.focus(selector);
          await page.keyboard.press(key as never);
        },
      });
    },
    async close() {
      for (const browser of browsers) await browser.close();
    },
  };
}

/** WebKit, in windows on a screen that nobody sees. */
export async function webKit(): Promise<Engine> {
  const screen = await Screen.start();
  const windows: { close(): Promise<void> }[] = [];
  return {
    async open(size, address) {
      const window = await WebKitWindow.open(screen, size, address);
      windows.push(window);
      return window.visitor;
    },
    async close() {
      for (const window of windows) await window.close();
      await screen.close();
    },
  };
}

/** An X server that draws nowhere. */
class Screen {
  private constructor(
    private readonly process: ChildProcess,
    readonly name: string,
  ) {}

  static async start(): Promise<Screen> {
    // It looks for a free number by itself, and says which.
    const args = ["-displayfd", "3", "-screen", "0", "1400x1000x24", "-nolisten", "tcp"];
    const process = spawn("Xvfb", args, { stdio: ["ignore", "ignore", "ignore", "pipe"] });
    const [number] = await once(process.stdio[3] as NodeJS.ReadableStream, "data");
    return new Screen(process, `:${String(number).trim()}`);
  }

  async close(): Promise<void> {
    await end(this.process);
  }
}

class WebKitWindow {
  private constructor(
    readonly visitor: Visitor,
    private readonly parts: { process: ChildProcess; list: Server; browser: { close(): Promise<void> } },
  ) {}

  static async open(screen: Screen, { width, height }: Size, address: string): Promise<WebKitWindow> {
    const inspector = `127.0.0.1:${await freePort()}`;
    const program = resolve("tests/e2e/support/webkit_window.py");
    const process_ = spawn(PYTHON, [program, String(width), String(height), address], {
      stdio: ["ignore", "pipe", "ignore"],
      env: {
        ...process.env,
        DISPLAY: screen.name,
        GDK_BACKEND: "x11",
        NO_AT_BRIDGE: "1",
        // Reading a desktop's settings, it waits for itself now and then.
        GSETTINGS_BACKEND: "memory",
        LANG: "C.UTF-8",
        LIBGL_ALWAYS_SOFTWARE: "1",
        WEBKIT_DISABLE_DMABUF_RENDERER: "1",
        // Its sandbox needs name spaces that a container may not make.
        WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
        WEBKIT_INSPECTOR_HTTP_SERVER: inspector,
      },
    });
    await once(process_.stdout as NodeJS.ReadableStream, "data", { signal: AbortSignal.timeout(START_LIMIT_MS) });
    const list = await listSockets(inspector, address);
    const { port } = list.address() as AddressInfo;
    const browser = await webkit.connectOverCDP(`http://127.0.0.1:${port}`);
    const page = browser.contexts()[0]?.pages()[0];
    if (!page) throw new Error("a window has a page");
    const visitor = new Visitor({
      goto: (address) => page.goto(address),
      evaluate: (run, given) => page.evaluate(run as never, given) as never,
      click: (selector) => page.locator(selector).click(),
      type: (selector, text) => page.locator(selector).pressSequentially(text),
      press: (selector, key) => page.locator(selector).press(key),
    });
    return new WebKitWindow(visitor, { process: process_, list, browser });
  }

  async close(): Promise<void> {
    const { process, list, browser } = this.parts;
    await browser.close().catch(() => undefined);
    list.close();
    await end(process);
  }
}

/**
 * What Playwright asks for as `/json`, made of the page on which WebKit lists its sockets; once the window has come to
 * its address, for on the way there it changes its process, and its socket.
 */
async function listSockets(inspector: string, address: string): Promise<Server> {
  const sockets = async (): Promise<string[]> => {
    const listed = await fetch(`http://${inspector}/`).then((answer) => answer.text());
    if (!listed.includes(new URL(address).pathname)) return [];
    return [...new Set(listed.match(/\/socket\/\d+\/\d+\/WebPage/g))];
  };
  const limit = Date.now() + START_LIMIT_MS;
  while ((await sockets().catch(() => [])).length === 0) {
    if (Date.now() > limit) throw new Error("WebKit's window did not open");
    await sleep(100);
  }
  const list = createServer(async (_, answer) => {
    const pages = (await sockets().catch(() => [])).map((path) => ({ webSocketDebuggerUrl: `ws://${inspector}${path}` }));
    answer.setHeader("content-type", "application/json").end(JSON.stringify(pages));
  });
  list.listen(0, "127.0.0.1");
  await once(list, "listening");
  return list;
}

async function freePort(): Promise<number> {
  const probe = createSocket().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

async function end(process: ChildProcess): Promise<void> {
  if (process.exitCode !== null || process.signalCode !== null) return;
  const ended = once(process, "exit");
  process.kill("SIGKILL");
  await ended;
}
