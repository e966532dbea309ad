//! A presenter and a participant who never touch a mouse.

import { expectDialogKeepsFocus, expectTabReachesAll, press, tabTo } from "./support/keys.ts";
import { expectReceived, FIRST, join, present, SECOND, send, THIRD, vote } from "./support/people.ts";
import { DEMO, expect, test } from "./support/story.ts";

test("a webinar is presented with keys alone", async ({ arrive }) => {
  test.slow();
  const console = await present(arrive);
  const { page } = console;
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Varde");
  const dialog = page.getByRole("dialog");
  await page.bringToFront();

  await test.step("forward and back", async () => {
    await press(page, "ArrowRight");
    await expect(projector.getByRole("heading", { name: "Igangværende ønsker" })).toBeVisible();
    await press(page, "2");
    await expect(projector.getByRole("heading", { name: "Kopiér besøgsplan til afløser" })).toBeVisible();
    await press(page, "Escape");
    await expect(projector.getByRole("heading", { name: "Igangværende ønsker" })).toBeVisible();
    await press(page, "Enter");
    await expect(projector.getByText("Kandidat 1 af 12")).toBeVisible();
    await press(page, "PageDown");
    await expect(projector.getByText("Kandidat 2 af 12")).toBeVisible();
    await press(page, "ArrowLeft");
    await expect(projector.getByText("Kandidat 1 af 12")).toBeVisible();
    await press(page, " ");
    await expect(projector.getByText("Kandidat 2 af 12")).toBeVisible();
    for (let candidate = 3; candidate <= 12; candidate += 1) {
      await press(page, "ArrowRight");
      await expect(projector.getByText(`Kandidat ${candidate} af 12`)).toBeVisible();
    }
    await press(page, "ArrowRight");
    await expect(projector.getByRole("heading", { name: "Afstemningen åbner om lidt" })).toBeVisible();
  });

  await test.step("the vote, with a countdown", async () => {
    await press(page, "o");
    await expect(phone.getByRole("heading", { name: "Hvilke ønsker vil I helst have?" })).toBeVisible();
    await vote(phone, FIRST);
    await page.bringToFront();
    await press(page, "t");
    await expect(phone.getByText(/^0:\d\d tilbage$|^1:00 tilbage$/)).toBeVisible();
    await press(page, "u");
    await expect(phone.getByText(/^1:[0-3]\d tilbage$/)).toBeVisible();
    await press(page, "s");
    await expect(phone.getByText(/tilbage$/)).toHaveCount(0);
    await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });
    await press(page, "l");
    await expect(dialog).toContainText("Luk afstemningen?");
    await press(page, "Escape");
    await expect(dialog).toHaveCount(0);
    await expect(console.button("Luk afstemningen")).toBeVisible();
    await press(page, "l", "Enter");
    await expect(console.button("Vis resultatet")).toBeVisible();
    await console.ready();
    await expect(phone.getByRole("heading", { name: "Din stemme er modtaget" })).toBeVisible();
  });

  await test.step("the result", async () => {
    await press(page, "r");
    await expect(console.button("Vis alle rækker")).toBeVisible();
    await press(page, "Enter");
    await expect(projector.getByText("de 2 øverste går videre").first()).toBeVisible();
    await press(page, "1");
    await expect(projector.getByRole("heading", { name: FIRST })).toBeVisible();
    await press(page, "ArrowRight");
    await expect(projector.getByRole("heading", { name: THIRD })).toBeVisible();
    await press(page, "Escape");
    await expect(projector.getByText("de 2 øverste går videre").first()).toBeVisible();
    await press(page, "ArrowRight");
    await expect(projector.getByText("Side 2 af 2")).toBeVisible();
    // There too the key is the row marked 1, not the first one of the page.
    await press(page, "1");
    await expect(projector.getByRole("heading", { name: FIRST })).toBeVisible();
    await press(page, "Escape");
    await expect(projector.getByText("Side 2 af 2")).toBeVisible();
  });

  await test.step("blank, help, and thanks", async () => {
    await press(page, "b");
    await expect(page.getByText("Storskærmen er mørklagt").first()).toBeVisible();
    await press(page, "b");
    await expect(page.getByText("Sådan ser storskærmen ud nu")).toBeVisible();
    await press(page, "?");
    await expect(dialog).toContainText("Genveje på tastaturet");
    await press(page, "Escape");
    await expect(dialog).toHaveCount(0);
    await press(page, "ArrowRight");
    await expect(projector.getByRole("heading", { name: "Finansiering" })).toBeVisible();
    for (const title of [FIRST, THIRD]) {
      await press(page, "ArrowRight");
      await expect(projector.getByRole("heading", { name: title })).toBeVisible();
    }
    await press(page, "ArrowRight");
    for (const screen of [projector, phone]) await expect(screen.getByRole("heading", { name: /^Tak/ })).toBeVisible();
    await press(page, "Enter");
    await expect(dialog).toContainText("Afslut webinaret?");
    await press(page, "Enter");
    await expect(console.button("Webinaret er slut")).toBeVisible();
  });
});

test("a key held down, or pressed twice in haste, does a thing once", async ({ arrive }) => {
  const console = await present(arrive);
  const { page } = console;
  const given: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/console")) given.push(request.postData() ?? "");
  });
  await console.ready();
  await page.keyboard.down("ArrowRight");
  for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down("ArrowRight");
  await page.keyboard.up("ArrowRight");
  await expect(console.button("Næste: Kandidaterne")).toBeVisible();
  // From another stage the vote is opened only after a question.
  await press(page, "o");
  const question = page.getByRole("dialog");
  await expect(question).toBeVisible();
  expect(given).toHaveLength(1);
  await question.getByRole("button").first().click();
  await expect(page.getByText("Stemmer lige nu")).toBeVisible();
  expect(given).toHaveLength(2);
  await console.goTo("Barometer");
  await expect(console.button("Luk afstemningen")).toBeVisible();
  await console.ready();
  // The second press would answer a question that nobody has read.
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toContainText("Luk afstemningen?");
  await expect(console.button("Luk afstemningen").first()).toBeVisible();
  expect(given).toHaveLength(3);
});

test("Tab reaches every control of the console, and dialogs keep and return the focus", async ({ arrive }) => {
  test.slow();
  const console = await present(arrive);
  const { page } = console;
  await expectTabReachesAll(page);
  await console.open();
  await page.keyboard.press("t");
  await expect(console.button("Stop")).toBeVisible();
  await expectTabReachesAll(page);
  await press(page, "s");
  await expect(console.button("Stop")).toHaveCount(0);

  await test.step("a question", async () => {
    const large = console.button("Luk afstemningen");
    await tabTo(page, large);
    await press(page, "Enter");
    await expect(page.getByRole("dialog").getByRole("button", { name: "Luk afstemningen" })).toBeFocused();
    await expectDialogKeepsFocus(page);
    await press(page, "Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(large).toBeFocused();
  });

  await test.step("the overview of keys", async () => {
    const help = console.button(/^Genveje/);
    await tabTo(page, help);
    await press(page, "Enter");
    await expectDialogKeepsFocus(page);
    await press(page, "Escape");
    await expect(help).toBeFocused();
  });

  await test.step("a place on the agenda", async () => {
    const place = page.getByRole("navigation", { name: "Program" }).getByRole("button", { name: /^Velkommen/ });
    await tabTo(page, place);
    await press(page, "Enter");
    await expect(place).toHaveAttribute("aria-current", "step");
    await expect(place).toBeFocused();
  });
});

test("a participant joins and votes by keyboard", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await arrive("phone", "/");
  await expectTabReachesAll(phone);
  await tabTo(phone, phone.getByRole("textbox", { name: "Webinarets kode" }));
  await phone.keyboard.type("dem234");
  await phone.keyboard.press("Enter");

  const municipality = phone.getByRole("combobox", { name: "Hvilken kommune kommer du fra?" });
  await expect(municipality).toBeVisible();
  await expectTabReachesAll(phone);
  await tabTo(phone, municipality);
  await phone.keyboard.type("Aa");
  await expect(phone.getByRole("option")).toHaveText(["Aabenraa", "Aalborg", "Aarhus"]);
  await phone.keyboard.press("ArrowDown");
  await phone.keyboard.press("ArrowDown");
  await phone.keyboard.press("Enter");
  await expect(phone.getByRole("listbox")).toBeHidden();
  const chosen = await municipality.inputValue();
  expect(["Aalborg", "Aarhus"]).toContain(chosen);
  await tabTo(phone, phone.getByRole("textbox", { name: "Dit navn" }));
  await phone.keyboard.type("Anne Prøve");
  await tabTo(phone, phone.getByRole("button", { name: "Deltag", exact: true }));
  await phone.keyboard.press("Enter");
  await expect(phone.getByText(`${chosen} Kommune`).first()).toBeVisible();

  await console.open();
  await expect(phone.getByRole("checkbox").first()).toBeVisible();
  await expectTabReachesAll(phone);
  for (const title of [FIRST, SECOND]) {
    await tabTo(phone, phone.getByRole("checkbox", { name: title }));
    await phone.keyboard.press("Space");
    await expect(phone.getByRole("checkbox", { name: title })).toBeChecked();
    await expect(phone.getByRole("checkbox", { name: title })).toBeFocused();
  }
  await tabTo(phone, send(phone));
  await phone.keyboard.press("Enter");
  await expectReceived(phone);
});
