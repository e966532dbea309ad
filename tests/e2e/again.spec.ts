//! No press that cannot be taken back comes by surprise: opening asks, the closed vote opens again, a second round begins
//! empty, and a tie is not passed unseen.

import { expect, takeScreen, test, DEMO } from "./support/story.ts";
import { expectReceived, FIRST, join, present, SECOND, tick, vote } from "./support/people.ts";
import { castBallots, importWebinar } from "./support/webinars.ts";

test("a vote is opened knowingly, opened again, and run a second time", async ({ arrive }) => {
  test.slow();
  const console = await present(arrive);
  const { page } = console;
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Varde");

  await test.step("away from the vote O asks, and Escape leaves everything as it is", async () => {
    await page.keyboard.press("o");
    const asked = page.getByRole("dialog");
    await expect(asked.getByRole("heading", { name: "Åbn afstemningen nu?" })).toBeVisible();
    await takeScreen(page, "console-open-asks");
    await page.keyboard.press("Escape");
    await expect(asked).toBeHidden();
    await expect(phone.getByText("Varde Kommune").first()).toBeVisible();
    await expect(phone.getByRole("checkbox")).toHaveCount(0);
  });

  await test.step("before its result is out the closed vote is opened again, and every screen says so", async () => {
    await console.open();
    await vote(phone, FIRST);
    await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });
    await console.close();
    await console.step("Åbn igen", "Åbn igen");
    await expect(projector.getByRole("heading", { name: "Afstemningen er åbnet igen" })).toBeVisible();
    await expect(phone.getByText("Afstemningen er åbnet igen")).toBeVisible();
    await takeScreen(phone, "phone-reopened");
    await expect(phone.getByRole("checkbox", { name: FIRST })).toBeChecked();
    await tick(phone, SECOND);
    await phone.getByRole("button", { name: "Send min ændring" }).click();
    await expectReceived(phone);
  });

  await test.step("a second round begins with empty ballots, and counts", async () => {
    await console.close();
    await console.reveal();
    await expect(console.button("Kør 2. runde")).toBeVisible();
    await console.step("Kør 2. runde", "Kør 2. runde");
    await expect(projector.getByRole("heading", { name: /^2\. runde/ })).toBeVisible();
    await expect(phone.getByText(/^2\. runde/)).toBeVisible();
    await expect(phone.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await takeScreen(phone, "phone-second-round");
    await vote(phone, SECOND);
    await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });
    await console.close();
    await console.reveal();
    await expect(projector.getByText("2. runde", { exact: true })).toBeVisible({ timeout: 20_000 });
    await expect(projector.getByText(/^1\. runde gik til/)).toBeVisible();
    await takeScreen(projector, "projector-second-result");
    await takeScreen(phone, "phone-second-result");
  });
});

test("a tie is not passed unseen, and decided, the cut stands below those who go on", async ({ arrive, server }) => {
  test.slow();
  const webinar = await importWebinar(server, "few");
  const console = await present(arrive, webinar);
  const projector = await arrive("projector", `/w/${webinar.code}/screen`);
  const phone = await join(arrive, "Varde", {}, webinar);
  await console.open();
  // The first is ahead, three share the second place.
  await castBallots(server, webinar, [[1, 2, 3], [1, 3, 4], [1, 2, 4], [1, 2, 3], [1, 4]]);
  await console.close();
  await console.reveal();

  await console.page.keyboard.press("PageDown");
  const asked = console.page.getByRole("dialog");
  await expect(asked.getByRole("heading", { name: "En delt plads er ikke afgjort" })).toBeVisible();
  await takeScreen(console.page, "console-tie-asks");
  await asked.getByRole("button", { name: "Gå videre uden at vælge" }).click();
  await expect(projector.getByText("En delt plads er ikke afgjort endnu")).toBeVisible();
  await expect(phone.locator(".notice").getByText(/Oplægsholderen afgør, hvem der går videre/)).toBeVisible();
  await takeScreen(projector, "projector-tie-open");
  await console.goTo("Tak og næste skridt");
  await expect(projector.getByText("En delt plads er ikke afgjort endnu")).toBeVisible();

  const form = console.page.getByRole("group", { name: "Hvem går videre?" });
  await form.getByRole("checkbox").nth(2).click();
  await expect(console.button("Skriv hvorfor")).toHaveAttribute("aria-disabled", "true");
  await console.page.locator("form.tie").getByLabel("Begrundelse").fill("Det koster mindst pr. kommune");
  await console.button("Lad disse gå videre").click();
  await expect(projector.getByText("En delt plads er ikke afgjort endnu")).toBeHidden();
  await console.goTo("Resultat");
  await expect(projector.getByText(/oplægsholderen har valgt/)).toBeVisible();
  await expect(phone.getByText("Begrundelse: Det koster mindst pr. kommune")).toBeVisible();
  await takeScreen(projector, "projector-tie-decided");
});
