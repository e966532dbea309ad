//! Municipalities are asked before the webinar: written, answered on phones, shown as the first slide, thanked for.

import { type Page } from "@playwright/test";
import { castBallots } from "./support/webinars.ts";
import { BEFORE_RESULT_MS, type Console, present } from "./support/people.ts";
import { type Arrive, DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const PASSPHRASE = "barometer til demo";
const SIZES = [
  ["phone", { width: 390, height: 844 }],
  ["projector", { width: 1280, height: 720 }],
  ["staff", { width: 1440, height: 900 }],
] as const;

/** The vendor at the page of surveys. */
async function atSurveys(arrive: Arrive): Promise<Page> {
  const vendor = await arrive("staff", `/vendor/webinars/${DEMO.code}/survey`);
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("heading", { name: "Spørgsmål til kommunerne" })).toBeVisible();
  return vendor;
}

/** A picture at each size that pages are made for. */
async function pictures(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const [device, size] of SIZES) {
    await page.setViewportSize(size);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect.soft(wide, `${name} on ${device}`).toBeLessThanOrEqual(0);
    await takeScreen(page, `survey-${name}-${device}`);
  }
  if (before) await page.setViewportSize(before);
}

test("a survey is written, answered on phones, the first slide, and part of the letter", async ({
  arrive,
  complaints,
  server,
}) => {
  test.slow();
  complaints.allow(/4(01|09|22)/);
  const vendor = await atSurveys(arrive);

  await test.step("the vendor writes three questions and opens", async () => {
    const add = vendor.getByRole("button", { name: "Tilføj spørgsmål" });
    await add.click();
    const first = vendor.getByRole("group", { name: "Spørgsmål 1" });
    await first.getByLabel("Hvad spørger du om?").fill("Bruger I opgavelisten hver dag?");
    await first.getByLabel("Svarmuligheder").fill("Ja\nNej");
    await first.getByLabel("Skal besvares").check();
    await add.click();
    const second = vendor.getByRole("group", { name: "Spørgsmål 2" });
    await second.getByLabel("Hvad spørger du om?").fill("Hvor mange timer går der?");
    await second.getByLabel("Svares med").selectOption("number");
    await vendor.getByRole("button", { name: "Gem", exact: true }).click();
    await expect(vendor.getByRole("alert")).toContainText("Spørgsmål 2: skriv en enhed");
    await second.getByLabel("Enhed").fill("timer om ugen");
    await add.click();
    const third = vendor.getByRole("group", { name: "Spørgsmål 3" });
    await third.getByLabel("Hvad spørger du om?").fill("Hvad mangler I?");
    await third.getByLabel("Svares med").selectOption("text");
    await vendor.getByRole("button", { name: "Gem", exact: true }).click();
    await expect(vendor.getByText("Gemt.")).toBeVisible();
    await vendor.getByRole("button", { name: "Åbn for svar nu" }).click();
    await expect(vendor.getByText("Åben for svar", { exact: true })).toBeVisible();
    await expectAccessible(vendor);
    await pictures(vendor, "vendor");
  });

  await test.step("five people of three municipalities answer on their phones", async () => {
    const people = [
      ["Skive", "Ja", "2"],
      ["Varde", "Ja", "4,5"],
      ["Samsø", "Nej", "6"],
      ["Samsø", "Ja", "8"],
      ["Samsø", "Ja", "30"],
    ] as const;
    for (const [at, [municipality, answer, hours]] of people.entries()) {
      const phone = await arrive("phone", `/w/${DEMO.code}/survey`);
      await phone.getByLabel("Kommune").selectOption({ label: municipality });
      if (at === 0) {
        await expectAccessible(phone);
        await pictures(phone, "form");
        await phone.getByRole("button", { name: "Send svar" }).click();
        await expect(phone.getByRole("alert").first()).toContainText("Her mangler et svar");
        await expect(phone.getByLabel("Kommune")).not.toHaveValue("");
      }
      await phone.getByLabel(answer, { exact: true }).check();
      await phone.getByLabel("Hvor mange timer går der?").fill(hours);
      await phone.getByLabel("Hvad mangler I?").fill(`Tid, og mere af den (${municipality})`);
      if (at === 2) {
        // A reload keeps what is chosen and typed, but for what is to be sealed: that is stored nowhere.
        await phone.reload();
        await expect(phone.getByLabel(answer, { exact: true })).toBeChecked();
        await expect(phone.getByLabel("Hvor mange timer går der?")).toHaveValue(hours);
        await expect(phone.getByLabel("Kommune")).not.toHaveValue("");
        await expect(phone.getByLabel("Hvad mangler I?")).toHaveValue("");
        const stored = await phone.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
        expect(stored).not.toContain("mere af den");
        await phone.getByLabel("Hvad mangler I?").fill(`Tid, og mere af den (${municipality})`);
      }
      if (at === 1) {
        await phone.getByLabel("Dit navn").fill("Anne Prøve");
        await phone.getByLabel("Jeg må citeres med navn").check();
      }
      const sent = phone.waitForRequest((request) => request.method() === "POST");
      await phone.getByRole("button", { name: "Send svar" }).click();
      const values = [...new URLSearchParams((await sent).postData() ?? "").values()].join("\n");
      // What is sealed is letters by chance: only what no chance writes is looked for.
      expect(values).not.toContain("mere af den");
      expect(values).not.toContain("Anne Prøve");
      await expect(phone.getByText("Tak for dit svar")).toBeVisible();
      if (at === 0) {
        await expectAccessible(phone);
        await pictures(phone, "receipt");
        await phone.getByRole("link", { name: "Ret svar" }).click();
        await expect(phone.getByLabel("Hvor mange timer går der?")).toHaveValue("2");
        await phone.getByRole("button", { name: "Gem ændringer" }).click();
        await expect(phone.getByText("2 timer om ugen")).toBeVisible();
      }
    }
  });

  await test.step("the vendor reads the texts, makes points of them, and closes", async () => {
    await vendor.reload();
    await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
    await vendor.getByRole("button", { name: /Log ind|Lås op|Åbn/ }).first().click();
    await expect(vendor.getByText("5 svar fra 3 kommuner")).toBeVisible();
    await expect(vendor.getByText("Tid, og mere af den (Skive)")).toBeVisible();
    await expect(vendor.getByText("Anne Prøve, Varde · må citeres med navn")).toBeVisible();
    await vendor.getByLabel("Ét punkt på hver linje, højst 6").fill("Tid går igen\nOverblik");
    await vendor.getByRole("button", { name: "Gem", exact: true }).click();
    await expect(vendor.getByText("Gemt.")).toBeVisible();
    await vendor.getByRole("button", { name: "Luk, og tæl op" }).click();
    await vendor.getByRole("button", { name: "Ja, luk for svar" }).click();
    await expect(vendor.getByText("4 af 5 svar fra 3 kommuner")).toBeVisible();
    await expectAccessible(vendor);
    await pictures(vendor, "vendor-closed");
  });

  const console: Console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await arrive("phone", `/w/${DEMO.code}/survey`);
  await test.step("the answers are the second stage", async () => {
    await console.goTo("Jeres svar");
    await expect(projector.getByRole("heading", { name: "Bruger I opgavelisten hver dag?" })).toBeVisible();
    await expect(projector.getByText("5 svar fra 3 kommuner")).toBeVisible();
    await expect(projector.getByText("4 af 5")).toBeVisible();
    await expectAccessible(projector);
    await pictures(projector, "slide");
    await expect(phone.getByText("4 af 5 svar fra 3 kommuner")).toBeVisible();
    await expectAccessible(phone);
    await pictures(phone, "result");
    await console.page.keyboard.press("ArrowRight");
    await expect(projector.getByText("Halvdelen af svarene ligger mellem 2 og 10 timer om ugen.")).toBeVisible();
    await takeScreen(projector, "survey-slide-bands");
    await console.page.waitForTimeout(500);
    await console.page.keyboard.press("ArrowRight");
    await expect(projector.getByText("Tid går igen")).toBeVisible();
    await takeScreen(projector, "survey-slide-points");
  });

  await test.step("and part of the letter, which everybody can read once it is published", async () => {
    await console.open();
    await castBallots(server, DEMO, [[1], [1], [1, 3], [2], [3]]);
    await console.page.waitForTimeout(BEFORE_RESULT_MS);
    await console.close();
    await console.page.waitForTimeout(BEFORE_RESULT_MS);
    await console.reveal();
    await vendor.goto(`/vendor/webinars/${DEMO.code}/after`);
    await expect(vendor.getByLabel("Beslutninger")).toBeVisible();
    await vendor.getByLabel("Beslutninger").fill("Vi opretter et Strategisk Udviklingsforum");
    await vendor.getByRole("button", { name: "Gem", exact: true }).click();
    const letter = vendor.getByLabel("Brev", { exact: true });
    await expect(letter).toHaveValue(/Bruger I opgavelisten hver dag\? Ja: 4 · Nej: 1 \(5 svar fra 3 kommuner\)/);
    await expect(letter).toHaveValue(/Strategisk Udviklingsforum/);
    await vendor.getByRole("button", { name: "Offentliggør", exact: true }).click();
    await expect(vendor.getByText(/^Offentliggjort/)).toBeVisible();
    await pictures(vendor, "vendor-after");
    await phone.goto(`/w/${DEMO.code}/after`);
    await expect(phone.getByText("Vi opretter et Strategisk Udviklingsforum")).toBeVisible();
    await expectAccessible(phone);
    await pictures(phone, "letter");
  });
});
