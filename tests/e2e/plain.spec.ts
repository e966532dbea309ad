//! The phone's page without the app: a vote before WebAssembly, and where it never comes; and how the app takes over.

import { type Browser, type Page } from "@playwright/test";
import { Console, FIRST, NAME, present, SECOND, THIRD } from "./support/people.ts";
import { DEMO, drawn, expect, expectAccessible, test } from "./support/story.ts";

const PATH = `/w/${DEMO.code}`;
const WASM = /_bg\.wasm$/;

const field = (page: Page) => page.getByRole("combobox");
const joinButton = (page: Page) => page.getByRole("button", { name: /^(Deltag|Join)$/ });
const box = (page: Page, name: string) => page.getByRole("checkbox", { name: new RegExp(name) });
const sendButton = (page: Page) => page.locator("button[name=do][value=vote]:visible");
const received = (page: Page) => page.getByRole("main").getByText(/^Modtaget/);
const isPlain = (page: Page) => page.locator("#shell.plain");

/** A page whose app never starts: nothing of it is fetched. */
async function withoutApp(page: Page): Promise<void> {
  await page.route(WASM, (route) => route.fulfill({ status: 403, body: "" }));
}

/** The app on its way until it is let go. */
async function holdApp(page: Page): Promise<() => void> {
  let go = () => {};
  const held = new Promise<void>((done) => (go = done));
  await page.route(WASM, async (route) => {
    await held;
    await route.continue();
  });
  return () => go();
}

/** What is read aloud, without what changes by itself and what only one of the two can have. */
async function heard(page: Page): Promise<string> {
  await drawn(page);
  const snapshot = await page.locator("body").ariaSnapshot();
  const lines = snapshot.split("\n").filter((line) => !/^\s*- (status|alert)\b|"(Vis alle kommuner|Show all municipalities)"/.test(line));
  return lines.join("\n");
}

async function unscripted(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
    baseURL: url,
  });
  return context.newPage();
}

test("without a script: join, vote, change, close, result", async ({ arrive, browser, server }) => {
  const console = await present(arrive);
  const phone = await unscripted(browser, server.url);
  await phone.goto(PATH);
  await expect(phone.getByText("I denne browser kan intet navn forsegles.")).toBeVisible();
  await expect(phone.locator("#name")).toBeHidden();
  await field(phone).fill("viborg");
  await joinButton(phone).click();
  await expect(phone.getByText("Viborg Kommune").first()).toBeVisible();
  await console.open();
  // The page follows by itself as long as nobody types or ticks in it.
  await expect(box(phone, FIRST)).toBeVisible({ timeout: 15_000 });
  await expect(phone.locator("noscript iframe, iframe.now-frame")).toHaveCount(1);
  await box(phone, FIRST).check();
  await box(phone, SECOND).check();
  await sendButton(phone).click();
  await expect(phone.getByText("Modtaget – du kan ændre, til der lukkes")).toBeVisible();
  await expect(box(phone, FIRST)).toBeChecked();
  await phone.reload();
  await expect(box(phone, SECOND)).toBeChecked();
  await phone.goBack();
  await expect(phone.locator("#stage, #occasion")).toBeVisible();
  await phone.goto(PATH);
  await box(phone, SECOND).uncheck();
  await phone.getByRole("checkbox", { name: /Ingen af disse/ }).check();
  await sendButton(phone).click();
  await expect(phone.getByText("Fjern det ene.")).toBeVisible();
  await phone.getByRole("checkbox", { name: /Ingen af disse/ }).uncheck();
  await sendButton(phone).click();
  await expect(phone.getByText("Modtaget – du kan ændre, til der lukkes")).toBeVisible();
  await console.close();
  await expect(phone.frameLocator("iframe.now-frame").getByRole("link", { name: "Følg med" })).toBeVisible({ timeout: 15_000 });
  await phone.goto(PATH);
  await expect(phone.getByRole("heading", { name: "Din stemme er modtaget" })).toBeVisible();
  await console.reveal();
  await expect(phone.getByRole("heading", { name: "Hvad har størst tilslutning?" })).toBeVisible({ timeout: 15_000 });
  await expect(phone.getByText("Du stemte på denne")).toHaveCount(1);
  await phone.context().close();
});

test("without WebAssembly: the page follows, and what is ticked is sent at the close", async ({ arrive, complaints }) => {
  complaints.allow(/./);
  const console = await present(arrive);
  const phone = await arrive("phone", "/healthz");
  await phone.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
  await phone.goto(PATH);
  await expect(phone.getByText("I denne browser kan intet navn forsegles.")).toBeVisible();
  await field(phone).fill("Viborg");
  await joinButton(phone).click();
  await expect(phone.getByText("Viborg Kommune").first()).toBeVisible();
  await console.open();
  await expect(box(phone, FIRST)).toBeVisible();
  await expectAccessible(phone);
  await box(phone, FIRST).check();
  await expect(phone.getByText("1 af 4 valgt")).toBeVisible();
  await phone.reload();
  await expect(box(phone, FIRST), "a reload keeps what is ticked").toBeChecked();
  await console.close();
  await expect(phone.getByRole("heading", { name: "Din stemme er modtaget" })).toBeVisible();
  await console.reveal();
  await expect(phone.getByText("Du stemte på denne")).toHaveCount(1);
  await expectAccessible(phone);
});

test("the app is refused by a filter, and the vote is not", async ({ arrive, complaints }) => {
  complaints.allow(/./);
  const console = await present(arrive);
  await console.open();
  const phone = await arrive("phone", "/healthz");
  await withoutApp(phone);
  await phone.goto(PATH);
  await expect(phone.getByText("I denne browser kan intet navn forsegles.")).toBeVisible();
  await expectAccessible(phone);
  await field(phone).fill("Viborg");
  await joinButton(phone).click();
  await box(phone, FIRST).check();
  await sendButton(phone).click();
  await expect(received(phone)).toHaveText(/^Modtaget \d/);
  await phone.reload();
  await expect(box(phone, FIRST)).toBeChecked();
  await expect(received(phone)).toBeVisible();
});

test("the app takes over what is typed and ticked, with the focus and the scroll", async ({ arrive }) => {
  const console = await present(arrive);
  await console.open();
  const phone = await arrive("phone", "/healthz");
  const letGo = await holdApp(phone);
  await phone.goto(PATH, { waitUntil: "domcontentloaded" });
  await phone.getByRole("textbox", { name: "Dit navn" }).fill(NAME);
  await field(phone).pressSequentially("Vibo");
  letGo();
  await expect(isPlain(phone)).toHaveCount(0);
  await expect(field(phone)).toBeFocused();
  await field(phone).pressSequentially("rg");
  await expect(field(phone)).toHaveValue("Viborg");
  await expect(phone.getByRole("textbox", { name: "Dit navn" })).toHaveValue(NAME);
  await joinButton(phone).click();
  await expect(box(phone, FIRST)).toBeVisible();

  await phone.unroute(WASM);
  const letGoAgain = await holdApp(phone);
  await phone.reload({ waitUntil: "domcontentloaded" });
  await box(phone, SECOND).check();
  await box(phone, THIRD).check();
  await box(phone, THIRD).focus();
  const top = await phone.evaluate(() => {
    scrollTo(0, 240);
    return scrollY;
  });
  letGoAgain();
  await expect(isPlain(phone)).toHaveCount(0);
  await expect(box(phone, SECOND)).toBeChecked();
  await expect(box(phone, THIRD)).toBeChecked();
  await expect(box(phone, THIRD)).toBeFocused();
  expect(await phone.evaluate(() => scrollY)).toBe(top);
  await phone.getByRole("button", { name: "Send min stemme" }).click();
  await expect(received(phone)).toBeVisible();
});

test("a tap before the app and one after it count once", async ({ arrive }) => {
  const console = await present(arrive);
  await console.open();
  const phone = await arrive("phone", "/healthz");
  const letGo = await holdApp(phone);
  await phone.goto(PATH, { waitUntil: "domcontentloaded" });
  await phone.getByRole("textbox", { name: "Dit navn" }).fill(NAME);
  await field(phone).fill("Viborg");
  await joinButton(phone).dblclick();
  await expect(box(phone, FIRST)).toBeVisible();
  await box(phone, FIRST).check();
  // The vote is on its way while the app comes.
  let answer = () => {};
  const held = new Promise<void>((done) => (answer = done));
  await phone.route(/\/ballot$/, async (route) => {
    await held;
    await route.continue();
  });
  await sendButton(phone).click();
  letGo();
  await expect(isPlain(phone)).toHaveCount(0);
  answer();
  await expect(received(phone)).toBeVisible();
  await expect(console.page.getByText(/28 af 28/).first()).toBeVisible({ timeout: 20_000 });
});

test("a form in one tab and the app in another are one person", async ({ arrive, complaints }) => {
  complaints.allow(/./);
  const console = await present(arrive);
  await console.open();
  const app = await arrive("phone", PATH);
  await app.getByRole("textbox", { name: "Dit navn" }).fill(NAME);
  await field(app).fill("Viborg");
  await joinButton(app).click();
  await expect(isPlain(app)).toHaveCount(0);
  await box(app, FIRST).check();
  await app.getByRole("button", { name: "Send min stemme" }).click();
  await expect(received(app)).toBeVisible();
  const form = await app.context().newPage();
  await withoutApp(form);
  await form.goto(PATH);
  await expect(box(form, FIRST)).toBeChecked();
  await box(form, SECOND).check();
  await sendButton(form).click();
  await expect(received(form)).toBeVisible();
  await expect(box(app, SECOND)).toBeChecked();
  await expect(received(app)).toBeVisible();
  await expect(console.page.getByText(/28 af 28/).first()).toBeVisible({ timeout: 20_000 });
});

for (const [locale, words] of [
  ["da-DK", "Deltag"],
  ["en-GB", "Join"],
] as const) {
  test(`page and app say the same at every stage, ${locale}`, async ({ arrive, complaints }) => {
    test.slow();
    complaints.allow(/./);
    const console = await present(arrive);
    const app = await arrive("phone", PATH, { locale });
    const plain = await arrive("phone", "/healthz", { locale });
    // The script neither, so that the page is what the server made.
    await plain.route(/\/(takeover|boot)\.js$/, (route) => route.abort());
    await plain.goto(PATH);
    const same = async (where: string) => {
      await expect(isPlain(app), where).toHaveCount(0);
      await expect
        .poll(async () => {
          await plain.reload();
          return heard(plain);
        }, { message: where, timeout: 15_000 })
        .toBe(await heard(app));
    };
    await expect(joinButton(app)).toHaveText(words);
    await same("the form");
    for (const page of [app, plain]) {
      const name = page.locator("#name");
      if (page === app) await name.fill(NAME);
      await field(page).fill("Viborg");
      await joinButton(page).click();
      await expect(page.getByText("Viborg Kommune").first()).toBeVisible();
    }
    // The words of the key are known to the app only, after a while.
    await walk(console, same);
  });
}

async function walk(console: Console, same: (where: string) => Promise<void>): Promise<void> {
  await console.goTo("Igangværende ønsker");
  await same("under way");
  await console.goTo("Kandidaterne");
  await same("a candidate");
  await console.goTo("Barometer");
  await same("before the vote");
}
