//! After the end: the link leads to what came of it, for everyone; and back leads back into the webinar.

import { type Page } from "@playwright/test";
import { type Console, FIRST, join, present, SECOND, tick, vote } from "./support/people.ts";
import { type Arrive, DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

/** The presenter says thanks and ends it. */
async function end(console: Console): Promise<void> {
  await console.goTo("Tak og næste skridt");
  await console.step("Afslut webinaret", "Afslut webinaret");
  await expect(console.button("Webinaret er slut")).toBeVisible();
}

/** Someone who was never there follows the link. */
async function comeLate(arrive: Arrive, locale?: string): Promise<Page> {
  const late = await arrive("phone", `/w/${DEMO.code}`, locale ? { locale } : {});
  await expect(late.getByText(locale ? "The webinar has ended." : "Webinaret er slut.").first()).toBeVisible();
  await expect(late.getByRole("combobox")).toHaveCount(0);
  await expect(late.getByRole("button", { name: /^(Deltag|Join)/ })).toHaveCount(0);
  return late;
}

test("whoever comes after the end reads result and requests at once", async ({ arrive, complaints }) => {
  complaints.allow(/409/);
  test.slow();
  const console = await present(arrive);
  const voter = await join(arrive, "Varde");
  const undecided = await arrive("phone", `/w/${DEMO.code}`);
  await expect(undecided.getByRole("combobox")).toBeVisible();
  await console.open();
  await vote(voter, FIRST);
  await expect(console.page.getByText(/af 28 deltagere/)).toBeVisible();
  await console.close();
  await console.reveal();
  await expect(voter.getByText("øverste går videre").first()).toBeVisible();
  await end(console);
  // What the presenter shows afterwards changes nothing for whoever reads.
  await console.goTo("Velkommen");

  for (const [locale, words] of [
    [undefined, { go: "Det går videre", result: "Hvad har størst tilslutning?", top: /øverste går videre/, all: "Alle ønsker" }],
    ["en-GB", { go: "These go on", result: "What has the most support?", top: /top \d go on/, all: "All requests" }],
  ] as const) {
    const late = await comeLate(arrive, locale);
    await expect(late.getByRole("heading", { level: 2, name: words.go })).toBeVisible();
    await expect(late.getByRole("heading", { level: 2, name: words.result })).toBeVisible();
    await expect(late.getByText(words.top)).toBeVisible();
    await expect(late.getByText(/27 (af|of)|28 (af|of)|\d+ (af|of) \d+ (kommuner|municipalities)/).first()).toBeVisible();
    await expectAccessible(late);
    await takeScreen(late, `phone-ended-${locale ?? "da-DK"}`);
    await late.getByRole("button", { name: FIRST }).click();
    await expect(late.getByRole("heading", { level: 1, name: FIRST })).toBeVisible();
    await expect(late.getByRole("link", { name: /med hjem|take it home/ })).toBeVisible();
    await late.getByRole("button", { name: words.all }).click();
    await expect(late.getByRole("heading", { level: 2, name: words.go })).toBeVisible();
  }

  await test.step("who voted finds the own vote beside it, also after a reload", async () => {
    await voter.reload();
    await expect(voter.getByRole("heading", { level: 1, name: "Tak, fordi du var med" })).toBeVisible();
    await expect(voter.getByText("Du stemte på denne").first()).toBeVisible();
    await expect(voter.getByText("Din stemme er talt med ✓")).toBeVisible();
    await takeScreen(voter, "phone-ended-voter");
  });

  await test.step("a form that stood open leads there too, not to a refusal", async () => {
    await undecided.getByRole("combobox").fill("Aarhus");
    await undecided.getByRole("option", { name: "Aarhus", exact: true }).click();
    await undecided.getByRole("textbox", { name: "Dit navn" }).fill("Anne Prøve");
    await undecided.getByRole("button", { name: "Deltag", exact: true }).click();
    await expect(undecided.getByRole("heading", { level: 2, name: "Det går videre" })).toBeVisible();
  });
});

test("after a webinar without a vote the requests are there, and it says that nobody voted", async ({ arrive }) => {
  await end(await present(arrive));
  const late = await comeLate(arrive);
  await expect(late.getByText("Der blev ikke stemt i dette webinar.")).toBeVisible();
  await expect(late.getByRole("heading", { name: "Igangværende ønsker" })).toBeVisible();
  await expect(late.getByText("Hvad har størst tilslutning?")).toHaveCount(0);
  await takeScreen(late, "phone-ended-never-opened");
});

test("a vote that was closed and never shown stays hidden after the end", async ({ arrive }) => {
  const console = await present(arrive);
  await console.open();
  await expect(console.page.getByText(/af 27 deltagere/)).toBeVisible();
  await console.close();
  await end(console);
  const late = await comeLate(arrive);
  await expect(late.getByText("Der blev stemt, men resultatet er ikke vist.")).toBeVisible();
  await expect(late.getByText(/øverste går videre|\d+ stemmer/)).toHaveCount(0);
});

test("a webinar that is deleted, or never was, asks for a code", async ({ arrive, complaints }) => {
  complaints.allow(/404/);
  const late = await arrive("phone", "/w/9K7P2M");
  await expect(late.getByRole("alert").filter({ hasText: /\S/ })).toBeVisible();
  await expect(late.getByRole("textbox", { name: "Webinarets kode" })).toBeVisible();
});

test("back stays in the webinar once, and leads from a request to the list", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await arrive("phone", "/");
  await phone.goto(`/w/${DEMO.code}`);
  await phone.getByRole("combobox").fill("Varde");
  await phone.getByRole("option", { name: "Varde", exact: true }).click();
  await phone.getByRole("textbox", { name: "Dit navn" }).fill("Anne Prøve");
  await phone.getByRole("button", { name: "Deltag", exact: true }).click();
  await console.open();
  await tick(phone, FIRST, SECOND);
  await phone.goBack();
  await expect(phone.getByRole("heading", { name: "Hvilke ønsker vil I helst have?" })).toBeVisible();
  await expect(phone.getByRole("checkbox", { name: FIRST })).toBeChecked();
  await expect(phone.getByRole("status").filter({ hasText: "Tryk tilbage igen for at forlade webinaret." })).toBeVisible();
  await takeScreen(phone, "phone-back");
  // Whoever goes on using it stays again.
  await tick(phone, SECOND);
  await phone.goBack();
  await expect(phone.getByRole("checkbox", { name: FIRST })).toBeChecked();
  await expect(phone.getByRole("checkbox", { name: SECOND })).not.toBeChecked();
  await vote(phone);
  await console.close();
  await console.goTo("Finansiering");
  await phone.getByRole("button", { name: "Kopiér besøgsplan til afløser" }).click();
  await expect(phone.getByRole("heading", { level: 1, name: "Kopiér besøgsplan til afløser" })).toBeVisible();
  await phone.goBack();
  await expect(phone.getByRole("heading", { level: 1, name: "Finansiering" })).toBeVisible();
  // Twice in a row means to leave.
  await phone.goBack();
  await expect(phone.getByRole("heading", { name: "Deltag i webinaret" })).toBeVisible();
});
