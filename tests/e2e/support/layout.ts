//! Whether a page fits its window: nothing covers anything, nothing is cut off. Looked at in the page itself, box by box.

import { type Page } from "@playwright/test";
import { drawn } from "./story.ts";

/** A window that a presenter or a meeting room has. */
export type Size = readonly [width: number, height: number];

/** Laptops, a laptop's browser window with its bars, and a projector's. */
export const SIZES: readonly Size[] = [
  [1024, 768],
  [1280, 720],
  [1321, 768],
  [1366, 625],
  [1366, 768],
  [1440, 900],
  [1600, 900],
  [1920, 1080],
];

/** What moves has come to rest by then. */
const REST_LIMIT_MS = 1_000;

/** Looks at one page at every size; it is given back in the size it had. */
export async function faultsAtEverySize(page: Page, look = faults): Promise<string[]> {
  const before = page.viewportSize();
  const found: string[] = [];
  for (const [width, height] of SIZES) {
    await page.setViewportSize({ width, height });
    await drawn(page);
    let there = await look(page);
    // What is seen for a moment, while the page takes its new size, is no fault.
    for (const limit = Date.now() + REST_LIMIT_MS; there.length > 0 && Date.now() < limit; ) {
      await drawn(page);
      there = await look(page);
    }
    found.push(...there.map((fault) => `${width} × ${height}: ${fault}`));
  }
  if (before) await page.setViewportSize(before);
  await drawn(page);
  return found;
}

/** What does not fit, in words. An open dialog is all there is; what is inert is a picture of another page. */
export function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    /** What a touching edge, a rounded pixel or a letter's overhang comes to. */
    const SLACK = 1.5;
    type Box = { left: number; top: number; right: number; bottom: number };
    const root = document.querySelector("dialog[open]") ?? document.body;
    const found: string[] = [];

    const name = (element: Element): string => {
      const text = (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().replaceAll(/\s+/g, " ");
      const part = element.getAttribute("class")?.split(" ")[0] ?? element.tagName.toLowerCase();
      return `“${text.slice(0, 40)}” (${part})`;
    };
    /** Parts that are transparent, or made so small or so clipped that only a screen reader finds them. */
    const hidden = new Map<Element, boolean>();
    const isHidden = (element: Element): boolean => {
      const known = hidden.get(element);
      if (known !== undefined) return known;
      const { opacity, overflowX, clipPath } = getComputedStyle(element);
      const { width, height } = element.getBoundingClientRect();
      const isSmall = (width <= 1 || height <= 1) && overflowX !== "visible";
      const parent = element.parentElement;
      const answer =
        Number(opacity) === 0 || isSmall || clipPath.startsWith("inset(50%") || (!!parent && isHidden(parent));
      hidden.set(element, answer);
      return answer;
    };
    const isShown = (element: Element): boolean => {
      const { width, height } = element.getBoundingClientRect();
      const isVisible = getComputedStyle(element).visibility === "visible";
      return isVisible && width > 1 && height > 1 && !element.closest("[inert]") && !isHidden(element);
    };
    const meet = (one: Box, other: Box): Box => ({
      left: Math.max(one.left, other.left),
      top: Math.max(one.top, other.top),
      right: Math.min(one.right, other.right),
      bottom: Math.min(one.bottom, other.bottom),
    });
    const isEmpty = ({ left, top, right, bottom }: Box): boolean => right - left <= SLACK || bottom - top <= SLACK;
    const screen: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    const around = function* (element: Element): Generator<Element> {
      for (let at = element.parentElement; at; at = at.parentElement) yield at;
    };
    /** What of a box is to be seen, and which edges are lost for good: what scrolls can be reached. */
    const seen = (element: Element, box: Box): { box: Box; isCut: boolean } => {
      let rest = box;
      let cut = box;
      const fixed = getComputedStyle(element).position === "fixed";
      let [across, down] = [false, false];
      for (const frame of fixed ? [] : around(element)) {
        const { overflowX, overflowY } = getComputedStyle(frame);
        const edge = frame.getBoundingClientRect();
        if (overflowX === "visible" && overflowY === "visible") continue;
        rest = meet(rest, edge);
        across ||= /auto|scroll/.test(overflowX);
        down ||= /auto|scroll/.test(overflowY);
        const hard: Box = {
          left: across ? box.left : edge.left,
          right: across ? box.right : edge.right,
          top: down ? box.top : edge.top,
          bottom: down ? box.bottom : edge.bottom,
        };
        cut = meet(cut, hard);
      }
      const page = document.documentElement;
      const scrolls = page.scrollHeight > page.clientHeight && getComputedStyle(page).overflowY !== "hidden";
      cut = meet(cut, { ...screen, ...(down || scrolls ? { top: box.top, bottom: box.bottom } : {}) });
      const isCut =
        cut.left - box.left > SLACK ||
        box.right - cut.right > SLACK ||
        cut.top - box.top > SLACK ||
        box.bottom - cut.bottom > SLACK;
      return { box: meet(rest, screen), isCut };
    };

    const page = document.documentElement;
    if (page.scrollWidth > innerWidth + 1) found.push(`the page is ${page.scrollWidth} px wide`);

    // What can be pressed: whole, and apart.
    const pressable = "button, a[href], input, select, textarea, summary, [role='button'], [role='option']";
    const buttons = [...root.querySelectorAll(pressable)].filter(isShown);
    const boxes = buttons.map((button) => seen(button, button.getBoundingClientRect()));
    for (const [at, { box, isCut }] of boxes.entries()) {
      const button = buttons[at] as Element;
      if (isCut) found.push(`${name(button)} is cut off`);
      for (const [beside, other] of boxes.slice(0, at).entries()) {
        const neighbour = buttons[beside] as Element;
        if (button.contains(neighbour) || neighbour.contains(button)) continue;
        if (!isEmpty(meet(box, other.box))) found.push(`${name(button)} lies over ${name(neighbour)}`);
      }
    }

    // What is read: each line of each text, whole, uncovered, and apart from every other.
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const lines: { element: Element; box: Box }[] = [];
    const told = new Set<Element>();
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || !node.textContent?.trim() || !isShown(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const line of range.getClientRects()) {
        // Letters fill the middle of their line.
        const rest = line.height * 0.22;
        const letters = { left: line.left, right: line.right, top: line.top + rest, bottom: line.bottom - rest };
        const { box, isCut } = seen(element, letters);
        if (isCut && !told.has(element)) {
          told.add(element);
          found.push(`the text ${name(element)} is cut off`);
        }
        if (isEmpty(box)) continue;
        lines.push({ element, box });
        const middle = (box.top + box.bottom) / 2;
        for (const across of [box.left + 2, (box.left + box.right) / 2, box.right - 2]) {
          const top = document.elementFromPoint(across, middle);
          if (!top || told.has(element) || element.contains(top) || top.contains(element) || isHidden(top)) continue;
          if (top.closest("svg") && top.closest("svg") === element.closest("svg")) continue;
          told.add(element);
          found.push(`the text ${name(element)} is covered by ${name(top)}`);
        }
      }
    }
    for (const [at, { element, box }] of lines.entries()) {
      for (const other of lines.slice(0, at)) {
        if (other.element === element || told.has(element)) continue;
        if (isEmpty(meet(box, other.box))) continue;
        told.add(element);
        found.push(`the text ${name(element)} lies over ${name(other.element)}`);
      }
    }

    // What is wider than its frame, though nothing of it may stick out.
    for (const element of root.querySelectorAll("*")) {
      if (!isShown(element) || element.closest("svg")) continue;
      if (getComputedStyle(element).overflowX === "visible" || element.tagName === "TEXTAREA") continue;
      if (element.scrollWidth > element.clientWidth + 1) {
        found.push(`${name(element)} is ${element.scrollWidth} px wide in ${element.clientWidth}`);
      }
    }
    return found;
  });
}
