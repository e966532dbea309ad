//! Votes where the network, the server or the clock fails: nothing is lost, and nobody is told what is not so.

import { type Page } from "@playwright/test";
import { expectReceived, FIRST, join, present, SAVED_HERE, SECOND, send, THIRD, tick, vote } from "./support/people.ts";
import { DEMO, expect, test } from "./support/story.ts";

/** What Chromium says about requests that find no network, no server, or a vote that is closed. */
const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/;
const NO_SERVER = /ERR_|50\d/;
const TOO_LATE = /409/;

test("a vote cast without network is kept, and sent by itself", async ({ arrive, complaints }) => {
  complaints.allow(NO_NETWORK);
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Varde");
  await console.open();
  await expect(phone.getByRole("checkbox").first()).toBeVisible();
  await expect(projector.getByText(/27 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });

  await phone.context().setOffline(true);
  await tick(phone, FIRST, THIRD);
  await send(phone).click();
  await expect(phone.getByText(SAVED_HERE).first()).toBeVisible();
  expect(await kept(phone)).toContain('"sending":{');
  await expect(projector.getByText(/27 af 28 har stemt/).first()).toBeVisible();

  await phone.context().setOffline(false);
  await expectReceived(phone);
  await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible();
  for (const title of [FIRST, THIRD]) await expect(phone.getByRole("checkbox", { name: title })).toBeChecked();
});

test("a vote whose page was closed without network is sent when the page is opened again", async ({
  arrive,
  complaints,
}) => {
  complaints.allow(NO_NETWORK);
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Varde");
  await console.open();
  await expect(projector.getByText(/27 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });
  await phone.context().setOffline(true);
  await tick(phone, SECOND);
  await send(phone).click();
  await expect(phone.getByText(SAVED_HERE).first()).toBeVisible();
  await phone.close();

  await phone.context().setOffline(false);
  const again = await phone.context().newPage();
  await again.goto(`/w/${DEMO.code}`);
  await expectReceived(again);
  await expect(again.getByRole("checkbox", { name: SECOND })).toBeChecked();
  await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible();
});

test("votes on their way while the server restarts are all counted", async ({ arrive, server, complaints }) => {
  test.slow();
  complaints.allow(NO_SERVER);
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phones = [await join(arrive, "Aarhus"), await join(arrive, "Varde"), await join(arrive, "Varde")];
  await console.open();
  await expect(projector.getByText(/27 af 30 har stemt/).first()).toBeVisible({ timeout: 30_000 });
  for (const phone of phones) await tick(phone, FIRST);

  await Promise.all([server.down(), ...phones.map((phone) => send(phone).click())]);
  await server.up();
  for (const phone of phones) await expect(phone.getByText(/^Modtaget/).first()).toBeVisible({ timeout: 40_000 });
  await expect(projector.getByText(/30 af 30 har stemt/).first()).toBeVisible({ timeout: 20_000 });
  await expect(console.button("Luk afstemningen")).toBeVisible();
  await console.close();
  await console.reveal();
  // 16 of the invented participants, and these three.
  for (const phone of phones) await expect(phone.getByText(/kommuner · 19 stemmer/).first()).toBeVisible();
});

test("who was away when the vote closed is told that it does not count", async ({ arrive, complaints }) => {
  complaints.allow(NO_NETWORK);
  complaints.allow(TOO_LATE);
  const console = await present(arrive);
  const sent = await join(arrive, "Varde");
  const ticked = await join(arrive, "Varde");
  const changed = await join(arrive, "Aarhus");
  await console.open();
  await vote(changed, FIRST);
  for (const phone of [sent, ticked, changed]) await phone.context().setOffline(true);
  await tick(sent, FIRST);
  await send(sent).click();
  await expect(sent.getByText(SAVED_HERE).first()).toBeVisible();
  await tick(ticked, SECOND);
  await tick(changed, THIRD);
  await send(changed).click();
  await expect(changed.getByText(SAVED_HERE).first()).toBeVisible();

  await console.close();
  for (const phone of [sent, ticked, changed]) await phone.context().setOffline(false);
  for (const phone of [sent, ticked]) {
    await expect(phone.getByRole("heading", { name: "Din stemme nåede ikke frem" })).toBeVisible({ timeout: 20_000 });
    await expect(
      phone.getByText("Afstemningen lukkede, før stemmen nåede serveren. Den er ikke talt med."),
    ).toBeVisible();
  }
  await expect(changed.getByRole("heading", { name: "Din sidste ændring nåede ikke med" })).toBeVisible({
    timeout: 20_000,
  });
  await expect(changed.getByRole("listitem").filter({ hasText: FIRST })).toBeVisible();
  await expect(changed.getByRole("listitem").filter({ hasText: THIRD })).toHaveCount(0);

  // And it stays so: none of them claims anything else after a reload.
  for (const phone of [sent, ticked, changed]) await phone.reload();
  await expect(sent.getByRole("heading", { name: "Din stemme nåede ikke frem" })).toBeVisible();
  await expect(ticked.getByRole("heading", { name: "Din stemme nåede ikke frem" })).toBeVisible();
  await expect(changed.getByRole("heading", { name: "Din sidste ændring nåede ikke med" })).toBeVisible();
});

test("who is away when the vote closes does not yet know", async ({ arrive, complaints }) => {
  complaints.allow(NO_NETWORK);
  complaints.allow(TOO_LATE);
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  await console.open();
  await tick(phone, FIRST);
  // The ballot cannot get through, the view can.
  await phone.route("**/ballot", (route) => route.abort("internetdisconnected"));
  await send(phone).click();
  await expect(phone.getByText(SAVED_HERE).first()).toBeVisible();
  await console.close();
  await expect(phone.getByRole("heading", { name: "Vi ved ikke, om din stemme nåede frem" })).toBeVisible();
  await phone.unroute("**/ballot");
  await expect(phone.getByRole("heading", { name: "Din stemme nåede ikke frem" })).toBeVisible({ timeout: 20_000 });
});

test("at the close a phone locks, and sends what is ticked", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const ticked = await join(arrive, "Varde");
  const changed = await join(arrive, "Aarhus");
  const none = await join(arrive, "Skive");
  const untouched = await join(arrive, "Skive");
  await console.open();
  await expect(projector.getByText(/27 af 31 har stemt/).first()).toBeVisible({ timeout: 30_000 });
  await vote(changed, FIRST);
  await tick(changed, THIRD);
  await expect(changed.getByText(/Ikke sendt endnu: din forrige stemme tæller/).first()).toBeVisible();
  await tick(ticked, SECOND);
  await tick(none, "Ingen af disse");

  await Promise.all([
    console.close(),
    ...[ticked, untouched].map((phone) =>
      expect(phone.getByRole("checkbox", { name: FIRST })).toBeDisabled({ timeout: 20_000 }),
    ),
  ]);
  for (const phone of [ticked, changed, none]) {
    await expect(phone.getByRole("heading", { name: "Din stemme er modtaget" })).toBeVisible();
  }
  await expect(ticked.getByRole("listitem").filter({ hasText: SECOND })).toBeVisible();
  for (const title of [FIRST, THIRD]) {
    await expect(changed.getByRole("listitem").filter({ hasText: title })).toBeVisible();
  }
  await expect(none.getByText("Din stemme tæller som »Ingen af disse«.")).toBeVisible();
  await expect(untouched.getByRole("heading", { name: "Du nåede ikke at stemme" })).toBeVisible();
  await expect(projector.getByText(/30 af 31 har stemt/).first()).toBeVisible();
});

/** The ballot as the browser remembers it. */
function kept(phone: Page): Promise<string> {
  return phone.evaluate((code) => {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(`barometer.ballot.${code}.`));
    return keys.map((key) => localStorage.getItem(key) ?? "").join("\n");
  }, DEMO.code);
}
