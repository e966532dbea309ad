//! A person who voted twice: seen by the vendor, struck on record, told to the phone and to everyone; then forgotten.

import { join, NAME, present, FIRST, SECOND, vote } from "./support/people.ts";
import { DEMO, expect, test } from "./support/story.ts";

test("a duplicate is seen without what it says, struck and told, and in the end everything personal is deleted", async ({
  arrive,
  complaints,
}) => {
  test.slow();
  complaints.allow(/40[14]/);
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const one = await join(arrive, "Varde");
  const two = await join(arrive, "Varde");
  await console.open();
  await vote(one, FIRST);
  await vote(two, SECOND);
  await expect(projector.getByText(/29 af 29 har stemt/).first()).toBeVisible({ timeout: 30_000 });
  await console.close();

  const vendor = await arrive("staff", `/vendor/webinars/${DEMO.code}/votes`);
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await vendor.getByRole("textbox", { name: "Dit navn" }).fill("Ida Holm");
  await vendor.getByRole("textbox", { name: "Hvorfor slår du op?" }).fill("Kontrol af dubletter");
  await vendor.getByRole("button", { name: "Vis navnene" }).click();
  const own = vendor.getByRole("row").filter({ hasText: NAME });
  await expect(own).toHaveCount(2);

  await test.step("the same name and municipality stand out, and one of them is struck", async () => {
    await expect(own.getByText("dublet?")).toHaveCount(2);
    // Nobody has seen what was voted, and nobody does before the strike.
    await expect(vendor.getByRole("columnheader", { name: "Valg" })).toHaveCount(0);
    await expect(vendor.getByText(SECOND)).toHaveCount(0);
    await vendor.getByRole("checkbox", { name: "Vis kun dubletter" }).check();
    await vendor.getByRole("button", { name: "Vælg alle 2" }).click();
    await expect(vendor.getByRole("button", { name: "Stryg 2 valgte stemmer" })).toBeVisible();
    await own.first().getByRole("checkbox").uncheck();
    await vendor.getByRole("button", { name: "Stryg 1 valgt stemme" }).click();
    const dialog = vendor.getByRole("dialog");
    await dialog.getByRole("textbox", { name: "Hvorfor stryger du?" }).fill("Har stemt to gange");
    await dialog.getByRole("button", { name: "Stryg", exact: true }).click();
    await expect(vendor.getByText("1 stemme er strøget.")).toBeVisible();
  });

  await test.step("everyone sees that one was struck, and its phone is told", async () => {
    await console.reveal();
    await expect(projector.getByText("Leverandøren har strøget 1 stemme")).toBeVisible({ timeout: 20_000 });
    await expect(projector.getByText(/28 af 28/).first()).toBeVisible();
    // Which of the two was first in the table is chance.
    const counted = (phone: typeof one) => phone.getByText("Din stemme er talt med ✓");
    const struck = (phone: typeof one) => phone.getByText(/Leverandøren har strøget din stemme/);
    await expect(counted(one).or(struck(one))).toBeVisible({ timeout: 20_000 });
    await expect(counted(two).or(struck(two))).toBeVisible({ timeout: 20_000 });
    expect((await struck(one).count()) + (await struck(two).count())).toBe(1);
    await console.goTo("Tak og næste skridt");
    for (const phone of [one, two]) {
      await expect(phone.getByText(/hvem der har stemt på hvad: 2 gange, senest/)).toBeVisible({ timeout: 20_000 });
    }
  });

  await test.step("with one button everything personal goes, and the result stays", async () => {
    await vendor.goto("/vendor");
    await vendor.getByRole("button", { name: "Slet persondata" }).click();
    await vendor.getByRole("dialog").getByRole("button", { name: "Slet for altid" }).click();
    await expect(vendor.getByText("Alt personligt er slettet.")).toBeVisible();
    await expect(vendor.getByRole("link", { name: "Se hvem der har stemt på hvad" })).toHaveCount(0);
    await console.goTo("Resultat");
    await expect(projector.getByText(/28 af 28/).first()).toBeVisible();
  });
});
