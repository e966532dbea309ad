//! What the vendor types survives leaving the page, a reload and what others do meanwhile, until it is sent or thrown
//! away; what names people stays in the window.

import { type Page } from "@playwright/test";
import { DEMO, expect, test } from "./support/story.ts";

const RESTORED = "Her står det, du skrev sidst. Det er ikke sendt endnu.";

async function logIn(vendor: Page): Promise<void> {
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("navigation", { name: "Sider" })).toBeVisible();
}

const restored = (vendor: Page) => vendor.getByText(RESTORED);

async function discard(vendor: Page): Promise<void> {
  await vendor.getByRole("button", { name: "Slet det, og begynd forfra" }).click();
  await expect(restored(vendor)).toBeHidden();
}

test("what is typed at the desk is there after leaving, until it is sent or thrown away", async ({ arrive }) => {
  const vendor = await arrive("staff", "/vendor/commitments");
  await logIn(vendor);
  const entry = vendor.getByRole("region", { name: "Skriv ned" });
  const field = (name: string) => entry.getByLabel(name, { exact: true });

  await test.step("what a municipality says", async () => {
    await vendor.getByRole("button", { name: "Skriv ned for Holbæk" }).first().click();
    const what = field("Hvad siger de?");
    const last = "Siger nej";
    await what.selectOption(last);
    await field("Hvorfor?").fill("Udvalget mødes først i maj");
    const request = await vendor.locator("#entry-request").inputValue();
    await vendor.reload();
    await expect(restored(vendor)).toBeVisible();
    await expect(field("Kommune")).toHaveValue("Holbæk");
    await expect(vendor.locator("#entry-request")).toHaveValue(request);
    await expect(what.locator("option:checked")).toHaveText(last);
    await expect(field("Hvorfor?")).toHaveValue("Udvalget mødes først i maj");
    await discard(vendor);
    await expect(field("Kommune")).toHaveValue("");
    await vendor.reload();
    await expect(field("Kommune")).toHaveValue("");
    await expect(restored(vendor)).toHaveCount(0);
  });

  await test.step("why a step is taken", async () => {
    await vendor.goto("/vendor/requests/1");
    const why = vendor.getByLabel("Begrundelse (kræves, når ønsket lægges til side)");
    await why.fill("Ligner et andet");
    await vendor.goto("/vendor/requests");
    await vendor.goBack();
    await expect(why).toHaveValue("Ligner et andet");
    await expect(restored(vendor)).toBeVisible();
  });

  await test.step("a new webinar", async () => {
    await vendor.goto("/vendor/webinars/new");
    await vendor.getByLabel("Titel").fill("Forårswebinar");
    await vendor.getByLabel("Dato").fill("2027-03-04");
    await vendor.getByRole("link", { name: "Alle webinarer" }).click();
    await vendor.getByRole("link", { name: "Nyt webinar" }).click();
    await expect(vendor.getByLabel("Titel")).toHaveValue("Forårswebinar");
    await expect(vendor.getByLabel("Dato")).toHaveValue("2027-03-04");
    await vendor.getByLabel("Begynder", { exact: true }).fill("13:00");
    await vendor.getByLabel("Slutter", { exact: true }).fill("14:30");
    await vendor.getByRole("button", { name: "Opret webinaret" }).click();
    await expect(vendor).toHaveURL(/\/vendor\/webinars\/[0-9A-Z]{6}$/);
    await vendor.goto("/vendor/webinars/new");
    await expect(vendor.getByLabel("Titel")).toHaveValue("");
  });
});

test("a list of people stays in the window, and goes when one logs out", async ({ arrive }) => {
  const path = `/vendor/webinars/${DEMO.code}/invitations`;
  const vendor = await arrive("staff", path);
  await logIn(vendor);
  const list = vendor.getByLabel("Deltagere, én på hver linje");
  await list.fill("Anne Prøve;Varde");
  await vendor.reload();
  // The key does not outlive the page; what is typed does.
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Lås op" }).click();
  await expect(list).toHaveValue("Anne Prøve;Varde");
  const kept = () => vendor.evaluate(() => [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })]);
  const [inBrowser, inWindow] = await kept();
  expect(inBrowser).not.toContain("Anne Prøve");
  expect(inWindow).toContain("Anne Prøve");
  await vendor.getByRole("button", { name: "Log ud" }).click();
  await expect(vendor.getByLabel("Adgangssætning", { exact: true })).toBeVisible();
  expect((await kept()).join()).not.toContain("Anne Prøve");
});

test("a preparation that an older version kept has the order of a new one", async ({ arrive }) => {
  const path = `/vendor/webinars/${DEMO.code}`;
  const vendor = await arrive("staff", path);
  await logIn(vendor);
  const title = vendor.locator("#prepare-title");
  await title.fill("Skrevet i en ældre udgave");
  const key = `barometer.prepare.${DEMO.code}`;
  await expect.poll(() => vendor.evaluate((key) => localStorage.getItem(key), key)).toContain("ældre udgave");
  await vendor.evaluate((key) => {
    const kept = (localStorage.getItem(key) ?? "").replaceAll(/"shuffled":(true|false),/g, "");
    localStorage.setItem(key, kept);
  }, key);
  await vendor.reload();
  await expect(title).toHaveValue("Skrevet i en ældre udgave");
  await expect(vendor.getByRole("checkbox", { name: /rækkefølge/ })).toBeChecked();
});
