//! What is not real says so, wherever it is shown.

import { FIRST, join, present } from "./support/people.ts";
import { expect, test } from "./support/story.ts";
import { importWebinar } from "./support/webinars.ts";

const INVENTED = "Opdigtede eksempeldata";
const REHEARSAL = "Prøve: intet her er rigtigt";

test("a webinar of invented data says so on every screen", async ({ arrive, server }) => {
  const webinar = await importWebinar(server, "few");
  const console = await present(arrive, webinar);
  const projector = await arrive("projector", `/w/${webinar.code}/screen`);
  const form = await arrive("phone", `/w/${webinar.code}`);
  const phone = await join(arrive, "Varde", {}, webinar);
  for (const page of [console.page, projector]) await expect(page.getByText(INVENTED).first()).toBeVisible();
  for (const page of [form, phone]) await expect.soft(page.getByText(INVENTED)).toBeVisible();
});

test("a rehearsal says so on every screen, and the real webinar knows nothing of it", async ({ arrive, server }) => {
  const webinar = await importWebinar(server, "few");
  const console = await present(arrive, webinar);
  const opened = console.page.context().waitForEvent("page");
  await console.button(/^Prøv selv/).click();
  const rehearsal = await opened;
  await rehearsal.waitForURL(/\/w\/\w+\/present/);
  const code = /\/w\/(\w+)\//.exec(rehearsal.url())?.[1] ?? "";
  expect(code).not.toBe(webinar.code);
  const projector = await arrive("projector", `/w/${code}/screen`);
  const phone = await join(arrive, "Varde", {}, { code });
  for (const page of [rehearsal, projector, phone]) await expect(page.getByText(REHEARSAL).first()).toBeVisible();
  // Nothing is under way in this webinar: the candidates come next.
  const next = await console.large().innerText();
  await rehearsal.getByRole("contentinfo").locator("button[aria-busy]").click();
  await expect(phone.getByRole("heading", { name: FIRST })).toBeVisible();
  expect(await console.large().innerText()).toBe(next);
  await expect(console.page.getByText(REHEARSAL)).toHaveCount(0);
});
