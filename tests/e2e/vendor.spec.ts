//! The vendor: a passphrase, a look-up on record, and names that are opened in the browser and nowhere else.

import { readFile } from "node:fs/promises";
import { type Locator, type Page } from "@playwright/test";
import { present } from "./support/people.ts";
import { DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const PASSPHRASE = "barometer til demo";
const FIRST = "Fælles opgaveliste på tværs af teams";
const QUARTER_OF_AN_HOUR_MS = 15 * 60 * 1000;

/** A field for secrets has no role. */
function passphrase(vendor: Page): Locator {
  return vendor.getByLabel("Adgangssætning", { exact: true });
}

async function logIn(vendor: Page, typed = PASSPHRASE): Promise<void> {
  await passphrase(vendor).fill(typed);
  await vendor.getByRole("button", { name: "Log ind" }).click();
}

async function lookUp(vendor: Page, what: "names" | "votes" = "votes"): Promise<void> {
  await vendor.getByRole("textbox", { name: "Dit navn" }).fill("Ida Holm");
  await vendor.getByRole("textbox", { name: "Hvorfor slår du op?" }).fill("Kontrol af dubletter");
  const withWhat = vendor.getByRole("radio", { name: /^Hvem der har stemt på hvad/ });
  if (what === "votes" && (await withWhat.isVisible())) await withWhat.check();
  await vendor.getByRole("button", { name: "Vis navnene" }).click();
  await expect(vendor.getByRole("table", { name: "Stemmesedler med navne" })).toBeVisible();
}

test("the vendor sees who voted for what, on record, and nobody else's browser does", async ({
  arrive,
  complaints,
  server,
}) => {
  complaints.allow(/40[139]/);
  const console = await present(arrive);
  await console.open();
  const vendor = await arrive("staff", "/vendor");

  await test.step("a wrong passphrase is told, and stays where it was typed", async () => {
    await expect(vendor.getByRole("heading", { name: "Log ind som leverandør" })).toBeFocused();
    await expect(vendor.getByText(/^Demo: alle kender adgangssætningen/)).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-log-in");
    const field = passphrase(vendor);
    await field.fill("barometer til alle andre");
    await vendor.getByRole("button", { name: "Log ind" }).click();
    await expect(vendor.getByRole("alert")).toHaveText(/Adgangssætningen passer ikke/);
    await expect(field).toHaveValue("barometer til alle andre");
    await expectAccessible(vendor);
    await field.fill(PASSPHRASE);
    await field.press("Enter");
  });

  await test.step("names come only once the vote is closed", async () => {
    await expect(vendor.getByRole("heading", { name: "Webinarer" })).toBeFocused();
    await expect(vendor.getByText("Navnene kan først ses, når afstemningen er lukket.")).toBeVisible();
    await expect(console.page.getByText(/27 af 27/).first()).toBeVisible();
    await console.close();
    await vendor.reload();
    await expect(vendor.getByText("27 af 27 har stemt")).toBeVisible();
    await expect(vendor.getByText(/^Nøglens fire ord/)).toHaveCount(0);
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-webinars");
  });

  await test.step("a reload forgets the key: it is asked for where names are opened, and nowhere else", async () => {
    await vendor.getByRole("link", { name: "Ønsker", exact: true }).click();
    await expect(vendor.getByRole("heading", { name: "Ændringsønsker" })).toBeFocused();
    await vendor.getByRole("link", { name: "Webinarer", exact: true }).click();
    await vendor.getByRole("link", { name: "Se hvem der har stemt på hvad" }).click();
    await expect(vendor.getByRole("heading", { name: "Lås navnene op" })).toBeFocused();
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-unlock");
    await passphrase(vendor).fill(PASSPHRASE);
    await vendor.getByRole("button", { name: "Lås op" }).click();
  });

  await test.step("who looks, and why, is written down first", async () => {
    await expect(vendor.getByRole("heading", { name: "Hvem har stemt på hvad" })).toBeFocused();
    await vendor.getByRole("button", { name: "Vis navnene" }).click();
    await expect(vendor.getByRole("alert")).toHaveText("Skriv både dit navn og hvorfor.");
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-look-up");
    await lookUp(vendor, "names");
    const log = vendor.getByRole("region", { name: "Opslag, der er skrevet ned" });
    await expect(log.getByText("Ida Holm · Kontrol af dubletter")).toBeVisible();
    const seen = await vendor.request.get(`${server.url}/api/v1/webinars/${DEMO.code}/look-ups`);
    expect((await seen.json()).at).toHaveLength(1);
  });

  const table = vendor.getByRole("table", { name: "Stemmesedler med navne" });

  await test.step("a ballot is struck before anybody sees what was voted, asked once more", async () => {
    await table.locator("tbody").getByRole("checkbox").first().check();
    await vendor.getByRole("button", { name: "Stryg 1 valgt stemme" }).click();
    const dialog = vendor.getByRole("dialog");
    await dialog.getByRole("button", { name: "Stryg", exact: true }).click();
    await expect(dialog.getByRole("alert")).toHaveText("Skriv både dit navn og hvorfor.");
    await dialog.getByRole("textbox", { name: "Hvorfor stryger du?" }).fill("Har stemt to gange");
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-strike");
    await dialog.getByRole("button", { name: "Stryg", exact: true }).click();
    await expect(vendor.getByText("1 stemme er strøget.")).toBeVisible();
    await expect(table.getByText("strøget", { exact: true })).toHaveCount(1);
    await expectAccessible(vendor);
  });

  await test.step("every name is readable, and can be filtered and sorted", async () => {
    await vendor.getByRole("button", { name: "Luk", exact: true }).click();
    await lookUp(vendor);
    // Who has seen what was voted strikes nothing any more.
    await expect(vendor.getByRole("checkbox", { name: /^Vælg/ })).toHaveCount(0);
    await expect(vendor.getByText("27 af 27 stemmesedler")).toBeVisible();
    await expect(vendor.getByText(/^26 stemmesedler tæller/)).toBeVisible();
    await expect(table.getByText("Navnet kan ikke læses")).toHaveCount(0);
    await expect(table.getByText("intet navn")).toHaveCount(0);
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-votes");
    await vendor.getByRole("button", { name: "Kommune" }).click();
    await expect(table.getByRole("columnheader", { name: "Kommune" })).toHaveAttribute("aria-sort", "ascending");
    await vendor.getByRole("combobox", { name: "Kommune" }).selectOption("0751");
    await expect(vendor.getByText(/^[1-9]\d? af 27 stemmesedler$/)).toBeVisible();
    const rows = await table.getByRole("row").filter({ hasText: "Aarhus" }).count();
    await expect(table.locator("tbody").getByRole("row")).toHaveCount(rows);
    await vendor.getByRole("combobox", { name: "Kommune" }).selectOption("Alle");
    await vendor.getByRole("combobox", { name: "Ønske" }).selectOption(FIRST);
    await expect(table.locator("tbody").getByRole("row").first()).toContainText(FIRST);
  });

  await test.step("what is shown can be taken along as a file", async () => {
    const download = vendor.waitForEvent("download");
    await vendor.getByRole("button", { name: "Hent som CSV" }).click();
    const text = await readFile(await (await download).path(), "utf8");
    expect(text.startsWith('\ufeff"Navn";"Rolle";"Kommune"')).toBe(true);
    expect(text.split("\r\n").length - 2).toBe(await table.locator("tbody").getByRole("row").count());
    await vendor.getByRole("combobox", { name: "Ønske" }).selectOption("Alle");
  });

  await test.step("on a small laptop and on a phone the table is still readable", async () => {
    for (const width of [1024, 390]) {
      await vendor.setViewportSize({ width, height: 844 });
      await expectAccessible(vendor);
      const overflow = await vendor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `at ${width} pixels`).toBeLessThanOrEqual(0);
      await table.getByText("strøget", { exact: true }).scrollIntoViewIfNeeded();
      await takeScreen(vendor, `vendor-votes-${width}`);
    }
    await vendor.setViewportSize({ width: 1440, height: 900 });
  });

  await test.step("nothing of the key or the names is stored in the browser", async () => {
    const kept = await vendor.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]);
    expect(kept.filter((key) => key !== "barometer.language")).toEqual([]);
  });

  await test.step("the recount fits what is then shown to everyone", async () => {
    await console.reveal();
    await vendor.getByRole("button", { name: "Luk", exact: true }).click();
    await expect(table).toHaveCount(0);
    await lookUp(vendor);
    await expect(vendor.getByText("Passer med det viste resultat ✓")).toBeVisible();
    await expect(vendor.getByRole("checkbox", { name: /^Vælg/ })).toHaveCount(0);
    await vendor.getByText("Passer med det viste resultat ✓").scrollIntoViewIfNeeded();
    await takeScreen(vendor, "vendor-recount");
  });

  await test.step("the door closes behind who logs out", async () => {
    await vendor.getByRole("button", { name: "Log ud" }).click();
    await expect(vendor.getByRole("heading", { name: "Log ind som leverandør" })).toBeVisible();
    await expect(vendor.getByText("Ida Holm")).toHaveCount(0);
    const ask = () => vendor.request.get(`${server.url}/api/v1/vendor/webinars`);
    await expect.poll(async () => (await ask()).status()).toBe(401);
  });
});

test("names that nobody looks at leave the page", async ({ arrive }) => {
  const console = await present(arrive);
  await console.open();
  await expect(console.page.getByText(/27 af 27/).first()).toBeVisible();
  await console.close();
  const vendor = await arrive("staff", `/vendor/webinars/${DEMO.code}/votes`);
  await vendor.clock.install();
  await vendor.reload();
  await logIn(vendor);
  await lookUp(vendor);
  await vendor.clock.fastForward(QUARTER_OF_AN_HOUR_MS + 20_000);
  await expect(vendor.getByRole("table")).toHaveCount(0);
  await expect(vendor.getByText(/ikke har været brugt i 15 minutter/)).toBeVisible();
});

test.describe("without the demo", () => {
  test.use({ setupToken: "et-engangslink-til-den-forste-start" });

  test("the first start makes a key, and a recovery file", async ({ arrive, server, complaints }) => {
    complaints.allow(/40[139]/);
    const stranger = await arrive("staff", "/vendor");
    await expect(stranger.getByText(/med det link, som serveren skriver/)).toBeVisible();
    await expectAccessible(stranger);
    await takeScreen(stranger, "vendor-needs-link");

    const vendor = await arrive("staff", "/vendor#et-engangslink-til-den-forste-start");
    await expect(vendor.getByRole("heading", { name: "Lav leverandørens nøgle" })).toBeVisible();
    expect(vendor.url()).not.toContain("#");
    const drawn = vendor.getByRole("status").filter({ hasText: /^\S+( \S+){5}$/ });
    await expect(drawn).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-first-start");
    const first = await drawn.innerText();
    await vendor.getByRole("button", { name: "Ny", exact: true }).click();
    await expect(drawn).not.toHaveText(first);

    await vendor.getByRole("button", { name: "Skriv min egen" }).click();
    await vendor.getByLabel(/^Egen adgangssætning/).fill("for kort");
    await vendor.getByRole("button", { name: "Videre" }).click();
    await expect(vendor.getByRole("alert")).toHaveText(/mindst 16 tegn/);
    await vendor.getByRole("button", { name: "Brug seks tilfældige ord" }).click();
    const words = await drawn.innerText();
    await vendor.getByRole("button", { name: "Videre" }).click();
    const again = vendor.getByLabel("Adgangssætningen en gang til");
    await again.fill("noget helt andet end det");
    await vendor.getByRole("button", { name: "Lav nøglen" }).click();
    await expect(vendor.getByRole("alert")).toHaveText(/ikke den samme/);
    await expectAccessible(vendor);
    await again.fill(words);
    await vendor.getByRole("button", { name: "Lav nøglen" }).click();
    await expect(vendor.getByRole("heading", { name: "Nøglen er lavet" })).toBeVisible();
    await expectAccessible(vendor);
    const download = vendor.waitForEvent("download");
    await vendor.getByRole("button", { name: "Gem gendannelsesfil" }).click();
    const saved = await (await download).path();
    const file = JSON.parse(await readFile(saved, "utf8"));
    expect(file.site).toBe(server.url);
    await expect(vendor.getByText(/Gendannelsesfilen er gemt/)).toBeVisible();
    const fileWords = await vendor.locator(".passphrase").nth(1).innerText();
    await takeScreen(vendor, "vendor-key-made");
    await vendor.getByRole("button", { name: "Fortsæt til webinarerne" }).click();
    await expect(vendor.getByText("Jeres første webinar er tre skridt væk")).toBeVisible();

    await vendor.getByRole("button", { name: "Log ud" }).click();
    await logIn(vendor, words);
    await expect(vendor.getByText("Jeres første webinar er tre skridt væk")).toBeVisible();

    // The passphrase is lost: the file and its words set another.
    await vendor.getByRole("button", { name: "Log ud" }).click();
    await vendor.getByRole("link", { name: "Glemt adgangssætningen?" }).click();
    await expect(vendor.getByRole("heading", { name: /Ny adgangssætning med/ })).toBeVisible();
    const choose = vendor.getByLabel("Vælg gendannelsesfil");
    await choose.setInputFiles({ name: "noget.json", mimeType: "application/json", buffer: Buffer.from("{}") });
    await expect(vendor.getByRole("alert")).toHaveText(/ikke en hel gendannelsesfil/);
    await choose.setInputFiles({ name: "barometer.json", mimeType: "application/json", buffer: await readFile(saved) });
    await expect(vendor.getByText(`Valgt fil fra ${server.url}`)).toBeVisible();
    const another = "tusind violer under den gamle bro";
    await vendor.getByLabel("Filens seks ord").fill(words);
    await vendor.getByLabel("Ny adgangssætning", { exact: true }).fill(another);
    await vendor.getByLabel("Den nye en gang til").fill(another);
    await vendor.getByLabel("Dit navn").fill("Ida Holm");
    await vendor.getByLabel("Hvorfor").fill("Glemt");
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-recover");
    await vendor.getByRole("button", { name: "Sæt den nye adgangssætning" }).click();
    await expect(vendor.getByRole("alert")).toHaveText(/passer ikke til filen/);
    await vendor.getByLabel("Filens seks ord").fill(fileWords);
    await vendor.getByRole("button", { name: "Sæt den nye adgangssætning" }).click();
    await expect(vendor.getByText("Jeres første webinar er tre skridt væk")).toBeVisible();

    // And on the vendor's own page it is changed by whoever knows it; both stand in the log.
    await vendor.getByRole("link", { name: "Adgangssætning og gendannelsesfil" }).click();
    await passphrase(vendor).fill(another);
    await vendor.getByRole("button", { name: "Lås op" }).click();
    await vendor.getByLabel("Nuværende adgangssætning").fill(another);
    await vendor.getByLabel("Ny adgangssætning", { exact: true }).fill(words);
    await vendor.getByLabel("Den nye en gang til").fill(words);
    await vendor.getByLabel("Hvorfor").fill("Fast skift");
    await vendor.getByRole("button", { name: "Skift adgangssætning" }).click();
    await expect(vendor.getByText("Adgangssætningen er skiftet.")).toBeVisible();
    await expect(vendor.getByText("Ny adgangssætning med gendannelsesfilen")).toBeVisible();
    await expect(vendor.getByText("Adgangssætning skiftet")).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-account");
    await vendor.getByRole("button", { name: "Log ud" }).click();
    await logIn(vendor, words);
    await expect(vendor.getByText("Jeres første webinar er tre skridt væk")).toBeVisible();
  });
});
