//! Forty wishes from a file: what is wrong is told line by line, and all is written or nothing.

import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const FILE = "tests/e2e/fixtures/wishes.csv";

async function choose(vendor: Page, text: string): Promise<void> {
  const file = { name: "ønsker.csv", mimeType: "text/csv", buffer: Buffer.from(text) };
  await vendor.getByLabel(/^Vælg (fil|en anden fil)$/).setInputFiles(file);
}

test("the vendor brings forty wishes, mends three lines, and the same file again changes nothing", async ({
  arrive,
  complaints,
}) => {
  complaints.allow(/4(01|22)/);
  const wishes = await readFile(FILE, "utf8");
  const vendor = await arrive("staff", "/vendor/requests/import");
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("heading", { name: "Indlæs ønsker" })).toBeFocused();
  await expectAccessible(vendor);

  await test.step("what is wrong is told with its line, and nothing is written", async () => {
    await choose(vendor, wishes);
    await expect(vendor.getByText("3 skal rettes", { exact: true })).toBeVisible();
    await expect(vendor.getByText("37 nye", { exact: true })).toBeVisible();
    await expect(vendor.getByRole("button", { name: /^Indlæs/ })).toHaveCount(0);
    await vendor.getByLabel("Vis kun det, der skal rettes").check();
    const table = vendor.getByRole("table");
    await expect(table.getByRole("row")).toHaveCount(4);
    await expect(table.getByRole("row", { name: /^13 Ø12/ })).toContainText("Titel");
    await expect(table.getByRole("row", { name: /^24 Ø23/ })).toContainText("Pris");
    await expect(table.getByRole("row", { name: /^35 Ø31/ })).toContainText("Nummeret står også i linje 32.");
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-import");
  });

  const mended = wishes
    .replace("Ø12;;", "Ø12;Ferieplan, der taler med vagtplanen;")
    .replace(";gratis;", ";115.000;")
    .replace("Ø31;Aftaler", "Ø34;Aftaler");

  await test.step("mended, all of it is written", async () => {
    await choose(vendor, mended);
    await expect(vendor.getByText("40 nye", { exact: true })).toBeVisible();
    await vendor.getByRole("button", { name: "Indlæs 40 ønsker" }).click();
    await expect(vendor.getByRole("alert")).toContainText("Dit navn");
    await vendor.getByLabel("Dit navn").fill("Ida Holm");
    await vendor.getByLabel("Dit navn").press("Enter");
    await expect(vendor.getByText("Indlæst: 40 nye og 0 ændret.")).toBeVisible();
  });

  await test.step("the same file again changes nothing", async () => {
    await choose(vendor, mended);
    await expect(vendor.getByText("40 uændrede", { exact: true })).toBeVisible();
    await expect(vendor.getByText("Alt i filen står der allerede.")).toBeVisible();
  });

  await test.step("a column can be named by hand", async () => {
    await choose(vendor, "A;B;C;D\nØ50;Nyt ønske;Kort sagt.;50.000\n");
    await expect(vendor.getByRole("alert")).toContainText("Vælg, hvad der står i hvilken kolonne.");
    await vendor.getByLabel("Nummer").selectOption("A");
    await vendor.getByLabel("Titel").selectOption("B");
    await vendor.getByLabel("Elevatortale").selectOption("C");
    await vendor.getByLabel("Pris", { exact: true }).selectOption("D");
    await vendor.getByRole("button", { name: "Se efter igen" }).click();
    await expect(vendor.getByText("1 nyt", { exact: true })).toBeVisible();
  });

  await test.step("what is no table is refused with a clear sentence", async () => {
    await choose(vendor, "");
    await expect(vendor.getByRole("alert")).toBeVisible();
  });

  await test.step("the wishes are on the list", async () => {
    await vendor.getByRole("link", { name: "Alle ønsker" }).click();
    await vendor.getByRole("searchbox", { name: "Søg" }).fill("kropskort");
    await expect(vendor.getByRole("row", { name: /Kropskort til smerter/ })).toContainText("Modtaget");
  });
});

test("a workbook with a cover is read as people see it, and put right where it stands", async ({ arrive, complaints }) => {
  complaints.allow(/401/);
  const vendor = await arrive("staff", "/vendor/requests/import");
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await vendor.getByLabel(/^Vælg fil$/).setInputFiles("crates/sheet/cases/wishes-with-cover.xlsx");
  await expect(vendor.getByText("38 nye", { exact: true })).toBeVisible();
  await expect(vendor.getByLabel("Ark")).toHaveValue("Ønsker");
  await expect(vendor.getByText("Læses ikke: Bemærkninger")).toBeVisible();
  const table = vendor.getByRole("table");
  await expect(table.getByRole("row", { name: /Medicin Udeladt: gruppeoverskrift/ })).toBeVisible();
  await expect(table.getByRole("row", { name: /I alt/ })).toContainText("Udeladt: sum");
  await expect(table.getByRole("row", { name: /Æ-108/ })).toContainText("Ligner Æ-107");
  await expect(table.getByRole("row", { name: /Æ-127/ })).toContainText("I37, Frist: »Q1 2027« er ikke en dato.");
  await expectAccessible(vendor);
  await takeScreen(vendor, "vendor-import-cover");

  await vendor.getByLabel("Frist i linje 37").fill("31.3.2027");
  const pitch = vendor.getByLabel("Elevatortale i linje 53");
  await expect(pitch).toHaveValue(/^Automatisk sletning/);
  await pitch.fill("Automatisk sletning efter 5 år, hvor intet andet gælder.");
  await table.getByRole("row", { name: /Æ-108/ }).getByRole("button", { name: /^Lad linjen ude/ }).click();
  await expect(table.getByRole("row", { name: /Udeladt af dig/ })).toBeVisible();
  await expect(vendor.getByText("39 nye", { exact: true })).toBeVisible();
  await vendor.getByRole("button", { name: /^Tag med alligevel \(15\)/ }).click();
  await vendor.getByLabel("Dit navn").fill("Ida Holm");
  await vendor.getByRole("button", { name: "Indlæs 40 ønsker" }).click();
  await expect(vendor.getByText("Indlæst: 40 nye og 0 ændret.")).toBeVisible();
});
