//! A request's financing on the phone: the own share, and a municipality that wants in and would like to be named.

import { type Page } from "@playwright/test";
import { join, present } from "./support/people.ts";
import { expect, expectAccessible, test } from "./support/story.ts";

/** A request under way whose price is shared by population, and its place in the list. */
const REQUEST = "Sammenlign billeder i sårforløb";
const AT = "3";

const wantIn = (phone: Page) => phone.getByRole("button", { name: "Vi vil gerne være med" });

test("a municipality sees its share, wants in and wishes to be named, and the presenter sees interest grow", async ({
  arrive,
}) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Samsø");
  await console.goTo("Igangværende ønsker");
  await expect(phone.getByRole("heading", { name: REQUEST })).toBeVisible();
  await console.page.keyboard.press(AT);
  const name = phone.getByRole("checkbox", { name: "Kommunen vil gerne stå ved navn" });

  await test.step("the own share follows the slider, beside the other rules", async () => {
    await expect(phone.getByRole("heading", { name: "Jeres andel" })).toBeVisible();
    await expect(phone.getByText("Hvis 10 kommuner er med, og prisen fordeles efter indbyggertal.")).toBeVisible();
    const shares = phone.getByRole("table", { name: /fordelingsnøgler/ });
    const own = shares.getByRole("row", { name: /gælder her/ });
    await expect(own).toContainText(/2\.736\skr\./);
    await expect(shares.getByRole("row", { name: /ligeligt 40\.000\skr\.$/ })).toBeVisible();
    await phone.getByRole("slider", { name: "Antal kommuner, der deler" }).press("ArrowRight");
    await expect(phone.getByText("Hvis 11 kommuner er med, og prisen fordeles efter indbyggertal.")).toBeVisible();
    await expect(shares.getByRole("row", { name: /ligeligt 36\.364\skr\.$/ })).toBeVisible();
    await expect(own).not.toContainText(/2\.736\skr\./);
  });

  await test.step("the municipality wants in, unnamed until it says so", async () => {
    await expect(console.page.getByText("1 kommune er interesseret", { exact: true })).toBeVisible();
    await wantIn(phone).click();
    await expect(console.page.getByText("2 kommuner er interesserede · 1 mere,")).toBeVisible();
    await expect(name).not.toBeChecked();
    await expect(phone.getByText("Du har ikke bedt om, at navnet vises.", { exact: true })).toBeVisible();
    await name.check();
    await expect(phone.getByText(/^Noteret\. Navnet vises først/)).toBeVisible();
    await expectAccessible(phone);
  });

  await test.step("what was said is there after a reload, and a colleague learns nothing of it", async () => {
    await phone.reload();
    await expect(name).toBeChecked();
    const colleague = await join(arrive, "Samsø");
    await expect(wantIn(colleague)).toBeVisible();
    await expect(colleague.getByRole("checkbox")).toHaveCount(0);
  });

  await test.step("another municipality comes, and the presenter sees it", async () => {
    const other = await join(arrive, "Varde");
    await wantIn(other).click();
    await expect(other.getByRole("checkbox", { name: /ved navn/ })).not.toBeChecked();
    await expect(console.page.getByText("3 kommuner er interesserede · 2 flere,")).toBeVisible();
  });
});
