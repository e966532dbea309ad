//! Signing up for a webinar on a phone: what is typed leaves the browser sealed, and the vendor reads it.

import { type Page } from "@playwright/test";
import { type Arrive, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const PASSPHRASE = "barometer til demo";
const DAY = "2031-03-04";

/** A webinar that is years ahead, with sign-up on its own page. */
async function prepare(arrive: Arrive): Promise<{ vendor: Page; code: string }> {
  const vendor = await arrive("staff", "/vendor/webinars/new");
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await vendor.getByLabel("Titel").fill("Forårswebinar");
  await vendor.getByLabel("Dato").fill(DAY);
  await vendor.getByLabel("Begynder", { exact: true }).fill("13:00");
  await vendor.getByLabel("Slutter", { exact: true }).fill("14:30");
  await vendor.getByRole("button", { name: "Opret webinaret" }).click();
  await expect(vendor).toHaveURL(/\/vendor\/webinars\/[0-9A-Z]{6}$/);
  const code = vendor.url().slice(-6);
  // Another document: the key does not outlive the page.
  await vendor.goto(`/vendor/webinars/${code}/signups`);
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
  await vendor.getByRole("button", { name: "Lås op" }).click();
  await expect(vendor.getByText("Ingen er tilmeldt endnu.")).toBeVisible();
  await vendor.getByLabel("På kursussidens eget link").check();
  await vendor.getByLabel("Kursussidens adresse").fill("kursus.dk");
  await vendor.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(vendor.getByText("Den skal begynde med https://")).toBeVisible();
  await vendor.getByLabel("På webinarets egen side").check();
  await vendor.getByLabel("Pladser til hver kommune").fill("1");
  await vendor.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(vendor.getByText("Gemt.")).toBeVisible();
  return { vendor, code };
}

test("somebody signs up on a phone, has a link and the appointment, and the vendor sees who it is", async ({
  arrive,
  browser,
  complaints,
  server,
}) => {
  complaints.allow(/422/);
  const { vendor, code } = await prepare(arrive);
  await expectAccessible(vendor);
  await takeScreen(vendor, "signups-vendor");

  const phone = await arrive("phone", `/w/${code}`);
  const sent: string[] = [];
  phone.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));

  await test.step("what is missing is told beside its field, before anything is sent", async () => {
    await expect(phone.getByRole("heading", { name: "Forårswebinar" })).toBeVisible();
    await expect(phone.getByText("Tirsdag den 4. marts")).toBeVisible();
    await expect(phone.getByText("Leverandørens fire ord:")).toBeVisible();
    await expectAccessible(phone);
    await takeScreen(phone, "signup");
    await phone.getByRole("button", { name: "Tilmeld mig" }).click();
    await expect(phone.getByText("Udfyld feltet.").first()).toBeVisible();
    await expect(phone.getByLabel("Dit navn")).toBeFocused();
    await phone.getByLabel("Dit navn").fill("Åse Prøve");
    await phone.getByLabel("Din mailadresse").fill("åse");
    await phone.getByRole("button", { name: "Tilmeld mig" }).click();
    await expect(phone.getByText("Skriv en mailadresse, som navn@kommune.dk.")).toBeVisible();
    expect(sent.filter((line) => line.includes("sealed=")).length).toBe(0);
  });

  await test.step("without a municipality the page comes back with what was typed", async () => {
    await phone.getByLabel("Din mailadresse").fill("aase@viborg.dk");
    await phone.getByRole("button", { name: "Tilmeld mig" }).click();
    await expect(phone.getByRole("alert").first()).toContainText("Vælg din kommune på listen.");
    await expect(phone.getByLabel("Dit navn")).toHaveValue("Åse Prøve");
    await expect(phone.getByLabel("Din mailadresse")).toHaveValue("aase@viborg.dk");
  });

  await test.step("the personal link and the appointment are there at once", async () => {
    await phone.getByLabel("Kommune").selectOption({ label: "Viborg" });
    await phone.getByRole("button", { name: "Tilmeld mig" }).click();
    await expect(phone.getByRole("heading", { name: "Du er tilmeldt" })).toBeVisible();
    await expect(phone.getByRole("link", { name: /Læg i kalenderen/ })).toHaveAttribute("href", /webinar\.ics$/);
    await expect(phone.getByLabel("Dit personlige link")).toHaveValue(new RegExp(`/w/${code}#[^.]+\\.[^.]+\\.0791\\.`));
    await expectAccessible(phone);
    await takeScreen(phone, "signup-done");
    for (const secret of ["Prøve", "Pr%C3%B8ve", "aase@viborg.dk", "aase%40viborg.dk"]) {
      expect(sent.filter((line) => line.includes(secret))).toEqual([]);
    }
    expect(await phone.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("aase");
  });

  await test.step("the next of the same municipality is told that there is no place", async () => {
    const other = await arrive("phone", `/w/${code}`, { locale: "en-GB" });
    await other.getByLabel("Your name").fill("Bo Lund");
    await other.getByLabel("Your e-mail address").fill("bo@viborg.dk");
    await other.getByLabel("Municipality").selectOption("0791");
    await other.getByRole("button", { name: "Sign me up" }).click();
    await expect(other.getByRole("alert").first()).toContainText("Each municipality has one place");
    await expect(other.getByLabel("Your name")).toHaveValue("Bo Lund");
  });

  await test.step("the vendor reads the name, and the list for a mail merge", async () => {
    await vendor.reload();
    await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
    await vendor.getByRole("button", { name: "Lås op" }).click();
    await expect(vendor.getByRole("rowheader", { name: "Åse Prøve" })).toBeVisible();
    await expect(vendor.getByText("1 tilmeldt fra 1 kommune")).toBeVisible();
    await expect(vendor.getByText("Denne server sender ikke mail.")).toBeVisible();
    const list = vendor.getByRole("textbox", { name: "Deltagere, én på hver linje" });
    await list.fill("Navn;Kommune;Stilling;E-mail\nÅse Prøve;Viborg;;aase@viborg.dk\nIda Holm;Skive;;ida@skive.dk");
    await vendor.getByRole("button", { name: "Tilføj", exact: true }).click();
    await expect(vendor.getByText("Var tilmeldt i forvejen")).toContainText("Åse Prøve");
    await expect(vendor.getByRole("rowheader", { name: "Ida Holm" })).toBeVisible();
    await takeScreen(vendor, "signups-people");
  });

  await test.step("whoever has the link can cancel", async () => {
    await phone.getByRole("button", { name: "Meld mig fra" }).click();
    await expect(phone.getByRole("heading", { name: "Du er meldt fra" })).toBeVisible();
  });

  await test.step("without a script a form says so before anybody types", async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: "da-DK" });
    const plain = await context.newPage();
    await plain.goto(`${server.url}/w/${code}`);
    await expect(plain.getByText("Det kræver JavaScript")).toBeVisible();
    await expect(plain.getByLabel("Dit navn")).toBeDisabled();
    await context.close();
  });
});
