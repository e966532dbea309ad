//! What a story is told with: a server, people at their devices, and nobody's browser complaining.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import axe from "axe-core";
import { type BrowserContextOptions, type Page, test as base, expect } from "@playwright/test";
import { Complaints } from "./complaints.ts";
import { Inbox } from "./inbox.ts";
import { Server } from "./server.ts";

/** The sizes that every screen is made for. */
const DEVICES = {
  phone: { width: 390, height: 844 },
  /** The narrowest that WCAG asks for. */
  tiny: { width: 320, height: 640 },
  /** A phone held as the presenter's remote. */
  remote: { width: 390, height: 844 },
  laptop: { width: 1024, height: 768 },
  projector: { width: 1280, height: 720 },
  staff: { width: 1440, height: 900 },
} as const;

export type Device = keyof typeof DEVICES;

/** How someone has set their browser, e.g. `{ locale: "en-GB", colorScheme: "dark" }`. */
export type Settings = Pick<
  BrowserContextOptions,
  "locale" | "colorScheme" | "reducedMotion" | "forcedColors" | "hasTouch" | "viewport"
>;

/** A newcomer with a browser of their own, so own cookies and storage; answers their page, opened at `path`. */
export type Arrive = (device: Device, path: string, settings?: Settings) => Promise<Page>;

interface Story {
  /** Over how many seconds the demo's invented participants vote; `test.use({ demoSeconds: 30 })` for real time. */
  demoSeconds: number;
  /** Starts without the demo, for a vendor with this one-time link. */
  setupToken: string;
  /** Whether the server sends mail, into `inbox`. */
  sendsMail: boolean;
  inbox: Inbox;
  server: Server;
  complaints: Complaints;
  arrive: Arrive;
}

export const test = base.extend<Story>({
  demoSeconds: [3, { option: true }],
  setupToken: ["", { option: true }],
  sendsMail: [false, { option: true }],

  inbox: async ({}, use) => {
    const inbox = await Inbox.open();
    await use(inbox);
    await inbox.close();
  },

  server: async ({ demoSeconds, setupToken, sendsMail, inbox }, use, info) => {
    const server = await Server.start(demoSeconds, setupToken, sendsMail ? inbox.url : "");
    await use(server);
    if (info.status !== info.expectedStatus) {
      await info.attach("server.log", { body: server.log, contentType: "text/plain" });
    }
    await server.remove();
  },

  complaints: async ({}, use) => {
    const complaints = new Complaints();
    await use(complaints);
    complaints.expectNone();
  },

  arrive: async ({ browser, server, complaints }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (device, path, settings = {}) => {
      const context = await browser.newContext({
        viewport: DEVICES[device],
        // A browser with a window lends its clipboard to whoever presses a button.
        permissions: ["clipboard-write"],
        ...settings,
        baseURL: server.url,
      });
      contexts.push(context);
      complaints.listenTo(context, `${device} ${contexts.length}`);
      const page = await context.newPage();
      await page.goto(path);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect };
export { DEMO } from "./server.ts";

const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** Notes anything that axe holds against WCAG 2.2 AA, or against these rules alone; the story goes on, and fails. */
export async function expectAccessible(page: Page, where: string = page.url(), rules?: string[]): Promise<void> {
  // Half a megabyte of axe is put into a page once, not at every look.
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(axe.source);
  }
  const runOnly = rules ? ({ type: "rule", values: rules } as const) : ({ type: "tag", values: WCAG } as const);
  const look = (): Promise<string[]> => page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: typeof import("axe-core") };
    axe.configure({ allowedOrigins: ["<unsafe_all_origins>"] });
    // What passes is not written out: that took three quarters of the time.
    const { violations } = await axe.run(document, { runOnly: { ...runOnly }, resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.join(" ")} ${any.map(({ message }) => message).join("; ")}`),
    );
  }, runOnly);
  // What is seen for a moment, while a page takes its new colours, is no fault.
  await expect.soft.poll(look, { message: `accessibility: ${where}`, timeout: 5_000 }).toEqual([]);
}

/** Waits until a page is drawn as it was asked to be: another size or colour scheme comes with the next frame. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const late = new Promise((done) => setTimeout(done, 500));
    await Promise.race([frame().then(frame), late]);
  });
}

/** Takes a picture of a page as it is shown: `target/screens/NAME.png`. */
export async function takeScreen(page: Page, name: string): Promise<void> {
  const folder = join("target", "screens");
  await mkdir(folder, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
}
