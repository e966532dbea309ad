//! "Jeg skal have det med hjem": from the request on the phone to a page that can be printed.

import { join, present, PROMISE } from "./support/people.ts";
import { expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const REQUEST = "Kopiér besøgsplan til afløser";

test("a participant takes a request home as one page with the own municipality's share", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  await console.goTo("Igangværende ønsker");
  await console.page.keyboard.press("2");
  await expect(phone.getByRole("heading", { name: REQUEST })).toBeVisible();
  await phone.getByRole("link", { name: "Jeg skal have det med hjem" }).click();
  await expect(phone.getByText("Beslutningsoplæg · Til Varde Kommune")).toBeVisible();
  await expect(phone.getByRole("heading", { level: 1, name: REQUEST })).toBeVisible();
  await expect(phone.getByText("Opdigtede eksempeldata")).toBeVisible();
  await expect(phone.getByText(/^24\.000\skr\.$/).first()).toBeVisible();
  await expect(phone.getByText(/^Hvis 10 kommuner er med/)).toBeVisible();
  await expect(phone.getByRole("rowheader", { name: "Efter indbyggertal", exact: true })).toBeVisible();
  await expect(phone.getByRole("heading", { name: "Spørg indkøb om" })).toBeVisible();
  await expect(phone.getByRole("button", { name: "Udskriv eller gem som PDF" })).toBeVisible();
  await expectAccessible(phone);
  await takeScreen(phone, "phone-brief");
  const paper = await phone.pdf({ format: "A4", margin: { top: "18mm", bottom: "18mm", left: "20mm", right: "20mm" } });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages).toHaveLength(1);
  await phone.getByRole("link", { name: "Tilbage til webinaret" }).click();
  await expect(phone.getByRole("heading", { name: REQUEST })).toBeVisible();
});

test("the brief reads in English too, and a stranger sees no share", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  await console.goTo("Igangværende ønsker");
  await console.page.keyboard.press("2");
  const address = await phone.getByRole("link", { name: "Jeg skal have det med hjem" }).getAttribute("href");
  const stranger = await arrive("laptop", address?.replace("lang=da", "lang=en") ?? "");
  await expect(stranger.getByText("You are only watching.")).toBeVisible();
  await expect(stranger.getByRole("heading", { name: "Ask purchasing" })).toBeVisible();
  await expect(stranger.getByText(PROMISE)).toHaveCount(0);
  await expectAccessible(stranger);
});
