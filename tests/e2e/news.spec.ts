//! News without an account: found from the living page, read as a feed; and where the vendor has it posted.

import { link } from "./support/inbox.ts";
import { expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const PASSPHRASE = "barometer til demo";

test("the living page leads to the news, where one request or all can be followed", async ({ arrive }) => {
  const page = await arrive("staff", "/finance");
  await page.getByRole("link", { name: "Følg med" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Nyheder uden konto" })).toBeVisible();
  // This server has no mail server: it says so, and offers no field.
  await expect(page.getByText("Denne server sender ikke mails.")).toBeVisible();
  await expect(page.getByRole("textbox")).toHaveCount(0);
  await expectAccessible(page);
  await takeScreen(page, "news-staff");
  const feed = page.getByRole("link", { name: /finance\/feed\.atom/ });
  const answer = await page.request.get((await feed.getAttribute("href")) ?? "");
  expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  await page.goBack();
  await page.getByRole("link", { name: /^Følg ønsket: / }).first().click();
  await expect(page.getByRole("link", { name: /requests\/\d+\/feed\.atom/ })).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "News without an account" })).toBeVisible();
  await expect(page.getByRole("link", { name: /requests\/\d+\/feed\.atom/ })).toBeVisible();
});

test("the vendor sets a webhook, whose secret is shown once and whose address not again", async ({ arrive, complaints }) => {
  complaints.allow(/422/);
  const vendor = await arrive("staff", "/vendor/news");
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("heading", { level: 1, name: "Nyheder" })).toBeVisible();
  const address = vendor.getByLabel("Modtagerens adresse");
  await address.fill("https://192.168.1.1/hook");
  await vendor.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(vendor.getByRole("alert")).toContainText("ikke ligger på et lukket net");
  await expect(address).toHaveValue("https://192.168.1.1/hook");
  await address.fill("https://hooks.example.org/x?sig=hemmelig");
  await vendor.getByLabel("Form", { exact: true }).selectOption("teams");
  await vendor.getByRole("button", { name: "Gem", exact: true }).click();
  await expect(vendor.getByText("Nyheder sendes nu til hooks.example.org.")).toBeVisible();
  const secret = vendor.locator("code");
  await expect(secret).toHaveText(/^[0-9a-f]{64}$/);
  await expectAccessible(vendor);
  await takeScreen(vendor, "vendor-news-staff");
  await vendor.reload();
  await expect(vendor.getByText("Nyheder sendes nu til hooks.example.org.")).toBeVisible();
  await expect(secret).toHaveCount(0);
  await expect(vendor.getByLabel("Form", { exact: true })).toHaveValue("teams");
  await vendor.getByRole("button", { name: "Fjern webhook" }).click();
  await expect(vendor.getByText("Fjernet. Adressen og loggen er slettet.")).toBeVisible();
});

test.describe("by mail", () => {
  test.use({ sendsMail: true });

  test("an address is confirmed first, hears of an initiative, and is deleted by one press", async ({ arrive, inbox, complaints }) => {
    // The form that comes back with the address that is none.
    complaints.allow(/422/);
    const reader = await arrive("phone", "/news");
    const address = reader.getByLabel("Din e-mail");
    const send = reader.getByRole("button", { name: "Send mig et link at bekræfte med" });
    const subject = reader.getByRole("checkbox", { name: /^Strategisk Udviklingsforum/ });
    await subject.check();
    await address.fill("ida@stem");
    await send.click();
    await expect(reader.getByRole("alert")).toContainText("Skriv en e-mailadresse som navn@kommune.dk.");
    await expect(address).toHaveValue("ida@stem");
    await expect(subject).toBeChecked();
    await address.fill("ida@kommune.example");
    await expectAccessible(reader);
    await takeScreen(reader, "news-mail-phone");
    await send.click();
    await expect(reader.getByRole("heading", { level: 1, name: "Se i din indbakke" })).toBeVisible();

    // Opening the link confirms nothing: mail programs open links by themselves.
    const asked = await inbox.mail(/Bekræft, at du vil have nyheder på mail/);
    await reader.goto(link(asked, "/news/"));
    await expect(reader.getByText("Strategisk Udviklingsforum: møder, beslutninger og udtalelser")).toBeVisible();
    await expectAccessible(reader);
    await takeScreen(reader, "news-confirm-phone");
    await reader.getByRole("button", { name: "Ja, send mig nyheder" }).click();
    await expect(reader.getByRole("heading", { level: 1, name: "Du får nyheder fra nu af" })).toBeVisible();

    const vendor = await arrive("staff", "/vendor/forum");
    await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
    await vendor.getByRole("button", { name: "Log ind" }).click();
    await vendor.getByRole("radio", { name: "Beslutninger", exact: true }).check();
    await vendor.getByLabel("Beslutningen", { exact: true }).fill("Vi begynder på analysen.");
    await vendor.getByLabel("Dit navn").fill("Bo Lund");
    await vendor.getByRole("button", { name: "Før til protokols" }).click();
    const news = await inbox.mail(/Vi begynder på analysen/);
    expect(news.text).not.toContain("Bo Lund");

    await reader.goto(link(news, "unsubscribe"));
    await reader.getByRole("link", { name: "English" }).click();
    await expect(reader.getByRole("heading", { level: 1, name: /no more news/i })).toBeVisible();
    await reader.getByRole("link", { name: "Dansk" }).click();
    await expectAccessible(reader);
    await takeScreen(reader, "news-leave-phone");
    await reader.getByRole("button", { name: "Ingen flere mails" }).click();
    await expect(reader.getByText("Din adresse er slettet.")).toBeVisible();
  });
});
