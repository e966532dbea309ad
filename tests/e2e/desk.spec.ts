//! The vendor's desk: requests from intake to financing, and what municipalities say, written down by keyboard.

import { type Page } from "@playwright/test";
import { join, present } from "./support/people.ts";
import { expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const ADVIS = "Kvittering for læst advis";

async function logIn(vendor: Page): Promise<void> {
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("navigation", { name: "Sider" })).toBeVisible();
}

const entry = (vendor: Page) => vendor.getByRole("region", { name: "Skriv ned" });
const field = (vendor: Page, name: string) => entry(vendor).getByLabel(name, { exact: true });

/** Types a municipality's name and lets the browser suggest the step on. */
async function about(vendor: Page, municipality: string, step: string): Promise<void> {
  await field(vendor, "Kommune").fill(municipality);
  await expect(field(vendor, "Hvad siger de?").locator("option:checked")).toHaveText(step);
}

/** Presses return in the form, and waits until it is written down. */
async function write(vendor: Page, said: string): Promise<void> {
  await field(vendor, "Dit navn").press("Enter");
  await expect(entry(vendor).getByText(`Skrevet ned: ${said}`)).toBeVisible();
  await expect(field(vendor, "Kommune")).toBeFocused();
}

test("from interest to fully funded: what municipalities say reaches the projector, which celebrates", async ({
  arrive,
  complaints,
}) => {
  complaints.allow(/4(01|09|22)/);
  const console = await present(arrive);
  const projector = await arrive("projector", "/w/DEM234/screen");
  const phone = await join(arrive, "Lemvig");
  await console.goTo("Igangværende ønsker");
  await expect(projector.getByText(ADVIS).first()).toBeVisible();
  await console.page.keyboard.press("4");

  await test.step("a participant's municipality wants in", async () => {
    await expect(projector.getByRole("heading", { name: ADVIS })).toBeVisible();
    await expect(projector.getByText(/Der mangler 3 kommuner og 66\.000/)).toBeVisible();
    await phone.getByRole("button", { name: "Vi vil gerne være med" }).click();
    await expect(phone.getByText("I er noteret som interesserede").first()).toBeVisible();
  });

  const vendor = await arrive("staff", "/vendor/commitments");
  await logIn(vendor);

  await test.step("the vendor sees it, with what is best done next", async () => {
    await expect(vendor.getByRole("heading", { name: "Kommunernes tilsagn" })).toBeVisible();
    const row = vendor.getByRole("row", { name: /^Lemvig/ });
    await expect(row).toContainText("Interesse");
    await expect(row).toContainText("Spørg efter et beløb");
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-commitments");
  });

  await test.step("what cannot be is told where it stands, and nothing typed is lost", async () => {
    await vendor.getByRole("row", { name: /^Lemvig/ }).getByRole("button", { name: "Skriv ned for Lemvig" }).click();
    await expect(field(vendor, "Kommune")).toHaveValue("Lemvig");
    await field(vendor, "Beløb i kroner").fill("mange penge");
    await field(vendor, "Beløb i kroner").press("Enter");
    await expect(entry(vendor).getByRole("alert")).toContainText("Beløb");
    await expect(field(vendor, "Beløb i kroner")).toHaveValue("mange penge");
    await field(vendor, "Beløb i kroner").fill("33.000");
    await field(vendor, "Beløb i kroner").press("Enter");
    await expect(entry(vendor).getByRole("alert")).toContainText("Dit navn");
    await field(vendor, "Dit navn").fill("Ida Holm");
    await write(vendor, "Lemvig · Hensigt");
  });

  await test.step("step by step to a promise", async () => {
    await about(vendor, "Lemvig", "Beslutningen er i gang");
    await write(vendor, "Lemvig · Til beslutning");
    await about(vendor, "Lemvig", "Giver tilsagn");
    await field(vendor, "Beløb i kroner").fill("33000");
    await field(vendor, "Hvem har givet tilsagn?").fill("Sundhedschef");
    await field(vendor, "Sagsnummer eller brev").fill("Sag 23/1184");
    await write(vendor, "Lemvig · Tilsagn");
    await expect(projector.getByText(/mangler.*33\.000/i).first()).toBeVisible();
  });

  await test.step("another municipality, from its first word to the last krone", async () => {
    await about(vendor, "Fanø", "Vil gerne være med");
    await write(vendor, "Fanø · Interesse");
    await about(vendor, "Fanø", "Har til hensigt at betale");
    await field(vendor, "Beløb i kroner").fill("33.000 kr.");
    await write(vendor, "Fanø · Hensigt");
    await about(vendor, "Fanø", "Beslutningen er i gang");
    await write(vendor, "Fanø · Til beslutning");
    await about(vendor, "Fanø", "Giver tilsagn");
    await field(vendor, "Beløb i kroner").fill("33.000");
    await field(vendor, "Hvem har givet tilsagn?").fill("Byrådet");
    await field(vendor, "Sagsnummer eller brev").fill("Punkt 7");
    await write(vendor, "Fanø · Tilsagn");
  });

  await test.step("the projector celebrates, and the phone knows", async () => {
    for (const page of [projector, phone]) {
      await expect(page.getByText("Fuldt finansieret").first()).toBeVisible();
    }
    await takeScreen(projector, "funded");
  });

  await test.step("the last word is undone with a reason, and stays on record", async () => {
    await vendor.getByRole("row", { name: /^Fanø/ }).getByRole("button", { name: "Fanø", exact: true }).click();
    const dialog = vendor.getByRole("dialog");
    await dialog.getByLabel("Hvorfor?").fill("Det var et andet ønske");
    await dialog.getByRole("button", { name: "Fortryd det seneste" }).click();
    await expect(dialog.getByText("Fortrudt af Ida Holm: Det var et andet ønske")).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-history");
    await dialog.getByRole("button", { name: "Luk" }).click();
    await expect(projector.getByText(/mangler.*33\.000/i).first()).toBeVisible();
  });

  await test.step("only what waits for the vendor", async () => {
    const all = await vendor.getByRole("row").count();
    await vendor.getByLabel("Kun det, der venter på dig").check();
    expect(await vendor.getByRole("row").count()).toBeLessThan(all);
    await vendor.getByRole("searchbox", { name: "Søg kommune" }).fill("Findes ikke");
    await expect(vendor.getByText("Ingen passer til filtrene.")).toBeVisible();
  });
});

test("a request is taken in, written anew, and goes only where it may", async ({ arrive, complaints }) => {
  complaints.allow(/4(01|09|22)/);
  const vendor = await arrive("staff", "/vendor/requests");
  await logIn(vendor);

  await test.step("the list", async () => {
    await expect(vendor.getByRole("heading", { name: "Ændringsønsker" })).toBeVisible();
    await expect(vendor.getByRole("row", { name: /Kopiér besøgsplan/ })).toContainText("Samler kommuner");
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-requests");
    await vendor.getByRole("searchbox", { name: "Søg" }).fill("vikar");
    await expect(vendor.getByRole("row")).toHaveCount(2);
  });

  await test.step("a new one, with what is missing told at the field", async () => {
    await vendor.getByRole("link", { name: "Nyt ønske" }).click();
    await expect(vendor.getByRole("heading", { name: "Nyt ønske" })).toBeFocused();
    await vendor.getByLabel("Nummer").fill("K20");
    await vendor.getByLabel(/^Elevatortale/).fill("Alle aftaler ét sted.");
    await vendor.getByLabel("Lavt, kr.").fill("80.000");
    await vendor.getByLabel("Sandsynligt, kr.").fill("100.000");
    await vendor.getByLabel("Højt, kr.").fill("140.000");
    await vendor.getByLabel("Dit navn").first().fill("Ida Holm");
    await vendor.getByRole("button", { name: "Tag imod ønsket" }).click();
    await expect(vendor.getByLabel("Titel")).toBeFocused();
    await expect(vendor.getByLabel("Titel")).toHaveAttribute("aria-invalid", "true");
    await vendor.getByLabel("Titel").fill("Fælles kalender");
    await vendor.getByLabel("Titel").press("Enter");
    await expect(vendor.getByRole("heading", { name: "Fælles kalender" })).toBeVisible();
    await expect(vendor).toHaveURL(/\/vendor\/requests\/\d+$/);
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-request");
  });

  await test.step("only the steps that are allowed, aside with a reason", async () => {
    const steps = vendor.getByRole("region", { name: "Næste skridt" });
    await expect(steps.getByRole("button", { name: "Bestilt" })).toHaveCount(0);
    await steps.getByRole("button", { name: "Hviler" }).click();
    await expect(steps.getByRole("alert")).toContainText("Begrundelse");
    await steps.getByLabel(/^Begrundelse/).fill("Vi venter på loven");
    await steps.getByRole("button", { name: "Hviler" }).click();
    await expect(vendor.getByRole("region", { name: "Historik" })).toContainText("Vi venter på loven");
  });

  await test.step("a deadline is moved with a reason", async () => {
    await vendor.getByRole("link", { name: "Alle ønsker" }).click();
    await vendor.getByRole("link", { name: ADVIS }).click();
    await expect(vendor.getByLabel("Frist for tilsagn")).toHaveValue("2023-12-01");
    await vendor.getByLabel("Frist for tilsagn").fill("2099-02-01");
    await vendor.getByRole("button", { name: "Gem" }).click();
    await expect(vendor.getByLabel("Hvorfor ændres vilkårene?")).toBeFocused();
    await vendor.getByLabel("Hvorfor ændres vilkårene?").fill("Byrådet mødes i januar");
    await vendor.getByRole("button", { name: "Gem" }).click();
    await expect(vendor.getByText("Gemt.")).toBeVisible();
    await expect(vendor.getByRole("region", { name: "Historik" })).toContainText("Byrådet mødes i januar");
  });
});

test("two write the same request, one is logged out, and nothing typed is lost", async ({ arrive, complaints }) => {
  complaints.allow(/4(01|09)/);
  const [ida, bo] = [await arrive("staff", "/vendor/requests"), await arrive("staff", "/vendor/requests")];
  for (const vendor of [ida, bo]) {
    await logIn(vendor);
    await vendor.getByRole("link", { name: ADVIS }).click();
    await vendor.getByLabel("Dit navn").first().fill("Ida Holm");
  }
  const pitch = (vendor: Page) => vendor.getByLabel(/^Elevatortale/);
  const benefit = (vendor: Page) => vendor.getByLabel(/^Gevinst/);
  const save = (vendor: Page) => vendor.getByRole("button", { name: "Gem", exact: true }).click();

  await test.step("what each has changed is there, and where both have, it is said", async () => {
    await pitch(ida).fill("Ida skrev\nto linjer");
    await save(ida);
    await expect(ida.getByText("Gemt.")).toBeVisible();
    await benefit(bo).fill("Bo skrev dette");
    await save(bo);
    await expect(bo.getByRole("alert")).toContainText("Her står begges rettelser");
    await expect(pitch(bo)).toHaveValue("Ida skrev\nto linjer");
    await expect(benefit(bo)).toHaveValue("Bo skrev dette");
    await expectAccessible(bo);
    await takeScreen(bo, "vendor-request-merged");
    await save(bo);
    await expect(bo.getByText("Gemt.")).toBeVisible();
    await benefit(ida).fill("Ida også");
    await save(ida);
    await expect(ida.getByRole("alert")).toContainText("I har begge rettet Gevinst");
    await expect(benefit(ida)).toHaveValue("Ida også");
  });

  await test.step("what is not saved is there after a reload", async () => {
    await ida.reload();
    await expect(ida.getByText(/^Her står det, du skrev sidst/)).toBeVisible();
    await expect(benefit(ida)).toHaveValue("Ida også");
  });

  await test.step("a session that has ended asks for the passphrase, and the page waits behind it", async () => {
    await ida.evaluate(() => fetch("/api/v1/vendor/session", { method: "DELETE" }));
    await pitch(ida).fill("Ida skriver videre");
    await save(ida);
    await expect(ida.getByRole("heading", { name: "Log ind igen" })).toBeFocused();
    await expect(pitch(ida)).toBeHidden();
    await logIn(ida);
    await expect(pitch(ida)).toHaveValue("Ida skriver videre");
    await save(ida);
    await expect(ida.getByText("Gemt.")).toBeVisible();
  });
});

test("after the webinar: what was decided, and a letter that is already drafted", async ({ arrive, complaints }) => {
  complaints.allow(/4(01|09)/);
  const console = await present(arrive);
  const vendor = await arrive("staff", "/vendor/webinars/DEM234/after");
  await logIn(vendor);

  await test.step("before the result there is neither", async () => {
    await expect(vendor.getByText(/så snart hele resultatet er vist/)).toBeVisible();
    await expectAccessible(vendor);
  });

  await test.step("the webinar", async () => {
    await console.open();
    await expect(console.page.getByText(/27 af 27/).first()).toBeVisible();
    await console.close();
    await console.reveal();
  });

  await test.step("what was decided, and why", async () => {
    await vendor.getByRole("link", { name: "Alle webinarer" }).click();
    await vendor.getByRole("link", { name: "Efter webinaret" }).click();
    const log = vendor.getByRole("region", { name: "Hvad blev besluttet" });
    await expect(log).toContainText("27 af 27 stemte, fra 20 kommuner");
    await expect(log).toContainText("De 2 øverste går videre");
    await expect(log).toContainText("havde de tre øverste været nogle andre");
    await expect(log.getByText("går videre", { exact: true })).toHaveCount(2);
    await expect(log).toContainText("Resultatet blev vist");
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-after");
  });

  const letter = vendor.getByLabel("Brev", { exact: true });
  await test.step("the letter tells the result, the movement and the next step", async () => {
    await expect(letter).toHaveValue(/Tak, fordi I var med/);
    await expect(letter).toHaveValue(/Siden sidst er der kommet 2 kommuner og 48\.000\skr\. til\./);
    await expect(letter).toHaveValue(/\/finance/);
  });

  await test.step("what is changed is there after a reload", async () => {
    await letter.fill(`${await letter.inputValue()}\nIda Holm`);
    await vendor.reload();
    await expect(letter).toHaveValue(/Venlig hilsen\nIda Holm$/);
    await letter.scrollIntoViewIfNeeded();
    await takeScreen(vendor, "vendor-letter");
  });

  await test.step("on paper there is the letter and nothing else", async () => {
    await vendor.emulateMedia({ media: "print" });
    await expect(vendor.locator(".letter-print")).toBeVisible();
    await expect(vendor.getByRole("button", { name: "Udskriv" })).toBeHidden();
    await expect(vendor.getByRole("heading", { name: "Hvad blev besluttet" })).toBeHidden();
  });
});
