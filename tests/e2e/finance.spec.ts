//! The page of financing: the figures of the demo, what a reader makes of them, and the sheet of paper.

import { type Page } from "@playwright/test";
import { join, present } from "./support/people.ts";
import { expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const TITLE = "Økonomi – ændringsønsker til samfinansiering";
const COPY = "Kopiér besøgsplan til afløser";
const WOUND = "Sammenlign billeder i sårforløb";

/** The titles of the requests shown, from above. */
function titles(page: Page): Promise<string[]> {
  return page.getByRole("rowheader").locator(".title").allInnerTexts();
}

test("everyone sees how far each request has come", async ({ arrive }) => {
  const page = await arrive("staff", "/finance");
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await expect(page).toHaveTitle(`${TITLE} · Barometer`);
  await expect(page.getByText("Opdigtede eksempeldata")).toBeVisible();
  await expect(page.getByText(/^6\. Generelt \/ 2\. Ændringsønsker · opdateret /)).toBeVisible();
  const figures = page.locator("dl").first();
  await expect(figures).toContainText(/900\.000\skr\./);
  await expect(figures).toContainText("1 af 4");
  await expect(figures).toContainText(/\+70\.000\skr\./);
  await expect(figures).toContainText("siden sidste webinar, 1. juni 2023");
  await expect(page.getByRole("row").filter({ hasText: "Fuldt finansieret" })).toHaveCount(1);
  const row = page.getByRole("row", { name: COPY });
  await expect(row).toContainText("5 tilsagn");
  await expect(row).toContainText("2 til beslutning");
  await expect(row).toContainText("forlænget fra 1. oktober 2023: To udvalg mødes først i november.");
  await expect(row.getByRole("link", { name: /Åbn i portalen/ })).toHaveAttribute("rel", "noopener");
  await takeScreen(page, "finance");
});

test("what is chosen stands in the address, and a link shows the same", async ({ arrive }) => {
  const page = await arrive("staff", "/finance");
  await page.getByRole("button", { name: "Pris", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Pris" })).toHaveAttribute("aria-sort", "ascending");
  expect((await titles(page)).at(-1)).toBe(WOUND);
  await page.getByRole("searchbox", { name: "Søg" }).fill("billeder");
  await expect(page.getByText("Viser 1 af 4 ønsker")).toBeVisible();
  await expect(page).toHaveURL(/\?q=billeder&sort=price$/);
  const friend = await arrive("laptop", new URL(page.url()).search.replace(/^/, "/finance"));
  await expect(friend.getByText("Viser 1 af 4 ønsker")).toBeVisible();
  await expect(friend.getByRole("searchbox", { name: "Søg" })).toHaveValue("billeder");
  await page.getByRole("searchbox", { name: "Søg" }).fill("telefax");
  await expect(page.getByText("Ingen ændringsønsker passer til det, du har valgt.")).toBeVisible();
  await page.getByRole("button", { name: "Nulstil" }).first().click();
  await expect(page.getByText("Viser 4 af 4 ønsker")).toBeVisible();
  await page.getByRole("checkbox", { name: "Kun med bevægelse" }).check();
  await expect(page.getByRole("row").filter({ hasText: "Fuldt finansieret" })).toHaveCount(0);
  await page.getByRole("checkbox", { name: "Kun med bevægelse" }).uncheck();
  await page.getByRole("combobox", { name: "Kommune" }).selectOption("Viborg");
  await expect(page.getByText("Viser 1 af 4 ønsker")).toBeVisible();
  await expect(page).toHaveURL(/municipality=0791/);
});

test("an earlier day shows what stood there then", async ({ arrive }) => {
  const page = await arrive("staff", "/finance");
  await page.getByLabel("Vis som den").fill("2023-05-10");
  await expect(page.getByText("Sådan stod det den 10. maj 2023")).toBeVisible();
  await expect(page.getByRole("row", { name: COPY })).toContainText("1 tilsagn");
  await expect(page.getByText(/siden sidste webinar/)).toHaveCount(0);
  const file = page.getByRole("link", { name: "Hent CSV" });
  await expect(file).toHaveAttribute("href", "/api/v1/financing.csv?lang=da&as_of=2023-05-10");
  const download = page.waitForEvent("download");
  await file.click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  await page.getByRole("button", { name: "Vis nu" }).click();
  await expect(page.getByRole("row", { name: COPY })).toContainText("5 tilsagn");
  await expect(page).toHaveURL(/\/finance$/);
});

test("the map names those who agreed, by mouse, by key and as a list", async ({ arrive }) => {
  const page = await arrive("staff", "/finance");
  const map = page.getByRole("img", { name: "Hvem er med, hvor" });
  await map.focus();
  await page.keyboard.press("ArrowRight");
  const pointed = page.locator(".map-pointed");
  await expect(pointed).toContainText(": tilsagn");
  await page.getByRole("button", { name: `Vis på kortet: ${COPY}` }).click();
  await expect(page.getByText(`Kun ${COPY}`)).toBeVisible();
  await page.getByText("Vis som liste").click();
  const list = page.locator(".map-list");
  await expect(list.getByText("Aarhus")).toBeVisible();
  await expect(list).not.toContainText("Viborg");
  await page.getByRole("button", { name: "Vis alle ønsker" }).click();
  await expect(list.getByText("Viborg")).toBeVisible();
});

test("the page prints whole", async ({ arrive }) => {
  const page = await arrive("staff", "/finance");
  await expect(page.getByRole("row", { name: COPY })).toBeVisible();
  const paper = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThanOrEqual(1);
  expect(pages.length).toBeLessThanOrEqual(3);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText(/^Udskrevet /)).toBeVisible();
  await expect(page.getByRole("button", { name: "Udskriv" })).toBeHidden();
  await expect(page.getByRole("searchbox")).toBeHidden();
});

for (const locale of ["da-DK", "en-GB"]) {
  test(`nothing stands in anyone's way on the page of financing, ${locale}`, async ({ arrive }) => {
    const page = await arrive("staff", "/finance", { locale });
    await expect(page.getByRole("row")).toHaveCount(5);
    await page.getByRole("button", { name: /^(Vis på kortet|Show on the map)/ }).first().click();
    await page.locator("summary").click();
    await expectAccessible(page, "light");
    await page.emulateMedia({ colorScheme: "dark" });
    await expectAccessible(page, "dark", ["color-contrast"]);
    const phone = await arrive("phone", "/finance?as_of=2023-07-31", { locale });
    await expect(phone.getByRole("row")).toHaveCount(5);
    await expectAccessible(phone, "narrow");
    for (const width of [390, 320]) {
      await phone.setViewportSize({ width, height: 800 });
      const wide = await phone.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(wide, `wider than ${width} px`).toBe(0);
    }
  });
}

test("what a municipality says on a phone moves the page by itself", async ({ arrive }) => {
  const page = await arrive("staff", "/finance");
  await expect(page.getByRole("row", { name: COPY })).toContainText("2 interesse");
  const console = await present(arrive);
  const phone = await join(arrive, "Viborg");
  await console.goTo("Igangværende ønsker");
  await console.page.keyboard.press("2");
  await expect(phone.getByRole("heading", { name: COPY })).toBeVisible();
  await phone.getByRole("button", { name: /^Vi vil gerne være med/ }).click();
  await expect(page.getByRole("row", { name: COPY })).toContainText("3 interesse");
});

test("a protected page opens with its code, typed or in the link", async ({ arrive, complaints }) => {
  complaints.allow(/40[13]/);
  const vendor = await arrive("staff", "/vendor");
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("heading", { name: "Webinarer" })).toBeVisible();
  const before = await arrive("laptop", "/finance");
  await expect(before.getByRole("row", { name: COPY })).toBeVisible();
  const code = await vendor.evaluate(async () => {
    const answer = await fetch("/api/v1/vendor/financing", {
      method: "PUT",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ protected: true }),
    });
    return ((await answer.json()) as { code: string }).code;
  });
  const reader = await arrive("staff", "/finance");
  await expect(reader.getByRole("heading", { name: "Skriv koden" })).toBeVisible();
  await expect(reader.getByRole("table")).toHaveCount(0);
  await expectAccessible(reader);
  await takeScreen(reader, "finance-code");
  const field = reader.getByRole("textbox", { name: "Kode" });
  await field.fill("forkert");
  await field.press("Enter");
  await expect(reader.getByRole("alert")).toHaveText("Koden passer ikke. Se efter, og prøv igen.");
  await expect(field).toHaveValue("forkert");
  await field.fill(code.toLowerCase());
  await field.press("Enter");
  await expect(reader.getByRole("row", { name: COPY })).toBeVisible();
  const guest = await arrive("laptop", `/finance?sort=price#${code}`);
  await expect(guest.getByRole("row", { name: COPY })).toBeVisible();
  await expect(guest).toHaveURL(/\/finance\?sort=price$/);
  await before.reload();
  await expect(before.getByRole("heading", { name: "Skriv koden" })).toBeVisible();
});
