//! What keeps a projector's slide from being read at the back of the room, measured in the page.

import { type Page } from "@playwright/test";

/** Letters are at least so large, in pixels where the picture is 1280 wide. */
const SMALLEST = 20;
/** Marks that nobody has to read from afar, and titles where eight long ones share a page. */
const SMALLER: Record<string, number> = { ".chip, .chip *": 14, ".dense .title, .dense .title *": 18 };

/** All that is wrong with the slide that is shown; empty when it can be read. */
export function faults(page: Page): Promise<string[]> {
  return page.evaluate(measure, { smallest: SMALLEST, smaller: SMALLER });
}

function measure({ smallest, smaller }: { smallest: number; smaller: Record<string, number> }): string[] {
  const found: string[] = [];
  const projection = document.querySelector(".projection");
  const body = document.querySelector(".projection-body");
  if (!projection || !body) return ["there is no projection"];
  const frame = projection.getBoundingClientRect();
  const unit = frame.width / 1280;
  const isShown = (element: Element) =>
    !element.closest(".visually-hidden, details") && element.getClientRects().length > 0;

  const walker = document.createTreeWalker(projection, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) {
    const text = walker.currentNode as Text;
    if (text.data.trim() && text.parentElement && isShown(text.parentElement)) texts.push(text);
  }
  const rects = (text: Text): DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(text);
    return [...range.getClientRects()];
  };

  for (const text of texts) {
    const parent = text.parentElement as Element;
    const name = `“${text.data.trim().slice(0, 40)}”`;
    // Size: letters of a drawing are scaled with it.
    const matrix = parent instanceof SVGGraphicsElement ? parent.getScreenCTM() : null;
    const size = (Number.parseFloat(getComputedStyle(parent).fontSize) * (matrix?.a ?? 1)) / unit;
    const exception = Object.entries(smaller).find(([selector]) => parent.matches(selector));
    const least = exception?.[1] ?? smallest;
    if (size < least - 0.1) found.push(`${name} is set in ${size.toFixed(1)} px, not ${least}`);
    // Inside of the picture, and inside of whatever hides what does not fit.
    for (const rect of rects(text)) {
      const isIn =
        rect.left >= frame.left - 1 && rect.right <= frame.right + 1 && rect.top >= frame.top - 1 && rect.bottom <= frame.bottom + 1;
      if (!isIn) found.push(`${name} leaves the picture`);
    }
    const isBody = body.contains(parent);
    if (isBody && rects(text).some((rect) => rect.bottom > body.getBoundingClientRect().bottom + 2)) {
      found.push(`${name} runs into the bar`);
    }
    for (let box: Element | null = parent; box && box !== projection; box = box.parentElement) {
      const style = getComputedStyle(box);
      const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
      if (!hides || box === body || box.matches(".projection-body")) continue;
      // Letters reach a little beyond narrow lines; what is cut is a line, or the end of one.
      const reach = Number.parseFloat(style.fontSize) * 0.3;
      if (box.scrollHeight > box.clientHeight + reach || box.scrollWidth > box.clientWidth + 2) found.push(`${name} is cut`);
    }
  }

  // No two texts on each other.
  const boxes = texts.flatMap((text) => rects(text).map((rect) => ({ text, rect })));
  for (const [at, one] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      if (one.text.parentElement?.closest("svg") || other.text.parentElement?.closest("svg")) continue;
      const [a, b] = [one.rect, other.rect];
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      // Boxes of lines are higher than their letters.
      if (across > 1 && down > Math.min(a.height, b.height) * 0.4) {
        found.push(`“${one.text.data.slice(0, 30)}” stands on “${other.text.data.slice(0, 30)}”`);
      }
    }
  }

  // No line begins with a comma or the like.
  const blocks = new Map<Element, { node: Text; at: number; letter: string }[]>();
  for (const node of texts) {
    let block = node.parentElement as Element;
    while (getComputedStyle(block).display.startsWith("inline") && block.parentElement) block = block.parentElement;
    const letters = blocks.get(block) ?? [];
    for (const [at, letter] of [...node.data].entries()) letters.push({ node, at, letter });
    blocks.set(block, letters);
  }
  for (const letters of blocks.values()) {
    const rectOf = ({ node, at }: { node: Text; at: number }) => {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    for (const [at, one] of letters.entries()) {
      if (!/[,.;:!?]/.test(one.letter)) continue;
      const before = letters.slice(0, at).findLast(({ letter }) => letter.trim());
      if (!before) continue;
      const [here, there] = [rectOf(one), rectOf(before)];
      if (here.width > 0 && here.top > there.top + here.height * 0.6) {
        found.push(`a line begins with “${one.letter}” after “${letters.slice(Math.max(0, at - 20), at).map((l) => l.letter).join("")}”`);
      }
    }
  }

  // The result: one size for all titles, none like another, and the line between rows.
  const titles = [...document.querySelectorAll(".support-bars .title")];
  const sizes = new Set(titles.map((title) => getComputedStyle(title).fontSize));
  if (sizes.size > 1) found.push(`titles in ${[...sizes].join(" and ")}`);
  if (new Set(titles.map((title) => title.textContent)).size < titles.length) found.push("two titles read alike");
  const cut = document.querySelector(".support-bars .cut")?.getBoundingClientRect();
  for (const title of titles) {
    const rect = title.getBoundingClientRect();
    if (cut && rect.top < cut.bottom && cut.top < rect.bottom) found.push(`the line runs through “${title.textContent}”`);
  }

  // The number of a row that is still to come can be read.
  const luminance = (color: string): number => {
    const [r = 0, g = 0, b = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
    const linear = (part: number) => ((part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  };
  for (const number of document.querySelectorAll(".support-bars .waiting .number")) {
    const style = getComputedStyle(number);
    const paper = luminance(getComputedStyle(projection).backgroundColor);
    const ink = luminance(style.color) * Number(style.opacity) + paper * (1 - Number(style.opacity));
    const contrast = (Math.max(paper, ink) + 0.05) / (Math.min(paper, ink) + 0.05);
    if (contrast < 4.5) found.push(`a waiting row's number has a contrast of ${contrast.toFixed(2)}`);
  }
  return [...new Set(found)];
}
