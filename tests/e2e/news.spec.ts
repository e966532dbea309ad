//! News without an account: found from the living page, read as a feed; and where the vendor has it posted.

import { expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const PASSPHRASE = "barometer til demo";

test("the living page leads to the news, where one request or all can be followed", async ({ arrive }) => {
  const page = await arrive("staff", "/finance");
  await page.getByRole("link", { name: "Følg med" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nyheder uden konto" })).toBeVisible();
  // This server has no mail server: it says so, and offers no field.
  await expect(page.getByText("Denne server sender ikke mails.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page);
  await takeScreen(page, "news-staff");
  const feed = page.getByRole("link", { name: /finance\/feed\.atom/ });
  const answer = await page.request.get((await feed.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  await page.goBack();
  await page.getByRole("link", { name: /^Følg ønsket: / }).first().click();
  await expect(page.getByRole("link", { name: /requests\/\d+\/feed\.atom/ })).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "News without an account" })).toBeVisible();
  await expect(page.getByRole("link", { name: /requests\/\d+\/feed\.atom/ })).toBeVisible();
});

test("the vendor sets a webhook, whose secret is shown once and whose address not again", async ({ arrive, complaints }) => {
  complaints.allow(/422/);
  const vendor = await arrive("staff", "/vendor/news");
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("heading", { level: 1, name: "Nyheder" })).toBeVisible();
  const address = vendor.getByLabel("Modtagerens adresse");
  await address.fill("https://192.168.1.1/hook");
  await vendor.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(vendor.getByRole("alert")).toContainText("ikke ligger på et lukket net");
  await expect(address).toHaveValue("https://192.168.1.1/hook");
  await address.fill("https://hooks.example.org/x?sig=hemmelig");
  await vendor.getByLabel("Form", { exact: true }).selectOption("teams");
  await vendor.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(vendor.getByText("Nyheder sendes nu til hooks.example.org.")).toBeVisible();
  const secret = vendor.locator("code");
  await expect(secret).toHaveText(/^[0-9a-f]{64}$/);
  await expectAccessible(vendor);
  await takeScreen(vendor, "vendor-news-staff");
  await vendor.reload();
  await expect(vendor.getByText("Nyheder sendes nu til hooks.example.org.")).toBeVisible();
  await expect(secret).toHaveCount(0);
  await expect(vendor.getByLabel("Form", { exact: true })).toHaveValue("teams");
  await vendor.getByRole("button", { name: "Fjern webhook" }).click();
  await expect(vendor.getByText("Fjernet. Adressen og loggen er slettet.")).toBeVisible();
});
