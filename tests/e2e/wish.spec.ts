//! A municipality sends a wish from a phone, and the vendor reads who sent it.

import { type Page } from "@playwright/test";
import { expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const PASSPHRASE = "barometer til demo";
const WISH = "Mørk tilstand i arbejdsgange";
const KNOWN = "Kopiér besøgsplan til afløser";

async function fillIn(phone: Page, title: string): Promise<void> {
  await phone.getByLabel("Kommune").selectOption("Samsø");
  await phone.getByLabel("Hvad ønsker I?").fill(title);
  await phone.getByLabel("Hvad er problemet i dag?").fill("Skærmen blænder om aftenen.");
  await phone.getByLabel("Hvem hjælper det?").fill("Døgnvagten");
  await phone.getByText("hver dag").click();
}

test("a wish is sent with a sealed name, followed by its link, and read by the vendor", async ({ arrive, complaints }) => {
  // The form that comes back with what is missing.
  complaints.allow(/422/);
  const phone = await arrive("phone", "/wish");
  await expect(phone.getByRole("heading", { level: 1, name: "Send et ønske" })).toBeVisible();
  await expectAccessible(phone);
  await test.step("while the title is typed, a request that is like it is offered", async () => {
    await phone.getByLabel("Hvad ønsker I?").fill("kopi af besøgsplan");
    await expect(phone.getByRole("button", { name: `Vi ønsker det samme: ${KNOWN}` })).toBeVisible();
    await takeScreen(phone, "phone-wish-alike");
  });
  await test.step("what is missing is said, and what was typed is kept, the name too", async () => {
    await fillIn(phone, WISH);
    await expect(phone.getByRole("button", { name: /^Vi ønsker det samme/ })).toHaveCount(0);
    await phone.getByLabel("Hvem hjælper det?").fill("");
    await phone.getByLabel("Dit navn").fill("Ellen Frost");
    await phone.getByLabel("Din e-mail").fill("ellen@samsoe.example");
    await phone.getByRole("button", { name: "Send ønsket" }).click();
    await expect(phone.getByRole("alert")).toContainText("Skriv, hvem det hjælper.");
    await expect(phone.getByLabel("Hvad ønsker I?")).toHaveValue(WISH);
    await expect(phone.getByLabel("Dit navn")).toHaveValue("Ellen Frost");
    await expectAccessible(phone);
    await takeScreen(phone, "phone-wish-faults");
  });
  await phone.getByLabel("Hvem hjælper det?").fill("Døgnvagten");
  await phone.getByRole("button", { name: "Send ønsket" }).click();
  await expect(phone.getByRole("heading", { name: "Tak, ønsket er modtaget" })).toBeVisible();
  expect(new URL(phone.url()).hash, "a link that is passed on names nobody").toBe("");
  await expect(phone.getByText(WISH)).toBeVisible();
  await expect(phone.getByRole("listitem").filter({ hasText: "Modtaget" })).toBeVisible();
  await expectAccessible(phone);
  await takeScreen(phone, "phone-wish-received");
  await test.step("the vendor's key opens the sender's name", async () => {
    const vendor = await arrive("staff", "/vendor/wishes");
    await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
    await vendor.getByRole("button", { name: "Log ind" }).click();
    await expect(vendor.getByRole("heading", { name: "Indsendte ønsker" })).toBeVisible();
    const card = vendor.getByRole("listitem").filter({ hasText: WISH });
    await expect(card).toContainText("Ellen Frost");
    await expect(card.getByRole("link", { name: "ellen@samsoe.example" })).toBeVisible();
    await expect(card).toContainText("Samsø");
    await expectAccessible(vendor);
    await takeScreen(vendor, "staff-wishes");
  });
});

test("without a script a wish is sent all the same, and what it is like is offered then", async ({ browser, server }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url, locale: "da-DK" });
  const phone = await context.newPage();
  await phone.goto("/wish");
  await expect(phone.getByLabel("Dit navn")).toBeDisabled();
  await fillIn(phone, KNOWN);
  await phone.getByRole("button", { name: "Send ønsket" }).click();
  await phone.getByRole("button", { name: `Vi ønsker det samme: ${KNOWN}` }).click();
  await expect(phone.getByText("I har det samme ønske som dette:")).toBeVisible();
  await expect(phone.getByText(KNOWN)).toBeVisible();
  await context.close();
});

test("a form whose key is not the one that the link named keeps the name to itself", async ({ arrive }) => {
  const phone = await arrive("phone", "/wish#not-the-fingerprint-of-this-key");
  const sent: string[] = [];
  phone.on("request", (request) => {
    if (request.method() === "POST") sent.push(request.url());
  });
  await fillIn(phone, WISH);
  await phone.getByLabel("Dit navn").fill("Ellen Frost");
  await phone.getByLabel("Din e-mail").fill("ellen@samsoe.example");
  await phone.getByRole("button", { name: "Send ønsket" }).click();
  await expect(phone.locator("[data-seal-trouble]")).toContainText("nøgle");
  expect(sent, "nothing has left the browser").toEqual([]);
  await expect(phone.getByLabel("Dit navn")).toHaveValue("Ellen Frost");
  // Without a name there is nothing to seal.
  await phone.getByLabel("Dit navn").fill("");
  await phone.getByLabel("Din e-mail").fill("");
  await phone.getByRole("button", { name: "Send ønsket" }).click();
  await expect(phone.getByRole("heading", { name: "Tak, ønsket er modtaget" })).toBeVisible();
});
