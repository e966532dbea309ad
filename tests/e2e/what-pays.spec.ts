//! The vendor reads what gets financed of its own requests: the assumptions first, then the figures, then one sentence.

import { expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const PASSPHRASE = "barometer til demo";

test("the vendor reads what pays off, in both languages and on a phone", async ({ arrive }) => {
  const vendor = await arrive("staff", "/vendor/requests");
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await vendor.getByRole("link", { name: "Hvad betaler sig?" }).click();
  await expect(vendor.getByRole("heading", { level: 1, name: "Hvad betaler sig?" })).toBeVisible();
  await test.step("the assumptions stand above every figure", async () => {
    const assumed = vendor.getByRole("heading", { name: "Det antager vi" });
    const figures = vendor.getByRole("table", { name: "Så mange af de behandlede ønsker bliver finansieret" });
    await expect(figures).toBeVisible();
    const above = await assumed.boundingBox();
    const below = await figures.boundingBox();
    expect(above!.y).toBeLessThan(below!.y);
    await expect(vendor.getByText(/^12 af jeres ønsker er med/)).toBeVisible();
    await expect(vendor.getByText("Ingen af tallene er målt på rigtige kommuner.")).toBeVisible();
  });
  await test.step("sixteen ways, each with its interval, and one sentence", async () => {
    const rows = vendor.getByRole("row").filter({ hasText: /\d\s%.*\(/ });
    await expect(rows).toHaveCount(16);
    await expect(rows.first()).toContainText(/\d+\s% \(\d+\s%–\d+\s%\)/);
    await expect(vendor.getByText(/^Med disse antagelser bliver [\d,]+ ønsker finansieret pr\. webinar/)).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "staff-what-pays");
  });
  await test.step("in English, and as narrow as a phone", async () => {
    await vendor.getByRole("button", { name: "English" }).click();
    await expect(vendor.getByRole("heading", { level: 1, name: "What pays off?" })).toBeVisible();
    await expect(vendor.getByText(/^Under these assumptions [\d.]+ requests are financed/)).toBeVisible();
    await takeScreen(vendor, "staff-what-pays-english");
    await vendor.setViewportSize({ width: 390, height: 844 });
    const wide = await vendor.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    await expectAccessible(vendor);
    await takeScreen(vendor, "staff-what-pays-phone");
  });
});
