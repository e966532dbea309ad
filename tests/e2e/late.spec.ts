//! Those who come late: into the vote, after the close, after the result, after the end.

import { press } from "./support/keys.ts";
import { fillIn, FIRST, join, NAME, present, SECOND, vote } from "./support/people.ts";
import { phoneRows, projectorRows } from "./support/result.ts";
import { DEMO, expect, test } from "./support/story.ts";

test("a latecomer finds things as they are, at every stage", async ({ arrive }) => {
  test.slow();
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);

  await test.step("into the open vote", async () => {
    await console.open();
    await expect(projector.getByText(/27 af 27 har stemt/).first()).toBeVisible({ timeout: 30_000 });
    const phone = await join(arrive, "Varde");
    await expect(phone.getByRole("heading", { name: "Hvilke ønsker vil I helst have?" })).toBeVisible();
    await vote(phone, FIRST);
    await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible();
  });

  await test.step("after the close", async () => {
    await console.close();
    const phone = await join(arrive, "Skive");
    await expect(phone.getByRole("heading", { name: "Du nåede ikke at stemme" })).toBeVisible();
    await expect(phone.getByText("Afstemningen er lukket. Resultatet vises om lidt.")).toBeVisible();
    await expect(phone.getByRole("checkbox")).toHaveCount(0);
  });

  await test.step("in the middle of the reveal", async () => {
    await console.step("Én række ad gangen");
    await expect.poll(async () => (await projectorRows(projector)).length).toBe(1);
    const phone = await join(arrive, "Skive");
    await expect.poll(() => phoneRows(phone)).toEqual(await projectorRows(projector));
  });

  await test.step("after the reveal", async () => {
    for (let row = 2; row <= 12; row += 1) {
      await press(console.page, "ArrowRight");
      await expect.poll(async () => (await projectorRows(projector)).length).toBe(row);
    }
    const phone = await join(arrive, "Aarhus");
    await expect(phone.getByText("de 2 øverste går videre").first()).toBeVisible();
    expect(await phoneRows(phone)).toEqual(await projectorRows(projector));
    await expect(phone.getByText("20 kommuner har stemt · 28 af 28 deltagere")).toBeVisible();
  });

  await test.step("after the end: the result, without a form that is refused", async () => {
    await console.goTo("Tak og næste skridt");
    await console.step("Afslut webinaret", "Afslut webinaret");
    await expect(projector.getByText("Webinaret er slut")).toBeVisible();
    const phone = await arrive("phone", `/w/${DEMO.code}`);
    await expect(phone.getByText("de 2 øverste går videre").first()).toBeVisible();
    await expect.poll(() => phoneRows(phone)).toHaveLength(12);
    await expect(phone.getByRole("button", { name: "Deltag", exact: true })).toHaveCount(0);
  });
});

test("from the invitation's link to the ballot: name and municipality once, then one tap", async ({ arrive }) => {
  const console = await present(arrive);
  await console.open();
  const phone = await arrive("phone", `/w/${DEMO.code}`, { hasTouch: true });
  await phone.getByRole("combobox", { name: "Hvilken kommune kommer du fra?" }).pressSequentially("vard");
  await phone.getByRole("option", { name: "Varde", exact: true }).tap();
  await phone.getByRole("textbox", { name: "Dit navn" }).pressSequentially(NAME);
  await phone.getByRole("button", { name: "Deltag", exact: true }).tap();
  await expect(phone.getByRole("checkbox", { name: SECOND })).toBeVisible();

  // Who has been here before is known by name and municipality: one tap.
  await phone.getByRole("button", { name: "Skift kommune" }).tap();
  await expect(phone.getByRole("combobox")).toHaveValue("Varde");
  await expect(phone.getByRole("textbox", { name: "Dit navn" })).toHaveValue(NAME);
  await phone.getByRole("button", { name: "Deltag", exact: true }).tap();
  await expect(phone.getByRole("checkbox", { name: SECOND })).toBeVisible();
});

test("who only watched may still take part while the vote is open", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await arrive("phone", `/w/${DEMO.code}`);
  await phone.getByRole("button", { name: "Jeg ser kun med" }).click();
  await expect(phone.getByText("Du ser kun med og stemmer ikke.")).toBeVisible();
  await console.open();
  await expect(phone.getByText(/Du ser kun med, så der er ingen stemmeseddel til dig/)).toBeVisible();
  await expect(phone.getByRole("checkbox")).toHaveCount(0);
  await phone.getByRole("button", { name: "Deltag for en kommune" }).first().click();
  await fillIn(phone, "Varde");
  await vote(phone, FIRST);
});
