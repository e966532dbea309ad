//! "Jeg skal have det med hjem": from the request on the phone to a page that can be printed.

import { join, present, PROMISE } from "./support/people.ts";
import { DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const REQUEST = "Kopiér besøgsplan til afløser";

test("a participant takes a request home as one page with the own municipality's share", async ({ arrive }) => {
  const console = await present(arrive);
  const webinar = await join(arrive, "Varde");
  await console.goTo("Igangværende ønsker");
  await console.page.keyboard.press("2");
  await expect(webinar.getByRole("heading", { name: REQUEST })).toBeVisible();
  const opened = webinar.waitForEvent("popup");
  await webinar.getByRole("link", { name: "Jeg skal have det med hjem" }).click();
  const phone = await opened;
  await expect(phone.getByText("Beslutningsoplæg · Til Varde Kommune")).toBeVisible();
  await expect(phone.getByRole("heading", { level: 1, name: REQUEST })).toBeVisible();
  await expect(phone.getByText("Opdigtede eksempeldata")).toBeVisible();
  await expect(phone.getByText(/^24\.000\skr\.$/).first()).toBeVisible();
  await expect(phone.getByText(/^Hvis 10 kommuner er med/)).toBeVisible();
  await expect(phone.getByRole("rowheader", { name: "Efter indbyggertal", exact: true })).toBeVisible();
  await expect(phone.getByRole("heading", { name: "Spørg indkøb om" })).toBeVisible();
  await expect(phone.getByRole("button", { name: "Udskriv eller gem som PDF" })).toBeVisible();
  await expectAccessible(phone);
  await takeScreen(phone, "phone-brief");
  const paper = await phone.pdf({ format: "A4", margin: { top: "18mm", bottom: "18mm", left: "20mm", right: "20mm" } });
  const pages = paper.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages).toHaveLength(1);
  await test.step("it is passed on by the device's own share sheet, else copied, and as a mail", async () => {
    await phone.evaluate(() => {
      Object.assign(navigator, { share: (data: ShareData) => Promise.resolve(Object.assign(window, { shared: data })) });
    });
    await phone.getByRole("button", { name: "Del", exact: true }).click();
    const shared = await phone.evaluate(() => (window as unknown as { shared: ShareData }).shared);
    expect(shared.title).toBe(`Beslutningsoplæg: ${REQUEST}`);
    expect(shared.text).toMatch(/Vores andel bliver 24\.000\skr\., hvis 10 kommuner er med/);
    expect(shared.url).toMatch(new RegExp(`/w/${DEMO.code}/brief/\\d+\\?lang=da&for=0573$`));
    await phone.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await phone.evaluate(() => Object.assign(navigator, { share: undefined }));
    await phone.getByRole("button", { name: "Del", exact: true }).click();
    await expect(phone.getByRole("status")).toHaveText("Linket er kopieret.");
    expect(await phone.evaluate(() => navigator.clipboard.readText())).toBe(shared.url);
    const mail = new URL((await phone.getByRole("link", { name: "Send som mail" }).getAttribute("href")) ?? "");
    expect(mail.searchParams.get("subject")).toBe(`Beslutningsoplæg: ${REQUEST}`);
    expect(mail.searchParams.get("body")).toContain(`Læs oplægget: ${shared.url}`);
    const boss = await arrive("laptop", new URL(shared.url ?? "").pathname + new URL(shared.url ?? "").search);
    await expect(boss.getByText("Beslutningsoplæg · Til Varde Kommune")).toBeVisible();
    await expect(boss.getByText(/^24\.000\skr\.$/).first()).toBeVisible();
    await takeScreen(boss, "laptop-brief");
  });
  await test.step("it comes back to where the webinar stands", async () => {
    const closed = phone.waitForEvent("close");
    await phone.getByRole("link", { name: "Tilbage til webinaret" }).click();
    await closed;
    await expect(webinar.getByRole("heading", { name: REQUEST })).toBeVisible();
  });
});

test("the brief reads in English too, and a stranger sees no share", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  await console.goTo("Igangværende ønsker");
  await console.page.keyboard.press("2");
  const address = await phone.getByRole("link", { name: "Jeg skal have det med hjem" }).getAttribute("href");
  const stranger = await arrive("laptop", address?.replace("lang=da", "lang=en") ?? "");
  await expect(stranger.getByText("You are only watching.")).toBeVisible();
  await expect(stranger.getByRole("heading", { name: "Ask purchasing" })).toBeVisible();
  await expect(stranger.getByText(PROMISE)).toHaveCount(0);
  await expectAccessible(stranger);
});
