//! The phone's page without the app: a vote before WebAssembly, and where it never comes; and how the app takes over.

import { type Browser, type Page } from "@playwright/test";
import { FIRST, NAME, present, SECOND, THIRD } from "./support/people.ts";
import { DEMO, drawn, expect, expectAccessible, test } from "./support/story.ts";
import { Wire } from "./support/wire.ts";

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
  // A live region; the button that opens the app's list; what only the app can compute.
  const own = /^\s*- (status|alert)\b|"(Vis alle kommuner|Show all municipalities)"|fire ord|four words|✓|slået op|looked up/i;
  const lines = snapshot.split("\n").filter((line) => !own.test(line));
  // Nothing on the server says when a ballot came; the browser that sent it knows.
  const time = / (Modtaget|Received) \d\d.\d\d.\d\d/;
  return lines.map((line) => line.replace(time, /Det tæller|This counts/.test(line) ? "" : " $1")).join("\n");
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
  await phone.goto("/");
  await phone.getByLabel("Webinarets kode").fill("dem23");
  await phone.getByRole("button", { name: "Fortsæt" }).click();
  await expect(phone.getByRole("alert")).toHaveText("Koden har seks tegn. Her er der 5 tegn.");
  await phone.getByLabel("Webinarets kode").fill("dem 234");
  await phone.getByRole("button", { name: "Fortsæt" }).click();
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

test("without a JIT, as locked-down browsers are: one votes, and changes", async ({ arrive, complaints, launchOptions, playwright, server }) => {
  complaints.allow(/./);
  const console = await present(arrive);
  await console.open();
  const args = [...(launchOptions.args ?? []), "--js-flags=--jitless"];
  const locked = await playwright.chromium.launch({ ...launchOptions, args });
  const phone = await locked.newPage({ baseURL: server.url, viewport: { width: 390, height: 844 }, locale: "da-DK" });
  await phone.goto(PATH);
  expect(await phone.evaluate(() => typeof WebAssembly)).toBe("undefined");
  await expect(phone.getByText("I denne browser kan intet navn forsegles.")).toBeVisible();
  await field(phone).fill("Viborg");
  await joinButton(phone).click();
  await box(phone, FIRST).check();
  await sendButton(phone).click();
  await expect(received(phone)).toHaveText(/^Modtaget \d/);
  await phone.getByRole("checkbox", { name: /Ingen af disse/ }).check();
  await expect(box(phone, FIRST)).not.toBeChecked();
  await sendButton(phone).click();
  await expect(received(phone)).toHaveText(/^Modtaget \d/);
  await locked.close();
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

for (const [where, path, typed] of [
  ["the first page", "/", ""],
  ["a code that is none", "/w/ZZZZZZ", "ZZZZZZ"],
  ["what cannot be a code", "/w/dem2", "dem2"],
] as const) {
  test(`the app takes over the field for a code, from ${where}`, async ({ arrive, complaints }) => {
    complaints.allow(/404|403/);
    const phone = await arrive("phone", "/healthz");
    const plain = await phone.context().newPage();
    await plain.route(/\/(takeover|boot)\.js$/, (route) => route.abort());
    complaints.allow(/ERR_FAILED/);
    await plain.goto(path);
    const letGo = await holdApp(phone);
    await phone.goto(path, { waitUntil: "domcontentloaded" });
    const code = phone.locator("#code");
    await expect(code).toHaveValue(typed);
    const before = await heard(plain);
    await code.click();
    await code.pressSequentially("x");
    letGo();
    await expect(isPlain(phone)).toHaveCount(0);
    await expect(code).toHaveValue(`${typed}x`);
    await expect(code).toBeFocused();
    // Without the letter, and without its complaint, which what is typed takes away.
    await phone.goto("/healthz");
    await phone.goto(path);
    await expect(isPlain(phone)).toHaveCount(0);
    expect(await heard(phone)).toBe(before);
  });
}

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

test("a server killed between a form's vote and its answer has the vote, and the same form again counts once", async ({ arrive, browser, complaints, server }) => {
  // The console's stream breaks with the server.
  complaints.allow(/ERR_/);
  const console = await present(arrive);
  await console.open();
  const wire = await Wire.to(server.url);
  const phone = await unscripted(browser, wire.url);
  await phone.goto(PATH);
  await field(phone).fill("Viborg");
  await joinButton(phone).click();
  await box(phone, FIRST).check();
  const lost = wire.loseAnAnswer();
  await sendButton(phone).click({ noWaitAfter: true });
  // The server has answered, so the vote is on its disk; nobody has heard it.
  await lost;
  await server.kill();
  wire.mend();
  await server.up();
  await phone.goto(PATH);
  await expect(phone.getByText("Modtaget – du kan ændre, til der lukkes")).toBeVisible();
  await expect(box(phone, FIRST)).toBeChecked();
  // Whoever sends once more what the browser had kept sends the same vote.
  await sendButton(phone).click();
  await expect(phone.getByText("Modtaget – du kan ændre, til der lukkes")).toBeVisible();
  await expect(console.page.getByText(/28 af 28/).first()).toBeVisible({ timeout: 20_000 });
  await phone.context().close();
  wire.close();
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

for (const [locale, send] of [
  ["da-DK", "Send min stemme"],
  ["en-GB", "Send my vote"],
] as const) {
  test(`page and app say the same at every stage, ${locale}`, async ({ arrive, complaints }) => {
    test.slow();
    complaints.allow(/./);
    const console = await present(arrive);
    const app = await arrive("phone", PATH, { locale });
    const plain = await app.context().newPage();
    // No script, so that the page is what the server made for the same person.
    await plain.route(/\/(takeover|boot)\.js$/, (route) => route.abort());
    await plain.goto(PATH);
    const alike = async (where: string) => {
      await expect(isPlain(app), where).toHaveCount(0);
      await expect(async () => {
        await plain.reload();
        expect(await heard(plain), where).toBe(await heard(app));
      }).toPass({ timeout: 20_000 });
    };
    /** What leads to another page of the app, which then is compared. */
    const after = async (where: string, move: () => Promise<unknown>) => {
      const before = await app.locator("h1").innerText();
      await move();
      await expect(app.locator("h1"), where).not.toHaveText(before);
      await alike(where);
    };

    await expect(isPlain(app)).toHaveCount(0);
    await alike("the form");
    await after("under way", async () => {
      await app.locator("#name").fill(NAME);
      await field(app).fill("Viborg");
      await joinButton(app).click();
      await console.goTo("Igangværende ønsker");
    });
    await after("a candidate", () => console.goTo("Kandidaterne"));
    await after("before the vote", () => console.goTo("Barometer"));
    await after("the ballot", () => console.open());
    await box(app, FIRST).check();
    await app.getByRole("button", { name: send }).click();
    await expect(app.getByRole("button", { name: send })).toHaveCount(0);
    await app.reload();
    await expect(box(app, FIRST)).toBeChecked();
    await alike("the ballot that was received");
    await after("closed", () => console.close());
    await after("the result", () => console.reveal());
    await after("the requests", () => console.goTo("Finansiering"));
    const card = (page: Page) => page.locator(".card-way").first();
    await card(plain).click();
    await expect(plain.locator(".slider")).toBeVisible();
    await after("a request", () => card(app).click());
    await plain.goto(PATH);
    await after("the end", () => console.goTo("Tak og næste skridt"));
  });
}
