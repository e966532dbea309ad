//! What someone hears who listens to a page: every change of a live region with its politeness and time, every move of the
//! focus, and beside them the person's own presses.

import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Page, expect } from "@playwright/test";
import { type Arrive } from "./story.ts";

/** One thing heard or done. */
export interface Heard {
  /** Milliseconds since the page was opened. */
  at: number;
  kind: "polite" | "assertive" | "focus" | "press";
  text: string;
}

declare global {
  interface Window {
    heard?: Heard[];
  }
}

/** Newcomers whose pages are listened to from the beginning. */
export function listening(arrive: Arrive): Arrive {
  return async (device, path, settings) => {
    const page = await arrive(device, "about:blank", settings);
    await page.addInitScript(record);
    await page.goto(path);
    return page;
  };
}

function record(): void {
  const heard: Heard[] = [];
  window.heard = heard;
  const plain = (text: string | null) => (text ?? "").replaceAll("\u00ad", "").replace(/\s+/g, " ").trim();
  const note = (kind: Heard["kind"], text: string) => {
    if (text) heard.push({ at: Math.round(performance.now()), kind, text });
  };
  const name = (element: Element) => {
    const labels = (element as HTMLInputElement).labels ?? [];
    const label = [...labels].map((one) => plain(one.textContent)).join(" ");
    return `${element.tagName.toLowerCase()} ${element.getAttribute("aria-label") ?? (label || plain(element.textContent))}`;
  };
  const LIVE = "[role=status], [role=alert], [aria-live]";
  const isAssertive = (region: Element) => region.matches("[role=alert], [aria-live=assertive]");
  new MutationObserver((records) => {
    const regions = new Set<Element>();
    for (const { target, addedNodes } of records) {
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest(LIVE);
      if (region) regions.add(region);
      // An alert is heard when it comes; a status only when it changes.
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        const alerts = [node, ...node.querySelectorAll("[role=alert]")];
        for (const one of alerts) if (one.matches("[role=alert]")) regions.add(one);
      }
    }
    for (const region of regions) note(isAssertive(region) ? "assertive" : "polite", plain(region.textContent));
  }).observe(document, { childList: true, subtree: true, characterData: true });
  addEventListener("focusin", ({ target }) => target instanceof Element && note("focus", name(target).slice(0, 90)), true);
  for (const press of ["click", "keydown"]) {
    addEventListener(press, ({ target }) => target instanceof Element && note("press", name(target).slice(0, 60)), true);
  }
}

/** All that was heard on a page. */
export function heardOn(page: Page): Promise<Heard[]> {
  return page.evaluate(() => window.heard ?? []);
}

/** How long after the last press before it a message that holds these words came, in milliseconds. */
export function answerTime(heard: Heard[], words: RegExp): number {
  const at = heard.findIndex(({ kind, text }) => (kind === "polite" || kind === "assertive") && words.test(text));
  const press = heard.slice(0, Math.max(at, 0)).findLast(({ kind }) => kind === "press");
  const answer = heard[at];
  return answer && press ? answer.at - press.at : Number.POSITIVE_INFINITY;
}

/** The focus is somewhere: nobody who comes with a keyboard or listens is sent back to the beginning. */
export async function expectFocused(page: Page, where: string): Promise<void> {
  const focused = () => page.evaluate(() => (document.activeElement ?? document.body).tagName);
  await expect.soft.poll(focused, { message: `focus: ${where}`, timeout: 1_000 }).not.toBe("BODY");
}

/** Keeps what was heard where it can be read: `target/screens/NAME.txt`. */
export async function keepLog(heard: Heard[], name: string): Promise<void> {
  const lines = heard.map(({ at, kind, text }) => `${String(at).padStart(7)} ${kind.padEnd(9)} ${text}`);
  await writeFile(join("target", "screens", `${name}.txt`), `${lines.join("\n")}\n`);
}

/** The live regions as the browser hands them on to a screen reader. */
export async function liveRegions(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  const live = nodes.flatMap((node) => node.properties?.filter(({ name }) => name === "live") ?? []);
  return live.map(({ value }) => String(value.value));
}
