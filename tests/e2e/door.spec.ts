//! The door of an open link: closed by the presenter, seen by everyone, and no way past it.

import { fillIn, FIRST, join, present, vote } from "./support/people.ts";
import { DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

test("a closed door lets nobody new in to vote, and says so where one stands", async ({ arrive, complaints }) => {
  complaints.allow(/409/);
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const inside = await join(arrive, "Varde");
  await console.open();
  await console.button("Luk døren").click();
  await expect(console.page.getByText("Døren er lukket", { exact: true }).first()).toBeVisible();
  await expect(projector.getByText("Døren er lukket for flere stemmer")).toBeVisible();
  await expect(projector.getByRole("img", { name: /QR/ })).toHaveCount(0);
  await takeScreen(console.page, "console-door-closed");
  await takeScreen(projector, "projector-door-closed");

  const late = await arrive("phone", `/w/${DEMO.code}`);
  // Said before anything is typed.
  await expect(late.getByText("Døren er lukket. Du kan stadig se med.")).toBeVisible();
  await expect(late.getByRole("combobox")).toBeHidden();
  await expect(late.getByRole("button", { name: "Deltag", exact: true })).toBeHidden();
  await expectAccessible(late);
  await takeScreen(late, "phone-door-closed");
  await late.getByRole("button", { name: "Jeg ser kun med" }).click();
  await expect(late.getByText("Ser kun med").first()).toBeVisible();
  await vote(inside, FIRST);

  await console.page.keyboard.press("n");
  await expect(console.page.getByText("Døren er åben", { exact: true }).first()).toBeVisible();
  const next = await arrive("phone", `/w/${DEMO.code}`);
  await fillIn(next, "Aarhus");
});
