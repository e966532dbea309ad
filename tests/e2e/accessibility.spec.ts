//! Every page in every state, for those who listen, zoom, need contrast, or have large fingers.

import { type Page } from "@playwright/test";
import { walk } from "./support/walk.ts";
import { DEMO, drawn, expect, expectAccessible, test } from "./support/story.ts";

type Scheme = "light" | "dark";
/** Whoever reads; `other` is a colour scheme whose contrast is looked at as well. */
const READERS: { locale: string; colorScheme: Scheme; other?: Scheme }[] = [
  { locale: "da-DK", colorScheme: "light", other: "dark" },
  { locale: "en-GB", colorScheme: "dark" },
];

for (const { locale, colorScheme, other } of READERS) {
  const expectGood = async (page: Page, where: string): Promise<void> => {
    await expectAccessible(page, `${where}, ${colorScheme}`);
    if (!other) return;
    await page.emulateMedia({ colorScheme: other });
    await drawn(page);
    await expectAccessible(page, `${where}, ${other}`, ["color-contrast"]);
    await page.emulateMedia({ colorScheme });
  };

  test(`nothing stands in anyone's way in a whole webinar, ${locale}`, async ({ arrive }) => {
    test.setTimeout(400_000);
    for await (const { name, phone, projector, console, fresh, turned } of walk(arrive, { locale, colorScheme })) {
      await test.step(name, async () => {
        if (turned.includes(phone)) await expectTitled(phone, "·", `phone, ${name}`);
        if (turned.includes(projector)) await expectTitled(projector, "–", `projector, ${name}`);
        expect.soft(await console.page.title(), name).toMatch(/^(Oplægsholder|Presenter) – /);
        for (const page of fresh) {
          const who = page === phone ? "phone" : page === projector ? "projector" : "console";
          await expectGood(page, `${who}, ${name}`);
        }
        if (!fresh.includes(phone)) return;
        await expectNarrow(phone, name);
        await expectTouchable(phone, name);
        await expect.soft(phone.locator("[role=status], [aria-live=polite]"), `live regions, ${name}`).toHaveCount(1);
      });
    }
  });

  test(`nothing stands in anyone's way before one is in, ${locale}`, async ({ arrive, complaints }) => {
    test.slow();
    complaints.allow(/40[134]/);
    const expectGoodPhone = async (page: Page, name: string): Promise<void> => {
      await expectGood(page, name);
      await expectNarrow(page, name);
      await expectTouchable(page, name);
      expect.soft(await page.title(), name).toMatch(/ · Barometer$/);
    };
    const settings = { locale, colorScheme, reducedMotion: "reduce" } as const;

    const code = await arrive("phone", "/", settings);
    await expect(code.getByRole("textbox")).toBeVisible();
    await expectGoodPhone(code, "code");
    await code.getByRole("textbox").fill("hvad?");
    await code.getByRole("textbox").press("Enter");
    await expect(code.getByRole("alert")).not.toBeEmpty();
    await expect(code.getByRole("textbox")).toHaveValue("hvad?");
    await expect(code.getByRole("textbox")).toBeFocused();
    await expectGoodPhone(code, "code, mistyped");
    const unknown = await arrive("phone", "/w/222222", settings);
    await expect(unknown.getByRole("alert")).not.toBeEmpty();
    await expectGoodPhone(unknown, "unknown webinar");

    const form = await arrive("phone", `/w/${DEMO.code}`, settings);
    await expect(form.getByRole("combobox")).toBeVisible();
    await expectGoodPhone(form, "join");
    await form.getByRole("combobox").fill("Aa");
    await expect(form.getByRole("option").first()).toBeVisible();
    await expectGoodPhone(form, "join, list");
    await form.getByRole("combobox").fill("Xyzzy");
    await expect(form.getByText(/Ingen kommune begynder sådan|No municipality begins like that/).first()).toBeVisible();
    await expectGoodPhone(form, "join, no such municipality");
    await form.getByRole("button", { name: /^(Deltag|Join)$/ }).click();
    await expect(form.getByRole("alert").filter({ hasText: /./ })).toHaveCount(1);
    await expect(form.getByRole("combobox")).toHaveValue("Xyzzy");
    await expect(form.getByRole("combobox")).toBeFocused();
    await expectGoodPhone(form, "join, refused");
    await form.getByRole("button", { name: /ser kun med|only watching/ }).click();
    await expect(form.getByText(/^Du ser kun med|^You are only watching/).first()).toBeVisible();
    await expectTitled(form, "·", "watching");
    await expectGoodPhone(form, "watching");

    const gate = await arrive("staff", `/w/${DEMO.code}/present`, settings);
    await expect(gate.getByRole("textbox")).toBeVisible();
    await expectGood(gate, "console without a key");
    await gate.getByRole("textbox").fill("forkert");
    await gate.getByRole("textbox").press("Enter");
    await expect(gate.getByRole("alert")).toBeVisible();
    await expectGood(gate, "console with a wrong key");
    const nowhere = await arrive("projector", "/w/222222/screen", settings);
    await expect(nowhere.getByRole("alert")).toBeVisible({ timeout: 20_000 });
    await expectGood(nowhere, "projector of no webinar");
  });

  test(`nothing stands in anyone's way where a webinar is prepared, ${locale}`, async ({ arrive, complaints }) => {
    test.slow();
    complaints.allow(/4(01|22)/);
    const settings = { locale, colorScheme, reducedMotion: "reduce" } as const;
    const is = (danish: string, english: string): string => (locale === "da-DK" ? danish : english);
    const vendor = await arrive("staff", "/vendor", settings);
    const look = async (name: string): Promise<void> => {
      await expectGood(vendor, name);
      await expectNarrow(vendor, name);
      expect.soft(await vendor.title(), name).toMatch(/ · Barometer$/);
    };
    const enter = async (): Promise<void> => {
      await vendor.locator("input[type=password]").fill("barometer til demo");
      await vendor.locator("button[type=submit]").click();
    };
    const save = vendor.getByRole("button", { name: is("Gem", "Save"), exact: true });

    await enter();
    await expect(vendor.getByRole("link", { name: is("Forbered", "Prepare"), exact: true })).toBeVisible();
    await look("series");
    await vendor.getByRole("link", { name: is("Nyt webinar", "New webinar") }).click();
    await look("new webinar");
    await vendor.getByRole("button", { name: is("Opret webinaret", "Create the webinar") }).click();
    await expect(vendor.getByRole("alert").filter({ hasText: /./ })).toHaveCount(1);
    await look("new webinar, refused");
    await vendor.getByRole("link", { name: is("Alle webinarer", "All webinars") }).click();
    await vendor.getByRole("link", { name: is("Forbered", "Prepare"), exact: true }).click();
    await expect(save).toBeVisible();
    await expect(vendor.locator(".candidate")).toHaveCount(12);
    await look("prepare");
    await vendor.locator("#prepare-ends").fill("12:00");
    await save.click();
    await expect(vendor.locator("#prepare-ends")).toBeFocused();
    await look("prepare, refused");
    await vendor.goto("/vendor/requests");
    await vendor.getByRole("link", { name: "Kvittering for læst advis" }).click();
    await expect(vendor.locator(".request-form")).toBeVisible();
    await look("request");
  });
}

test("high contrast keeps what matters in sight", async ({ arrive }) => {
  const stops = walk(arrive, { forcedColors: "active" });
  for await (const { name, phone } of stops) {
    if (name !== "ballot received") continue;
    const box = phone.getByRole("checkbox").first();
    await box.focus();
    // Come to by keyboard, as those do who need the outline.
    await phone.keyboard.press("Shift+Tab");
    await phone.keyboard.press("Tab");
    await expect(box).toBeFocused();
    const { outlineStyle } = await box.evaluate((element) => {
      const shown = getComputedStyle(element).outlineStyle === "none" ? element.closest("label") : element;
      return { outlineStyle: shown ? getComputedStyle(shown).outlineStyle : "none" };
    });
    expect(outlineStyle).not.toBe("none");
    break;
  }
});

/** Title and focus are at the stage's heading. */
async function expectTitled(page: Page, between: string, name: string): Promise<void> {
  const heading = page.getByRole("heading", { level: 1 });
  const text = (await heading.innerText()).replaceAll("\u00ad", "").trim();
  await expect.soft(page, name).toHaveTitle(`${text} ${between} Barometer`, { timeout: 2_000 });
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80) ?? "");
  await expect.soft.poll(focused, { message: `focus, ${name}`, timeout: 2_000 }).toMatch(/^<h1/);
}

/** Nothing is wider than the narrowest phone, nor than this one at 200 %. */
async function expectNarrow(phone: Page, name: string): Promise<void> {
  const usual = phone.viewportSize();
  if (!usual) throw new Error("a phone has a size");
  for (const viewport of [
    { width: 320, height: 640 },
    { width: usual.width / 2, height: usual.height / 2 },
  ]) {
    await phone.setViewportSize(viewport);
    // On a busy machine the new size is drawn a while after it is there.
    const wide = () => outside(phone);
    await expect.soft.poll(wide, { message: `wider than ${viewport.width} px: ${name}`, timeout: 2_000 }).toEqual([]);
  }
  await phone.setViewportSize(usual);
}

/** How wide a page is that is wider than its window, and what stands outside. */
async function outside(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const elements = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return [`${scrollWidth} px`, ...elements.slice(0, 5).map((element) => `${element.tagName}.${element.className}`)];
  });
}

/** Whatever can be touched is large enough for a thumb. */
async function expectTouchable(phone: Page, name: string): Promise<void> {
  const small = await phone.evaluate(() => {
    const least = 48 - 0.5;
    const targets = document.querySelectorAll<HTMLElement>("button, input, select, summary, a[href], [role=option]");
    return [...targets]
      .map((target) => (target.matches("[type=checkbox]") ? (target.closest("label") ?? target) : target))
      .filter((target) => target.checkVisibility({ visibilityProperty: true }))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width < least || box.height < least)
      .map(({ target, box }) => {
        const words = target.innerText || target.className || target.tagName;
        return `${words}: ${Math.round(box.width)} × ${Math.round(box.height)}`;
      });
  });
  expect.soft(small, `too small to touch: ${name}`).toEqual([]);
}
