//! From nothing to the letter, by keyboard alone: a key, forty wishes, a shortlist, a webinar, and what came of it.

import { readFile } from "node:fs/promises";
import { type Locator, type Page } from "@playwright/test";
import { press, tabTo } from "./support/keys.ts";
import { Console } from "./support/people.ts";
import { type Arrive, expect, expectAccessible, takeScreen, test } from "./support/story.ts";
import { castBallots } from "./support/webinars.ts";

const TOKEN = "et-engangslink-til-den-forste-start";
const FILE = "tests/e2e/fixtures/wishes.csv";
/** Six ballots from as many municipalities, on a shortlist of four. */
const BALLOTS = [[1, 2], [1, 2], [1], [1, 3], [2], []];

test.use({ setupToken: TOKEN });

/** Goes there with Tab, and presses Enter. */
async function enter(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await tabTo(page, target, key);
  await page.keyboard.press("Enter");
}

/** Goes there with Tab, and types over what stands there. */
async function type(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(label));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Opens the file dialog with a key; choosing in it is the system's. */
async function choose(page: Page, text: string): Promise<void> {
  await tabTo(page, page.getByLabel(/^Vælg (fil|en anden fil)$/));
  const asked = page.waitForEvent("filechooser");
  await page.keyboard.press("Space");
  await (await asked).setFiles({ name: "ønsker.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
}

/** The vendor's key, made at the first start. */
async function makeKey(arrive: Arrive): Promise<Page> {
  const vendor = await arrive("staff", `/vendor#${TOKEN}`);
  const drawn = vendor.getByRole("status").filter({ hasText: /^\S+( \S+){5}$/ });
  await expect(drawn).toBeVisible();
  const words = await drawn.innerText();
  await enter(vendor, vendor.getByRole("button", { name: "Videre" }));
  await type(vendor, "Adgangssætningen en gang til", words);
  await vendor.keyboard.press("Enter");
  await expect(vendor.getByRole("heading", { name: "Nøglen er lavet" })).toBeVisible();
  await enter(vendor, vendor.getByRole("button", { name: "Fortsæt til webinarerne" }));
  return vendor;
}

test("from an empty start to the letter, by keyboard alone", async ({ arrive, server, complaints }) => {
  test.setTimeout(240_000);
  complaints.allow(/4(01|09|22)/);
  const wishes = await readFile(FILE, "utf8");
  const vendor = await test.step("a key", () => makeKey(arrive));
  // Whoever listens from now on gets each dialog; a listener that comes with the press may come after it.
  vendor.on("filechooser", () => undefined);
  await expectAccessible(vendor);
  await takeScreen(vendor, "vendor-empty");

  await test.step("forty wishes, three of them wrong, and then right", async () => {
    await enter(vendor, vendor.getByRole("link", { name: "Ønsker", exact: true }));
    await enter(vendor, vendor.getByRole("link", { name: "Indlæs ønsker" }));
    await expect(vendor.getByRole("heading", { name: "Indlæs ønsker" })).toBeFocused();
    await choose(vendor, wishes);
    await expect(vendor.getByText("3 skal rettes", { exact: true })).toBeVisible();
    const mended = wishes
      .replace("Ø12;;", "Ø12;Ferieplan, der taler med vagtplanen;")
      .replace(";gratis;", ";115.000;")
      .replace("Ø31;Aftaler", "Ø34;Aftaler");
    await choose(vendor, mended);
    await expect(vendor.getByText("40 nye", { exact: true })).toBeVisible();
    await type(vendor, "Dit navn", "Ida Holm");
    await vendor.keyboard.press("Enter");
    await expect(vendor.getByText("Indlæst: 40 nye og 0 ændret.")).toBeVisible();
  });

  await test.step("a webinar", async () => {
    await enter(vendor, vendor.getByRole("link", { name: "Webinarer", exact: true }));
    await enter(vendor, vendor.getByRole("link", { name: "Nyt webinar" }).first());
    await type(vendor, "Titel", "Ændringsønskewebinar i vinter");
    // The same in every order of day and month, and on clocks of 12 and of 24 hours.
    for (const [label, digits] of [["Dato", "12122030"], ["Begynder", "0900A"], ["Slutter", "1000A"]] as const) {
      await tabTo(vendor, vendor.getByLabel(label));
      await vendor.keyboard.type(digits);
    }
    await vendor.keyboard.press("Enter");
    await expect(vendor.getByRole("heading", { name: "Forbered webinaret" })).toBeFocused();
    await expect(vendor.getByText("Der er ingen kandidater at stemme om.")).toBeVisible();
  });

  const list = vendor.getByRole("region", { name: "Kandidatliste" }).getByRole("list").first();
  const placed = vendor.getByRole("button", { name: /^Flyt ».*, nr\. \d af \d$/ });
  const search = vendor.getByLabel("Søg i ønskerne");
  await test.step("a shortlist of four, in its order, with reasons", async () => {
    for (const title of [
      "Sårbilleder med målebånd på skærmen",
      "Tavle med dagens aftaler til aftenvagten",
      "Borgerens egne mål øverst i journalen",
      "Advarsel ved to ens besøg samme time",
    ]) {
      await tabTo(vendor, search, (await placed.count()) === 0 ? "Tab" : "Shift+Tab");
      await vendor.keyboard.press("Control+A");
      await vendor.keyboard.type(title.slice(0, 12));
      await enter(vendor, vendor.getByRole("button", { name: `Læg »${title}« på listen` }));
      await expect(vendor.getByText(`»${title}« er lagt på`)).toBeVisible();
    }
    await expect(placed).toHaveCount(4);
    await expect(list.getByRole("listitem")).toHaveCount(4);
    await tabTo(vendor, vendor.getByRole("button", { name: /^Flyt »Tavle .* nr\. 2 af 4/ }), "Shift+Tab");
    await vendor.keyboard.press("ArrowUp");
    await expect(vendor.getByText(/»Tavle .*« er nu nr\. 1 af 4/)).toBeVisible();
    await type(vendor, /^Hvorfor er »Tavle .*« med\?$/, "Ni kommuner har spurgt efter den");
    await expect(vendor.frameLocator("iframe[title='Storskærmen']").getByText("Tavle med dagens aftaler")).toBeVisible();
    await expect(vendor.frameLocator("iframe[title='Telefonen']").getByText("Holstebro Kommune").first()).toBeVisible();
    await vendor.keyboard.press("Control+s");
    await expect(vendor.getByText("Gemt", { exact: true })).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-prepare");
  });

  const link = await vendor.getByRole("textbox", { name: "Link til oplægsholderen" }).inputValue();
  const [, code = ""] = /\/w\/(\w+)\/present/.exec(link) ?? [];
  const presenter = new Console(await arrive("staff", new URL(link).pathname + new URL(link).hash));

  await test.step("the webinar", async () => {
    const { page } = presenter;
    await presenter.ready();
    // Nothing is under way yet: the welcome leads to the four candidates, and they lead to the barometer.
    await press(page, "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight");
    await expect(presenter.button("Åbn afstemningen")).toBeVisible();
    await press(page, "o");
    await castBallots(server, { code }, BALLOTS);
    await expect(page.getByText(/6 af 6/).first()).toBeVisible();
    await press(page, "l", "Enter");
    await expect(presenter.button("Vis resultatet")).toBeVisible();
    await press(page, "r");
    await expect(presenter.button("Vis alle rækker")).toBeVisible();
    await press(page, "Enter");
  });

  await test.step("what was decided, why it was on the list, and the letter", async () => {
    await vendor.bringToFront();
    await enter(vendor, vendor.getByRole("link", { name: "Alle webinarer" }), "Shift+Tab");
    await enter(vendor, vendor.getByRole("link", { name: "Efter webinaret" }));
    await expect(vendor.getByText("Ni kommuner har spurgt efter den")).toBeVisible();
    const letter = vendor.getByLabel("Brev", { exact: true });
    await expect(letter).toHaveValue(/Tavle med dagens aftaler til aftenvagten/);
    await enter(vendor, vendor.getByRole("button", { name: "Kopiér som tekst" }));
    await expect(vendor.getByRole("status").filter({ hasText: /[Kk]opieret/ })).toBeVisible();
  });
});
