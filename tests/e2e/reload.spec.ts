//! A reload, a second tab, and a busy room: what someone has tapped stays theirs.

import { expectReceived, FIRST, join, present, SECOND, send, THIRD, tick, vote } from "./support/people.ts";
import { DEMO, expect, test } from "./support/story.ts";

test("ticks survive a reload, and so does the receipt", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Varde");
  await console.open();
  await tick(phone, FIRST, THIRD);
  await phone.reload();
  for (const title of [FIRST, THIRD]) await expect(phone.getByRole("checkbox", { name: title })).toBeChecked();
  await expect(phone.getByRole("checkbox", { name: SECOND })).not.toBeChecked();
  await expect(phone.getByText("2 af 4", { exact: true })).toBeVisible();
  await expect(send(phone)).toHaveText("Send min stemme");
  await expect(projector.getByText(/27 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });

  await send(phone).click();
  await expectReceived(phone);
  const receipt = await phone.getByText(/^Modtaget \d/).first().innerText();
  await phone.reload();
  await expect(phone.getByText(receipt).first()).toBeVisible();
  for (const title of [FIRST, THIRD]) await expect(phone.getByRole("checkbox", { name: title })).toBeChecked();
  await expect(phone.getByRole("button", { name: "Din stemme er sendt" })).toBeVisible();
  await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible();

  // A change that was not sent survives too, and says that it was not sent.
  await tick(phone, SECOND);
  await phone.reload();
  await expect(phone.getByRole("checkbox", { name: SECOND })).toBeChecked();
  await expect(phone.getByText(/Ikke sendt endnu: din forrige stemme tæller/).first()).toBeVisible();
  await expect(send(phone)).toHaveText("Send min ændring");
});

test("a browser that has forgotten learns its ballot from the server", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  await console.open();
  await vote(phone, FIRST, SECOND);
  await phone.evaluate((code) => {
    const ballots = Object.keys(localStorage).filter((key) => key.startsWith(`barometer.ballot.${code}`));
    for (const key of ballots) localStorage.removeItem(key);
  }, DEMO.code);
  await phone.reload();
  for (const title of [FIRST, SECOND]) await expect(phone.getByRole("checkbox", { name: title })).toBeChecked();
  await expect(phone.getByText("Modtaget – du kan ændre, til der lukkes").first()).toBeVisible();
});

test("two tabs of one browser agree, and are one voter", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const one = await join(arrive, "Varde");
  await console.open();
  await tick(one, FIRST);
  const two = await one.context().newPage();
  await two.goto(`/w/${DEMO.code}`);
  await expect(two.getByRole("checkbox", { name: FIRST })).toBeChecked();

  await tick(two, SECOND);
  await expect(one.getByRole("checkbox", { name: SECOND })).toBeChecked();
  await send(two).click();
  await expectReceived(two);
  await expectReceived(one);
  await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });

  await tick(one, SECOND, THIRD);
  await send(one).click();
  await expectReceived(one);
  await expectReceived(two);
  for (const tab of [one, two]) {
    for (const title of [FIRST, THIRD]) await expect(tab.getByRole("checkbox", { name: title })).toBeChecked();
    await expect(tab.getByRole("checkbox", { name: SECOND })).not.toBeChecked();
  }
  await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible();

  await console.close();
  for (const tab of [one, two]) {
    await expect(tab.getByRole("heading", { name: "Din stemme er modtaget" })).toBeVisible();
    for (const title of [FIRST, THIRD]) {
      await expect(tab.getByRole("listitem").filter({ hasText: title })).toBeVisible();
    }
  }
});

test("what someone has tapped is never overwritten by a live update", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Varde");
  const other = await join(arrive, "Aarhus");
  await console.open();
  await vote(phone, FIRST);
  await tick(phone, SECOND);
  const focused = phone.getByRole("checkbox", { name: SECOND });
  await focused.focus();
  const expectAsTapped = async (): Promise<void> => {
    for (const title of [FIRST, SECOND]) await expect(phone.getByRole("checkbox", { name: title })).toBeChecked();
    await expect(phone.getByRole("checkbox", { name: THIRD })).not.toBeChecked();
    await expect(focused).toBeFocused();
  };

  await vote(other, THIRD);
  await expect(projector.getByText(/29 af 29 har stemt/).first()).toBeVisible({ timeout: 30_000 });
  await expectAsTapped();
  // A countdown, a blank screen and another stage are live updates as well.
  await console.page.keyboard.press("t");
  await expect(phone.getByText(/^[01]:\d\d tilbage$/)).toBeVisible();
  await expectAsTapped();
  await console.page.keyboard.press("b");
  await expect(console.button("Vis skærmen igen").first()).toBeVisible();
  await expectAsTapped();
  await console.goTo("Velkommen");
  await expect(projector.getByRole("img", { name: /QR/ })).toBeVisible();
  await expectAsTapped();
  const late = await join(arrive, "Skive");
  await expect(late.getByRole("checkbox").first()).toBeVisible();
  await expect(projector.getByText(/30 er med/).first()).toBeVisible();
  await expectAsTapped();
  await expect(phone.getByText(/Ikke sendt endnu: din forrige stemme tæller/).first()).toBeVisible();
});
