//! What someone is in the middle of survives the page being drawn anew: a drag, a word, half a date.

import { type Page } from "@playwright/test";
import { join, NAME, present } from "./support/people.ts";
import { DEMO, expect, test } from "./support/story.ts";

const WANT_IN = "Vi vil gerne være med";

/** Drags a slider to its right end in many small moves, as a finger does; answers where it came to. */
async function drag(page: Page, name: string): Promise<number> {
  const slider = page.getByRole("slider", { name });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (!box) throw new Error("a slider has a place");
  const [left, middle] = [box.x + 14, box.y + box.height / 2];
  await page.mouse.move(left, middle);
  await page.mouse.down();
  for (let step = 1; step <= 40; step += 1) await page.mouse.move(left + (box.width * step) / 40, middle);
  await page.mouse.up();
  return Number(await slider.inputValue());
}

test("the price follows a finger all the way", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Viborg");
  await console.goTo("Igangværende ønsker");
  await console.page.keyboard.press("3");
  await expect(phone.getByRole("button", { name: WANT_IN })).toBeVisible();
  const most = await phone.getByRole("slider").getAttribute("max");
  expect(await drag(phone, "Antal kommuner, der deler")).toBe(Number(most));
});

test("what is typed in the middle stays in the middle", async ({ arrive }) => {
  const phone = await arrive("phone", `/w/${DEMO.code}`);
  const type = async (name: string, role: "textbox" | "combobox"): Promise<void> => {
    const field = phone.getByRole(role, { name });
    await field.fill("ren");
    await field.press("Home");
    await phone.keyboard.type("So", { delay: 20 });
    await expect(field).toHaveValue("Soren");
  };
  await type("Dit navn", "textbox");
  await type("Hvilken kommune kommer du fra?", "combobox");
  const start = await arrive("phone", "/");
  const code = start.getByRole("textbox");
  await code.fill("M234");
  await code.press("Home");
  await start.keyboard.type("DE", { delay: 20 });
  await expect(code).toHaveValue("DEM234");
  await code.press("Enter");
  await expect(start.getByRole("heading", { level: 1 })).toBeFocused();
  await expect(start.getByRole("textbox", { name: "Dit navn" })).not.toHaveValue(NAME);
});

test("half a date stays while figures come in, and a year can be typed", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Viborg");
  await console.goTo("Igangværende ønsker");
  await console.page.keyboard.press("3");
  const finance = await arrive("staff", "/finance");
  const search = finance.getByRole("searchbox", { name: "Søg" });
  await search.fill("lleder");
  await search.press("Home");
  await finance.keyboard.type("bi", { delay: 20 });
  await expect(search).toHaveValue("billeder");
  const row = finance.getByRole("row", { name: /Sammenlign billeder/ });
  await expect(row).toContainText("1 interesse");
  const day = finance.getByLabel("Vis som den");
  await day.focus();
  await finance.keyboard.type("1112");
  await phone.getByRole("button", { name: WANT_IN }).click();
  await expect(row).toContainText("2 interesse");
  await finance.keyboard.type("2023", { delay: 60 });
  await expect(day).toHaveValue(/^2023-1[12]-1[12]$/);
});
