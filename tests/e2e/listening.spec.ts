//! A whole webinar for those who listen: what is said, when, and where the focus is.

import { mkdir } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { answerTime, expectFocused, heardOn, keepLog, listening, liveRegions } from "./support/listening.ts";
import { FIRST, join, present, vote } from "./support/people.ts";
import { drawn, expect, test } from "./support/story.ts";
import { walk } from "./support/walk.ts";

/** An answer to a press comes so soon, in milliseconds; one that the server gives may take longer. */
const AT_ONCE_MS = 500;
const BY_THE_SERVER_MS = 4_000;

const READERS = [
  {
    locale: "da-DK",
    choose: /^Vælg mindst ét ønske/,
    limit: /^Du har allerede valgt \d/,
    received: /^Modtaget/,
    changed: /^Ikke sendt endnu/,
    interested: /^I er noteret som interesserede/,
    row: /^1\. .*af \d+ kommuner/,
    goOn: /øverste går videre/,
    countdown: /^Lukker om/,
    projector: ["Igangværende ønsker", "Lukker …", "Afstemningen er lukket", "Finansiering", "Tak for i dag", "Webinaret er slut"],
  },
  {
    locale: "en-GB",
    choose: /^Choose at least one request/,
    limit: /^You have already chosen \d/,
    received: /^Received/,
    changed: /^Not sent yet/,
    interested: /^You are noted as interested/,
    row: /^1\. .*of \d+ municipalities/,
    goOn: /top \d go on/,
    countdown: /^Closes in/,
    projector: ["Ongoing requests", "Closing …", "The vote is closed", "Financing", "Thank you", "The webinar has ended"],
  },
];

for (const { locale, ...words } of READERS) {
  test(`what one does is answered at once, and the focus is never lost, ${locale}`, async ({ arrive }) => {
    test.setTimeout(240_000);
    await mkdir("target/screens", { recursive: true });
    const everyone: Page[] = [];
    for await (const { name, phone, projector, console } of walk(listening(arrive), { locale, colorScheme: "light" })) {
      everyone.splice(0, 3, phone, console.page, projector);
      for (const [who, page] of Object.entries({ phone, console: console.page, projector })) {
        // A page that nobody has touched yet begins where the browser begins.
        if (page === phone || name !== "welcome") await expectFocused(page, `${who}, ${name}`);
      }
    }
    const [phone, page] = everyone;
    if (!phone || !page) throw new Error("a webinar has a phone and a console");
    expect(await liveRegions(phone)).toContain("polite");
    const [onPhone, onConsole] = [await heardOn(phone), await heardOn(page)];
    await keepLog(onPhone, `heard-phone-${locale}`);
    await keepLog(onConsole, `heard-console-${locale}`);

    for (const answer of [words.choose, words.limit, words.changed]) {
      expect(answerTime(onPhone, answer), String(answer)).toBeLessThan(AT_ONCE_MS);
    }
    for (const answer of [words.received, words.interested]) {
      expect(answerTime(onPhone, answer), String(answer)).toBeLessThan(BY_THE_SERVER_MS);
    }
    const said = onPhone.filter(({ kind }) => kind === "polite").map(({ text }) => text);
    expect(said.find((text) => words.row.test(text))).toMatch(words.goOn);

    // The presenter hears what everyone sees of each press.
    const told = onConsole.filter(({ kind }) => kind === "polite").map(({ text }) => text);
    for (const heading of words.projector) expect.soft(told, heading).toContain(heading);
    expect(answerTime(onConsole, words.countdown)).toBeLessThan(BY_THE_SERVER_MS);
  });
}

test("the rows of the result are read as the projector brings them out", async ({ arrive }) => {
  test.slow();
  const console = await present(arrive);
  const phone = await join(listening(arrive), "Varde");
  await console.open();
  await vote(phone, FIRST);
  await expect(console.page.getByText(/af 28 deltagere/)).toBeVisible();
  await console.close();
  await console.step("Vis resultatet");
  await expect(phone.locator("ol.support > li")).toHaveCount(12, { timeout: 60_000 });
  await expect(phone.getByText("øverste går videre").first()).toBeVisible();
  const heard = await heardOn(phone);
  await keepLog(heard, "heard-rows");
  const rows = heard.filter(({ kind, text }) => kind === "polite" && /^\d+\. .*kommuner/.test(text));
  expect(rows.length).toBeGreaterThanOrEqual(10);
  expect(rows.at(-1)?.text).toMatch(/^1\. .*øverste går videre$/);
  // Not saved up: the last but one was heard before the last came.
  const [before, last] = rows.slice(-2);
  expect((last?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThan(300);
});

test("the vendor's focus is never lost", async ({ arrive }) => {
  test.slow();
  const vendor = await arrive("staff", "/vendor");
  await expectFocused(vendor, "log in");
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.keyboard.press("Enter");
  const pages = vendor.getByRole("navigation", { name: "Sider" }).getByRole("link");
  await expect(pages.first()).toBeVisible();
  await expectFocused(vendor, "logged in");
  for (let at = 0; at < (await pages.count()); at += 1) {
    const name = await pages.nth(at).innerText();
    await pages.nth(at).focus();
    await vendor.keyboard.press("Enter");
    await expect(pages.nth(at)).toHaveAttribute("aria-current", "page");
    await expect(vendor.getByRole("heading", { level: 1 })).toBeVisible();
    await drawn(vendor);
    await expectFocused(vendor, name);
  }
  await vendor.goto("/vendor");
  await vendor.getByRole("link", { name: "Nyt webinar" }).first().click();
  await vendor.getByLabel("Titel").fill("Fokus");
  await vendor.getByLabel("Dato").fill("2099-03-12");
  await vendor.getByLabel("Begynder").fill("13:00");
  await vendor.getByLabel("Slutter").fill("14:00");
  await vendor.keyboard.press("Enter");
  await expect(vendor.getByRole("heading", { name: "Forbered webinaret" })).toBeVisible();
  await expectFocused(vendor, "a webinar is created");
  // What is pressed leaves the list that it stood in.
  for (const [what, button] of [
    ["put on the shortlist", vendor.getByRole("button", { name: /^Læg »/ }).first()],
    ["put on the shortlist, another", vendor.getByRole("button", { name: /^Læg »/ }).first()],
    ["taken off again", vendor.getByRole("button", { name: /^Fjern »|^Tag »/ }).first()],
  ] as const) {
    const name = await button.evaluate((it) => it.getAttribute("aria-label") ?? (it as HTMLElement).innerText);
    await button.focus();
    await vendor.keyboard.press("Enter");
    await expect(vendor.getByRole("button", { name, exact: true })).toHaveCount(0);
    await drawn(vendor);
    await expectFocused(vendor, what);
  }
});
