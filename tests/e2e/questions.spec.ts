//! A question is asked on a phone, approved, supported by another phone, pinned on the projector, and answered; and nobody
//! who is busy asking misses the vote.

import { type Page } from "@playwright/test";
import { join, present } from "./support/people.ts";
import { DEMO, expect, takeScreen, test } from "./support/story.ts";

const QUESTION = "Virker opgavelisten også for aftenvagten?";

/** Opens the sheet over the app. */
async function openQuestions(phone: Page) {
  await phone.getByRole("link", { name: "Stil et spørgsmål" }).click();
  const sheet = phone.getByRole("dialog");
  await expect(sheet.getByRole("heading", { name: "Spørgsmål", exact: true })).toBeVisible();
  return sheet;
}

test("a question goes from a phone to the projector and back as an answer", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const asker = await join(arrive, "Aarhus");
  const other = await join(arrive, "Varde");
  await console.goTo("Kandidaterne");

  await test.step("it is asked in a sheet over the app, and seen by nobody else", async () => {
    const sheet = await openQuestions(asker);
    await expect(sheet.getByText(/Ingen kan se, hvem der spørger/)).toBeVisible();
    await sheet.locator("#text").fill(QUESTION);
    await sheet.getByRole("button", { name: "Send spørgsmålet" }).click();
    await expect(sheet.getByText("Venter på oplægsholderen")).toBeVisible();
    await expect(sheet.locator("#text")).toHaveValue("");
    await takeScreen(asker, "questions-phone-asked");
    await asker.goBack();
    await expect(sheet).toBeHidden();
    await expect(asker.getByRole("link", { name: "Stil et spørgsmål" })).toBeFocused();
  });

  const queue = console.page.getByRole("complementary", { name: "Spørgsmål" });
  await test.step("the console counts it and keeps its text behind a press", async () => {
    await console.button(/^Spørgsmål 1 nyt/).click();
    await expect(queue).toBeVisible();
    await expect(queue.getByText(QUESTION)).toBeHidden();
    await takeScreen(console.page, "questions-console-collapsed");
    await queue.getByText("1 nyt").click();
    await expect(queue.getByText(QUESTION)).toBeVisible();
    await queue.getByRole("button", { name: "Godkend" }).click();
    await expect(queue.getByText("1 vil vide det")).toBeVisible();
  });

  await test.step("another phone supports it", async () => {
    const sheet = await openQuestions(other);
    await sheet.getByRole("button", { name: "Det vil jeg også vide" }).click();
    await expect(sheet.getByRole("button", { name: "Du vil også vide det" })).toBeVisible();
    await expect(sheet.getByText("2 deltagere vil vide det")).toBeVisible();
    await sheet.getByRole("button", { name: "Langsommere" }).click();
    await expect(sheet.getByRole("button", { name: "Langsommere" })).toHaveAttribute("aria-pressed", "true");
    await takeScreen(other, "questions-phone-supported");
  });

  await test.step("whoever has the sheet open is told that the stage moves on", async () => {
    await console.open();
    const bar = other.getByRole("dialog").getByRole("alert");
    await expect(bar).toContainText("Hvilke ønsker vil I helst have?");
    await takeScreen(other, "questions-phone-moved");
    await bar.getByRole("button", { name: "Tilbage til webinaret" }).click();
    await expect(other.getByRole("heading", { name: "Hvilke ønsker vil I helst have?" })).toBeVisible();
  });

  await test.step("it is pinned, and waits until the vote has left the screen", async () => {
    await queue.getByRole("button", { name: "Vis på skærmen" }).click();
    await expect(queue.getByText(/Vises, når afstemningen er lukket/)).toBeVisible();
    await expect(projector.getByText(QUESTION)).toBeHidden();
    await console.close();
    await expect(projector.getByText(QUESTION)).toBeVisible();
    await expect(projector.getByText("2 vil vide det")).toBeVisible();
    await expect(projector.getByText("DEM 234").first()).toBeVisible();
    await expect(console.large()).toBeInViewport({ ratio: 1 });
    await takeScreen(projector, "questions-projector");
    await takeScreen(console.page, "questions-console-pinned");
  });

  await test.step("it is answered in a few words", async () => {
    await queue.getByRole("button", { name: "Besvaret" }).click();
    await queue.getByLabel("Svaret med et par ord").fill("Ja, fra foråret");
    await queue.getByRole("button", { name: "Markér som besvaret" }).click();
    await expect(queue.getByText(/Svar: Ja, fra foråret/)).toBeVisible();
    await expect(projector.getByText(QUESTION)).toBeHidden();
    const sheet = await openQuestions(asker);
    await expect(sheet.getByText("Svar: Ja, fra foråret").first()).toBeVisible();
  });
});
