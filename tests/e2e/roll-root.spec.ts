//! What the roll will be is fixed at the close, and the same for everybody.

import { type Page } from "@playwright/test";
import { FIRST, join, present, vote } from "./support/people.ts";
import { DEMO, expect, takeScreen, test } from "./support/story.ts";

const WORDS = /Stemmerne ligger fast: ((?:[a-zæøå]+ ){3}[a-zæøå]+)/;

/** The four words that stand on this screen. */
async function wordsOn(page: Page): Promise<string | undefined> {
  const line = page.getByText(WORDS).first();
  await expect(line).toBeVisible({ timeout: 20_000 });
  return WORDS.exec((await line.textContent()) ?? "")?.[1];
}

test("four words for all votes are the same on every screen, from the close on", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const one = await join(arrive, "Varde");
  const phones = [one, await join(arrive, "Samsø")];
  await console.open();
  for (const phone of phones) await vote(phone, FIRST);
  await expect(projector.getByText(WORDS)).toHaveCount(0);
  await console.close();
  const words = await wordsOn(projector);
  expect(words).toBeDefined();
  for (const page of [console.page, ...phones]) expect(await wordsOn(page)).toBe(words);
  await takeScreen(one, "roll-words-phone");
  await takeScreen(projector, "roll-words-projector");
  await takeScreen(console.page, "roll-words-console");

  await console.reveal();
  for (const phone of phones) {
    await expect(phone.getByText("Din stemme er talt med ✓")).toBeVisible({ timeout: 20_000 });
    expect(await wordsOn(phone)).toBe(words);
  }
  await takeScreen(projector, "roll-words-result");
  const roll = await one.evaluate(async (code) => (await fetch(`/api/v1/webinars/${code}/roll`)).json(), DEMO.code);
  expect(roll.words).toBe(words);
});

test("a phone that saw another root at the close than the roll has says so", async ({ arrive }) => {
  const console = await present(arrive);
  const [deceived, other] = [await join(arrive, "Varde"), await join(arrive, "Samsø")];
  await console.open();
  for (const phone of [deceived, other]) await vote(phone, FIRST);
  await console.close();
  await wordsOn(deceived);
  // As if the server had shown this phone the root of another roll, with another vote where this one's is.
  await deceived.evaluate(() => {
    const name = Object.keys(localStorage).find((key) => key.startsWith("barometer.root."));
    if (!name) throw new Error("the phone kept no root");
    localStorage.setItem(name, JSON.stringify("A".repeat(43)));
  });
  await console.reveal();
  const differs = /Stemmerne er ikke de samme, som lå fast ved lukningen/;
  await expect(deceived.getByText(differs).first()).toBeVisible({ timeout: 20_000 });
  await expect(deceived.getByText("Din stemme er talt med ✓")).toHaveCount(0);
  await expect(other.getByText("Din stemme er talt med ✓")).toBeVisible({ timeout: 20_000 });
  await expect(other.getByText(differs)).toHaveCount(0);
  await takeScreen(deceived, "roll-other-root");
});
