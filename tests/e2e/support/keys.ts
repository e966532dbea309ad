//! What people do who have a keyboard and nothing else.

import { type Locator, type Page, expect } from "@playwright/test";
import { PACE_MS } from "./people.ts";

/** More presses of Tab than any page needs. */
const MOST_TABS = 80;
const CONTROLS = "button, a[href], input, select, textarea, summary, [tabindex='0']";

/** Presses keys, one after the other, at a person's pace. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    await page.waitForTimeout(PACE_MS);
    await page.keyboard.press(key);
  }
}

/** Presses Tab, or backwards Shift+Tab, until the focus is there. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target, "reached by Tab").toBeFocused();
}

/** Goes once around with Tab: every control is reached, and wherever the focus is, it can be seen. */
export async function expectTabReachesAll(page: Page): Promise<void> {
  const controls = await page.evaluate((selector) => {
    const isThere = (element: HTMLElement): boolean =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest("[inert], dialog:not([open])") &&
      !element.matches(":disabled") &&
      element.tabIndex >= 0;
    const all = [...document.querySelectorAll<HTMLElement>(selector)].filter(isThere);
    all.forEach((element, at) => (element.dataset.control = String(at)));
    return all.map((element) => element.innerText.trim() || element.getAttribute("aria-label") || element.outerHTML);
  }, CONTROLS);
  const reached = new Set<number>();
  const unseen: string[] = [];
  for (let tabs = 0; tabs < controls.length + 4; tabs += 1) {
    await page.keyboard.press("Tab");
    const { at, isSeen } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const shows = (candidate: Element | null): boolean => {
        if (!candidate) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
        return (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
      };
      return { at: element.dataset.control, isSeen: shows(element) || shows(element.closest("label")) };
    });
    if (at === undefined) continue;
    reached.add(Number(at));
    if (!isSeen) unseen.push(controls[Number(at)] ?? "");
  }
  expect(controls.filter((_, at) => !reached.has(at)), "controls that Tab does not reach").toEqual([]);
  expect(unseen, "controls whose focus cannot be seen").toEqual([]);
}

/** Tab never leaves the open dialog for the page behind it. */
export async function expectDialogKeepsFocus(page: Page): Promise<void> {
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  for (const key of ["Tab", "Tab", "Tab", "Tab", "Tab", "Shift+Tab", "Shift+Tab"]) {
    await page.keyboard.press(key);
    const where = await page.evaluate(() => {
      const element = document.activeElement;
      return element === document.body || element?.closest("dialog[open]") ? "" : (element?.outerHTML ?? "nowhere");
    });
    expect(where, "focus outside the dialog").toBe("");
  }
}
