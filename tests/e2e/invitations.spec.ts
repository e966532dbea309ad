//! Personal invitations: a list becomes links in the vendor's browser, and a link is one person on any device.

import { readFile } from "node:fs/promises";
import { type Page } from "@playwright/test";
import { expectReceived, FIRST, NAME, present, SECOND, send, tick, vote } from "./support/people.ts";
import { type Arrive, DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";
import { importWebinar } from "./support/webinars.ts";

const PASSPHRASE = "barometer til demo";
const ONE = "Vikarvisning";
const OTHER = "Tale til tekst";

/** The vendor at the page of invitations. */
async function atInvitations(arrive: Arrive, code: string): Promise<Page> {
  const vendor = await arrive("staff", `/vendor/webinars/${code}/invitations`);
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("heading", { name: "Invitationer" })).toBeFocused();
  return vendor;
}

/** Makes links of a list without fault; answers the file's lines, each in cells. */
async function makeLinks(vendor: Page, count: string): Promise<string[][]> {
  const download = vendor.waitForEvent("download");
  await vendor.getByRole("button", { name: `Lav ${count}` }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text.startsWith("\ufeff")).toBe(true);
  const lines = text.slice(1).split("\r\n").filter(Boolean);
  return lines.map((line) => line.slice(1, -1).split('";"'));
}

/** What is behind a link's address, to be opened on a device. */
function pathOf(link: string): string {
  const { pathname, hash } = new URL(link);
  return pathname + hash;
}

/** Opens a personal link: municipality and name are there, and can be put right; one tap. */
async function open(arrive: Arrive, link: string, municipality: string, name?: string): Promise<Page> {
  const phone = await arrive("phone", pathOf(link));
  await expect(phone.getByText(`Inviteret fra ${municipality} Kommune`)).toBeVisible();
  await expect(phone.getByRole("combobox")).toHaveCount(0);
  expect(phone.url()).not.toContain("#");
  const field = phone.getByRole("textbox", { name: "Dit navn" });
  if (name) await expect(field).toHaveValue(name);
  await field.fill(NAME);
  return phone;
}

/** How long each ballot's body is that these phones send from now on. */
function ballotBodies(...phones: Page[]): number[] {
  const bodies: number[] = [];
  for (const phone of phones) {
    phone.on("request", (request) => {
      if (request.url().endsWith("/ballot")) bodies.push(request.postData()?.length ?? 0);
    });
  }
  return bodies;
}

const joinNow = (phone: Page) => phone.getByRole("button", { name: "Deltag", exact: true }).click();

test("a list becomes personal links, and one person is one ballot on two phones", async ({
  arrive,
  complaints,
  server,
}) => {
  complaints.allow(/40[139]/);
  const webinar = await importWebinar(server, "few");
  const console = await present(arrive, webinar);
  const vendor = await atInvitations(arrive, webinar.code);
  const sent: string[] = [];
  vendor.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  const list = vendor.getByRole("textbox", { name: "Deltagere, én på hver linje" });

  await test.step("what is wrong is told line by line, and what was typed stays", async () => {
    await expect(vendor.getByText("Ingen er inviteret endnu")).toBeVisible();
    await expectAccessible(vendor);
    await vendor.getByRole("button", { name: "Se listen efter" }).click();
    await expect(vendor.getByRole("alert")).toHaveText("Indsæt mindst én deltager.");
    await vendor.getByLabel("Vælg fil").setInputFiles("crates/sheet/cases/participants.xlsx");
    await expect(vendor.getByText("Celle C6: »999« er ikke en kommune.")).toBeVisible();
    await expect(list).toHaveValue(/^Tilmeldte fra kursussiden;*\n\nFornavn;Efternavn;Kommunekode;E-mail\n/);
    const typed = "Navn;Kommune;E-mail\n=Anne Prøve;Vibrog;a@viborg.dk\n;Skive;\nIda Holm;Skive;ida@skive.dk";
    await list.fill(typed);
    await vendor.getByRole("button", { name: "Se listen efter" }).click();
    await expect(list).toBeFocused();
    await expect(vendor.getByRole("alert")).toContainText("2 linjer skal rettes.");
    await expect(vendor.getByText("Celle B2: »Vibrog« er ikke en kommune.")).toBeVisible();
    await expect(vendor.getByText("Linje 3: Navnet mangler.")).toBeVisible();
    await expect(list).toHaveValue(typed);
    await expect(list).toHaveAttribute("aria-invalid", "true");
    await expectAccessible(vendor);
    await takeScreen(vendor, "invitations-wrong");
    await list.fill(typed.replace("Vibrog", "Viborg").replace("\n;Skive;", ""));
    await expect(vendor.getByRole("alert")).toHaveCount(0);
    await vendor.getByRole("button", { name: "Se listen efter" }).click();
    await expect(vendor.getByText("2 deltagere fra 2 kommuner")).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "invitations-ready");
  });

  const lines = await makeLinks(vendor, "2 personlige links");
  const links = lines.slice(1).map((cells) => cells.at(-1) ?? "");

  await test.step("the links are in the file, and nothing of a person reaches the server", async () => {
    expect(lines[0]).toEqual(["Navn", "Kommune", "E-mail", "Link"]);
    expect(lines[1]?.[0]).toBe("'=Anne Prøve");
    for (const link of links) expect(link).toMatch(/\/w\/\w{6}#[\w-]{22}\.[\w-]{22}\.\d{4}\.[\w-]+$/);
    const tokens = links.map((link) => link.split(".").at(-3) ?? "");
    const names = links.map((link) => link.split(".").at(-1) ?? "");
    for (const word of ["Prøve", "Ida", "skive.dk", ...tokens, ...names]) expect(sent.join("\n")).not.toContain(word);
    await expect(vendor.getByText("2 invitationer", { exact: true })).toBeVisible();
    await expect(vendor.getByText(/^Linkene findes kun i den fil\./)).toBeVisible();
    await expectAccessible(vendor);
    await takeScreen(vendor, "invitations-made");
  });

  await test.step("where only the invited vote, the open link is for watching", async () => {
    const restrict = vendor.getByRole("checkbox", { name: "Kun inviterede kan stemme" });
    await restrict.click();
    await expect(restrict).toBeChecked();
    const visitor = await arrive("phone", `/w/${webinar.code}`);
    await expect(visitor.getByText("Kun inviterede kan stemme. Åbn dit personlige link.")).toBeVisible();
    await expect(visitor.getByRole("button", { name: "Deltag", exact: true })).toHaveCount(0);
    await expect(visitor.getByRole("textbox")).toHaveCount(0);
    await expectAccessible(visitor);
    await takeScreen(visitor, "join-only-invited");
    await visitor.getByRole("button", { name: "Jeg ser kun med" }).click();
    await expect(visitor.getByText("Ser kun med").first()).toBeVisible();
  });

  const phone = await open(arrive, links[0] ?? "", "Viborg", "=Anne Prøve");
  await expectAccessible(phone);
  await takeScreen(phone, "join-invited");

  await test.step("a name and a tap, and one is in; the vote is sent", async () => {
    await joinNow(phone);
    await expect(phone.getByText("Viborg Kommune").first()).toBeVisible();
    await console.open();
    await expect(vendor.getByRole("checkbox", { name: "Kun inviterede kan stemme" })).toBeChecked();
    await vote(phone, ONE);
    await expect(console.page.getByText(/1 af 1/).first()).toBeVisible();
  });

  await test.step("the same link on another phone begins empty, and neither hears of the other", async () => {
    const second = await open(arrive, links[0] ?? "", "Viborg");
    await joinNow(second);
    await expect(second.getByRole("checkbox", { name: OTHER })).toBeVisible();
    await expect(second.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await expect(second.getByText("Din stemme er sendt")).toHaveCount(0);
    const bodies = ballotBodies(phone, second);
    await tick(second, OTHER);
    await send(second).click();
    await expectReceived(second);
    await expect(console.page.getByText(/1 af 1/).first()).toBeVisible();
    await phone.reload();
    await expect(phone.getByRole("checkbox", { name: ONE })).toBeChecked();
    await expect(phone.getByRole("checkbox", { name: OTHER })).not.toBeChecked();
    await expect(phone.getByText("Din stemme er sendt").first()).toBeVisible();
    // What is sent is as long for one choice as for two; the phone's own vote counts again.
    await tick(phone, OTHER);
    await send(phone).click();
    await expectReceived(phone);
    expect(bodies).toEqual([1024, 1024]);
    await tick(second, ONE);
    await send(second).click();
    await expectReceived(second);
  });

  await test.step("once opened, who may vote is settled, and the page says why", async () => {
    await vendor.reload();
    await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
    await vendor.getByRole("button", { name: "Lås op" }).click();
    await expect(vendor.getByRole("checkbox", { name: "Kun inviterede kan stemme" })).toBeDisabled();
    await expect(vendor.getByText(/^Afstemningen har været åbnet\./)).toBeVisible();
    await expect(vendor.getByRole("button", { name: "Træk alle tilbage" })).toHaveCount(0);
    await expectAccessible(vendor);
    await console.close();
    await expect(phone.getByText(ONE).first()).toBeVisible();
  });

  await test.step("a look-up shows one ballot from two devices", async () => {
    await vendor.goto(`/vendor/webinars/${webinar.code}/votes`);
    await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
    await vendor.getByRole("button", { name: /^(Lås op|Log ind)$/ }).click();
    await vendor.getByRole("textbox", { name: "Dit navn" }).fill("Ida Holm");
    await vendor.getByRole("textbox", { name: "Hvorfor slår du op?" }).fill("Kontrol af dubletter");
    await vendor.getByRole("button", { name: "Vis navnene" }).click();
    const row = vendor.getByRole("row").filter({ hasText: NAME });
    await expect(row).toHaveCount(1);
    await expect(row).toContainText("fra 2 enheder");
    await expectAccessible(vendor);
    await takeScreen(vendor, "vendor-votes-two-devices");
  });
});

test("whose vote a second phone has replaced hears of it with the result", async ({ arrive, complaints }) => {
  // Logging in and the two phones' first look at who they are.
  complaints.allow(/status of 40[13] /);
  const console = await present(arrive);
  const vendor = await atInvitations(arrive, DEMO.code);
  await vendor.getByRole("textbox", { name: "Deltagere, én på hver linje" }).fill("Navn;Kommune\nIda Holm;Viborg");
  await vendor.getByRole("button", { name: "Se listen efter" }).click();
  const [, cells] = await makeLinks(vendor, "1 personligt link");
  const link = cells?.at(-1) ?? "";
  const first = await open(arrive, link, "Viborg", "Ida Holm");
  await joinNow(first);
  const second = await open(arrive, link, "Viborg", "Ida Holm");
  await joinNow(second);
  await console.open();
  await vote(first, FIRST);
  await vote(second, SECOND);
  await console.close();
  const replaced = /^Din stemme er sidst sendt fra en anden enhed\./;
  await expect(first.getByText(replaced), "before the result nobody hears of another device").toHaveCount(0);
  await console.goTo("Resultat");
  await console.reveal();
  await expect(first.getByText(replaced)).toBeVisible({ timeout: 20_000 });
  await expect(second.getByText("Din stemme er talt med ✓").first()).toBeVisible({ timeout: 20_000 });
  await expect(second.getByText(replaced)).toHaveCount(0);
  await expectAccessible(first);
});

test("an open link says what it is worth, and a withdrawn invitation leads nowhere", async ({
  arrive,
  complaints,
  server,
}) => {
  complaints.allow(/40[139]/);
  const webinar = await importWebinar(server, "few");
  const open_ = await arrive("phone", `/w/${webinar.code}`);
  await expect(open_.getByText(/Åbent link: én stemme pr\. enhed, så vidt muligt\./)).toBeVisible();
  await takeScreen(open_, "join-open");

  const vendor = await atInvitations(arrive, webinar.code);
  await vendor.locator("input[type=file]").setInputFiles({
    name: "deltagere.csv",
    mimeType: "text/csv",
    // As an older Danish spreadsheet writes it.
    buffer: Buffer.from("S\u00f8ren \u00c5k\u00e6r;K\u00f8benhavns Kommune\r\n", "latin1"),
  });
  await expect(vendor.getByRole("row", { name: "Søren Åkær København" })).toBeVisible();
  const lines = await makeLinks(vendor, "1 personligt link");
  expect(lines[1]?.slice(0, 2)).toEqual(["Søren Åkær", "Københavns Kommune"]);

  await vendor.getByRole("button", { name: "English" }).click();
  await expect(vendor.getByText("1 invitation", { exact: true })).toBeVisible();
  await expectAccessible(vendor, "in English");
  await vendor.setViewportSize({ width: 390, height: 844 });
  await expectAccessible(vendor, "in English, on a phone");
  await takeScreen(vendor, "invitations-english-390");
  const overflow = await vendor.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await vendor.getByRole("button", { name: "Withdraw all" }).click();
  await expectAccessible(vendor, "asked before all are withdrawn");
  await vendor.getByRole("dialog").getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(vendor.getByText("Nobody is invited yet")).toBeVisible();

  const phone = await arrive("phone", pathOf(lines[1]?.at(-1) ?? ""));
  await phone.getByRole("textbox", { name: "Dit navn" }).fill(NAME);
  await joinNow(phone);
  await expect(phone.getByRole("alert").filter({ hasText: "Invitationen gælder ikke." })).toBeVisible();
  await expect(phone.getByRole("combobox")).toHaveValue("København");
  await joinNow(phone);
  await expect(phone.getByText("Københavns Kommune").first()).toBeVisible();
});
