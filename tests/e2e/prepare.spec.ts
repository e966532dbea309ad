//! A webinar is prepared: by mouse, by keyboard alone, from two places at once; and what the vote locks stays.

import { type Locator, type Page } from "@playwright/test";
import { press, tabTo } from "./support/keys.ts";
import { present } from "./support/people.ts";
import { DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const FIRST = "Fælles opgaveliste på tværs af teams";
const SECOND = "Påmindelse når en tilstand mangler opfølgning";
const THIRD = "Medicinliste uden netdækning";

async function logIn(vendor: Page): Promise<void> {
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("navigation", { name: "Sider" })).toBeVisible();
}

const shortlist = (vendor: Page) => vendor.getByRole("region", { name: "Kandidatliste" });
const grips = (vendor: Page) => shortlist(vendor).getByRole("button", { name: /^Flyt .*, nr\. / });
const grip = (vendor: Page, title: string) => shortlist(vendor).getByRole("button", { name: `Flyt »${title}«, nr.` });
const add = (vendor: Page, title: string) => shortlist(vendor).getByRole("button", { name: `Læg »${title}« på listen` });
const reason = (vendor: Page, title: string) => shortlist(vendor).getByLabel(`Hvorfor er »${title}« med?`);
const notesFor = (vendor: Page, title: string) =>
  shortlist(vendor).getByLabel(`Noter til oplægsholderen, mens »${title}« vises`);
const stage = (vendor: Page, name: string) =>
  vendor.getByRole("region", { name: "Program" }).getByRole("group", { name, exact: true });
const save = (vendor: Page) => vendor.getByRole("button", { name: "Gem", exact: true });

/** The candidates' titles, in order. */
async function expectOrder(vendor: Page, ...titles: string[]): Promise<void> {
  const of = titles.length;
  const names = titles.map((title, at) => `Flyt »${title}«, nr. ${at + 1} af ${of}`);
  await expect(grips(vendor)).toHaveCount(of);
  await expect
    .poll(() => grips(vendor).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label"))))
    .toEqual(names);
}

async function expectSaved(vendor: Page): Promise<void> {
  await expect(vendor.getByRole("status").filter({ hasText: /^Gemt$/ })).toBeVisible();
}

/** A webinar with a day and a time and nothing else; answers its address. */
async function begin(vendor: Page, title: string): Promise<string> {
  await vendor.getByRole("link", { name: "Nyt webinar" }).first().click();
  await expect(vendor.getByRole("heading", { name: "Nyt webinar" })).toBeFocused();
  await vendor.getByLabel("Titel").fill(title);
  await vendor.getByLabel("Dato").fill("2099-03-12");
  await vendor.getByLabel("Begynder").fill("13:00");
  await vendor.getByLabel("Slutter").fill("14:00");
  await vendor.getByRole("button", { name: "Opret webinaret" }).click();
  await expect(vendor.getByRole("heading", { name: "Forbered webinaret" })).toBeFocused();
  await expect(vendor.getByLabel("Titel")).toHaveValue(title);
  return new URL(vendor.url()).pathname;
}

/** Drags a row by its grip to where another row is. */
async function drag(vendor: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await vendor.mouse.down();
  const box = await to.boundingBox();
  if (!box) throw new Error("nowhere to drag it to");
  await vendor.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
  await expect(shortlist(vendor).locator(".carried")).toHaveCount(1);
  await vendor.mouse.up();
}

test("a webinar is prepared from nothing, saved, and opened: then what was voted on stays", async ({
  arrive,
  complaints,
}) => {
  test.slow();
  complaints.allow(/4(01|09|22)/);
  const vendor = await arrive("staff", "/vendor");
  await logIn(vendor);

  await test.step("what is missing is told at the field, and what is typed stays", async () => {
    await vendor.getByRole("link", { name: "Nyt webinar" }).click();
    await vendor.getByLabel("Titel").fill("Forårets ønsker");
    await vendor.getByRole("button", { name: "Opret webinaret" }).click();
    await expect(vendor.getByLabel("Dato")).toBeFocused();
    await expect(vendor.getByLabel("Dato")).toHaveAttribute("aria-invalid", "true");
    await expect(vendor.getByLabel("Titel")).toHaveValue("Forårets ønsker");
    await expectAccessible(vendor);
    await vendor.getByRole("link", { name: "Alle webinarer" }).click();
  });

  const page = await begin(vendor, "Forårets ønsker");
  expect(page).toMatch(/^\/vendor\/webinars\/[2-9A-HJ-NP-Z]{6}$/);

  await test.step("candidates are found, put on, and dragged into order", async () => {
    await expect(vendor.getByRole("region", { name: "Se efter, inden I går i gang" })).toContainText(/ingen kandidater/);
    await shortlist(vendor).getByRole("searchbox").fill("opg");
    await add(vendor, FIRST).click();
    await shortlist(vendor).getByRole("searchbox").fill("");
    await add(vendor, SECOND).click();
    await add(vendor, THIRD).click();
    await add(vendor, "Vikarvisning").click();
    await expectOrder(vendor, FIRST, SECOND, THIRD, "Vikarvisning");
    const usual = vendor.viewportSize();
    // All four are in sight: near its edge a window scrolls under what is dragged.
    await vendor.setViewportSize({ width: 1440, height: 2400 });
    await drag(vendor, grip(vendor, "Vikarvisning"), grip(vendor, FIRST));
    if (usual) await vendor.setViewportSize(usual);
    await expectOrder(vendor, "Vikarvisning", FIRST, SECOND, THIRD);
    await expect(vendor.getByText("»Vikarvisning« er nu nr. 1 af 4")).toBeAttached();
    await expect(grip(vendor, "Vikarvisning")).toBeFocused();
    await shortlist(vendor).getByRole("button", { name: `Flyt »${SECOND}« ned` }).click();
    await shortlist(vendor).getByRole("button", { name: `Tag »${SECOND}« af listen` }).click();
    await expectOrder(vendor, "Vikarvisning", FIRST, THIRD);
    await reason(vendor, THIRD).fill("Nævnt af syv kommuner");
    await notesFor(vendor, THIRD).fill("Spørg Varde\nom nettet");
  });

  await test.step("how it is counted, the agenda, and what is under way", async () => {
    await vendor.getByRole("radio", { name: /^Flertal i kommunen/ }).check();
    await vendor.getByLabel("Hvor mange må hver deltager vælge?").fill("2");
    await stage(vendor, "Velkommen").getByLabel("Noter til oplægsholderen").fill("Husk kaffen.\nOg koden.");
    await stage(vendor, "Velkommen").getByLabel("Tid, min.").fill("5");
    await stage(vendor, "Kandidaterne").getByLabel("Tid pr. kandidat, min.").fill("2:30");
    await expect(vendor.getByText(/^I alt 12:30\smin\. af 60\smin\.$/)).toBeVisible();
    await stage(vendor, "Tak og næste skridt").getByRole("checkbox").uncheck();
    await expect(stage(vendor, "Barometer").getByRole("checkbox")).toBeDisabled();
    await vendor.getByRole("checkbox", { name: /^I02 / }).uncheck();
    await expect(vendor.getByRole("status").filter({ hasText: "Ikke gemt endnu" })).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-prepare");
  });

  await test.step("what is typed and not saved is there after a reload", async () => {
    await vendor.reload();
    await expect(vendor.getByText(/^Her står det, du skrev sidst/)).toBeVisible();
    await expectOrder(vendor, "Vikarvisning", FIRST, THIRD);
    await vendor.getByRole("button", { name: "Hent det gemte i stedet" }).click();
    await expect(grips(vendor)).toHaveCount(0);
    await vendor.getByRole("button", { name: "Hent mit udkast igen" }).click();
    await expectOrder(vendor, "Vikarvisning", FIRST, THIRD);
  });

  await test.step("what cannot be is told, and then it is saved", async () => {
    await stage(vendor, "Resultat").getByLabel("Tid, min.").fill("længe");
    await vendor.keyboard.press("Control+s");
    await expect(stage(vendor, "Resultat").getByLabel("Tid, min.")).toBeFocused();
    await expect(stage(vendor, "Resultat").getByRole("alert")).toContainText("1:30");
    await stage(vendor, "Resultat").getByLabel("Tid, min.").fill("");
    await save(vendor).click();
    await expect(vendor.getByLabel("Dit navn")).toBeFocused();
    await vendor.getByLabel("Dit navn").fill("Ida Holm");
    await vendor.keyboard.press("Control+s");
    await expectSaved(vendor);
  });

  await test.step("all of it is there", async () => {
    await vendor.reload();
    await expectOrder(vendor, "Vikarvisning", FIRST, THIRD);
    await expect(vendor.getByText(/^Her står det, du skrev sidst/)).toHaveCount(0);
    await expect(reason(vendor, THIRD)).toHaveValue("Nævnt af syv kommuner");
    await expect(notesFor(vendor, THIRD)).toHaveValue("Spørg Varde\nom nettet");
    await expect(vendor.getByRole("radio", { name: /^Flertal i kommunen/ })).toBeChecked();
    await expect(vendor.getByLabel("Hvor mange må hver deltager vælge?")).toHaveValue("2");
    await expect(stage(vendor, "Velkommen").getByLabel("Noter til oplægsholderen")).toHaveValue("Husk kaffen.\nOg koden.");
    await expect(stage(vendor, "Kandidaterne").getByLabel("Tid pr. kandidat, min.")).toHaveValue("2:30");
    await expect(stage(vendor, "Tak og næste skridt").getByRole("checkbox")).not.toBeChecked();
    await expect(vendor.getByRole("checkbox", { name: /^I02 / })).not.toBeChecked();
    await expect(vendor.getByLabel("Dit navn")).toHaveValue("Ida Holm");
  });

  await test.step("a new code moves the webinar, as long as nobody has it", async () => {
    await vendor.getByLabel("Kode", { exact: true }).fill("abc 234");
    await save(vendor).click();
    await expect(vendor).toHaveURL(/\/vendor\/webinars\/ABC234$/);
    await expect(vendor.getByLabel("Kode", { exact: true })).toHaveValue("ABC 234");
  });

  const share = vendor.getByRole("region", { name: "Del ud" });
  await test.step("a try on one's own opens in a tab", async () => {
    const opened = vendor.waitForEvent("popup");
    await share.getByRole("button", { name: "Prøv selv" }).click();
    const rehearsal = await opened;
    await expect(rehearsal.getByRole("navigation", { name: "Program" })).toBeVisible();
    await rehearsal.close();
  });

  await test.step("another link for the presenter, and the old one is told to stop", async () => {
    const before = await share.getByLabel("Link til oplægsholderen", { exact: true }).inputValue();
    await share.getByRole("button", { name: "Lav nyt link" }).click();
    const dialog = vendor.getByRole("dialog");
    await expect(dialog).toContainText("med det samme");
    await expectAccessible(vendor);
    await dialog.getByRole("button", { name: "Lav nyt link" }).click();
    await expect(share.getByLabel("Link til oplægsholderen", { exact: true })).not.toHaveValue(before);
  });

  await test.step("once the vote is open, the page says what is locked and why; notes are still saved", async () => {
    const link = await share.getByLabel("Link til oplægsholderen", { exact: true }).inputValue();
    const console = await present(arrive, { code: "ABC234", presenterSecret: new URL(link).hash.slice(1) });
    await console.goTo("Kandidaterne");
    await console.step("Næste kandidat");
    await console.step("Næste kandidat");
    await expect(console.page.getByRole("region", { name: "Noter til dig" })).toContainText("Spørg Varde");
    await console.open();
    const notes = stage(vendor, "Resultat").getByLabel("Noter til oplægsholderen");
    await notes.fill("Vent, til alle rækker er vist.");
    await vendor.keyboard.press("Control+s");
    await expectSaved(vendor);
    const why = /^Låst, siden afstemningen åbnede kl\.\s\d\d\.\d\d: ellers ville stemmerne gælde noget andet\.$/;
    await expect(shortlist(vendor).getByText(why)).toBeVisible();
    await expect(grip(vendor, FIRST)).toBeDisabled();
    await expect(vendor.getByRole("radio", { name: /^Deltagere/ })).toBeDisabled();
    await expect(stage(vendor, "Velkommen").getByRole("checkbox")).toBeDisabled();
    await expect(vendor.getByRole("button", { name: "Slet webinaret" })).toHaveCount(0);
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-prepare-locked");
    await vendor.reload();
    await expect(notes).toHaveValue("Vent, til alle rækker er vist.");
  });
});

test("a shortlist is made with the keyboard alone", async ({ arrive, complaints }) => {
  complaints.allow(/401/);
  const vendor = await arrive("staff", "/vendor");
  await logIn(vendor);
  await begin(vendor, "Uden mus");

  await test.step("return puts one on, and then the next", async () => {
    await tabTo(vendor, shortlist(vendor).getByRole("searchbox"));
    await tabTo(vendor, add(vendor, FIRST));
    await press(vendor, "Enter");
    await expect(add(vendor, SECOND)).toBeFocused();
    await press(vendor, "Enter");
    await expect(add(vendor, THIRD)).toBeFocused();
    await press(vendor, "Enter");
    await expectOrder(vendor, FIRST, SECOND, THIRD);
    await expect(vendor.getByText(`»${THIRD}« er lagt på som nr. 3`)).toBeAttached();
  });

  await test.step("arrows move it, and the focus goes along", async () => {
    await grip(vendor, THIRD).focus();
    await press(vendor, "ArrowUp");
    await expectOrder(vendor, FIRST, THIRD, SECOND);
    await expect(grip(vendor, THIRD)).toBeFocused();
    await expect(vendor.getByText(`»${THIRD}« er nu nr. 2 af 3`)).toBeAttached();
    await press(vendor, "Alt+ArrowUp");
    await expectOrder(vendor, THIRD, FIRST, SECOND);
    await press(vendor, "ArrowUp", "ArrowDown");
    await expectOrder(vendor, FIRST, THIRD, SECOND);
    await expect(grip(vendor, THIRD)).toBeFocused();
  });

  await test.step("delete takes it off, and the focus stays on the list", async () => {
    await press(vendor, "Delete");
    await expectOrder(vendor, FIRST, SECOND);
    await expect(grip(vendor, SECOND)).toBeFocused();
    await press(vendor, "Tab");
    await vendor.getByLabel("Dit navn").fill("Ida Holm");
    await press(vendor, "Control+s");
    await expectSaved(vendor);
  });
});

test("two prepare the same webinar, and nothing typed is lost", async ({ arrive, complaints }) => {
  complaints.allow(/4(01|09)/);
  const page = `/vendor/webinars/${DEMO.code}`;
  const [ida, bo] = [await arrive("staff", page), await arrive("staff", page)];
  for (const vendor of [ida, bo]) {
    await logIn(vendor);
    await vendor.getByLabel("Dit navn").fill("Ida Holm");
  }
  const notes = (vendor: Page, name: string) => stage(vendor, name).getByLabel("Noter til oplægsholderen");

  await test.step("who comes second hears of it, and keeps what is typed", async () => {
    await notes(ida, "Velkommen").fill("Ida var her");
    await ida.keyboard.press("Control+s");
    await expectSaved(ida);
    await notes(bo, "Resultat").fill("Bo skrev dette");
    await bo.keyboard.press("Control+s");
    await expect(bo.getByRole("alert")).toContainText("En anden har gemt imens");
    await expect(notes(bo, "Resultat")).toHaveValue("Bo skrev dette");
    await expectAccessible(bo);
    await takeScreen(bo, "vendor-prepare-stale");
  });

  await test.step("the newest is looked at, and one's own taken back", async () => {
    await bo.getByRole("button", { name: "Hent det nyeste" }).click();
    await expect(notes(bo, "Velkommen")).toHaveValue("Ida var her");
    await expect(notes(bo, "Resultat")).not.toHaveValue("Bo skrev dette");
    await bo.getByRole("button", { name: "Hent mit udkast igen" }).click();
    await expect(notes(bo, "Resultat")).toHaveValue("Bo skrev dette");
    await expect(notes(bo, "Velkommen")).toHaveValue("Ida var her");
    await bo.keyboard.press("Control+s");
    await expectSaved(bo);
  });

  await test.step("or one's own is saved all the same", async () => {
    await notes(ida, "Finansiering").fill("Ida igen");
    await ida.keyboard.press("Control+s");
    await ida.getByRole("button", { name: "Gem mit alligevel" }).click();
    await expectSaved(ida);
    await bo.reload();
    await expect(notes(bo, "Finansiering")).toHaveValue("Ida igen");
    await expect(notes(bo, "Resultat")).toHaveValue("Bo skrev dette");
  });
});

test("a webinar that is not wanted is deleted, and the requests stay", async ({ arrive, complaints }) => {
  complaints.allow(/4(01|04)/);
  const vendor = await arrive("staff", "/vendor");
  await logIn(vendor);
  const page = await begin(vendor, "Ved en fejl");
  await vendor.getByRole("button", { name: "Slet webinaret" }).click();
  await vendor.getByRole("dialog").getByRole("button", { name: "Slet for altid" }).click();
  await expect(vendor.getByRole("heading", { name: "Webinarer" })).toBeFocused();
  await expect(vendor.getByRole("heading", { name: "Ved en fejl" })).toHaveCount(0);
  await vendor.goto(page);
  await expect(vendor.getByRole("alert")).toContainText("ikke noget webinar");
});
