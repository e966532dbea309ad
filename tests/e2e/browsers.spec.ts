//! Browsers and networks as they are: what keeps the page from starting is said with what to do, a translated page
//! goes on following, and who can keep no cookies hears of it before the vote.

import { type Page } from "@playwright/test";
import { fillIn, FIRST, join, NAME, present, tick } from "./support/people.ts";
import { type Arrive, DEMO, drawn, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const WASM = /_bg\.wasm$/;

/** A page that is nothing without its app; the phone's works without. */
const BARE = "/finance";

/** A newcomer whose network or browser is changed before the page comes. */
async function arriveAfter(arrive: Arrive, change: (page: Page) => Promise<unknown>, path = BARE): Promise<Page> {
  const page = await arrive("phone", "/healthz");
  await change(page);
  await page.goto(path);
  return page;
}

test("why the page does not start is said in one sentence, with what to do", async ({ arrive, complaints }) => {
  complaints.allow(/./);
  const alert = (page: Page) => page.getByRole("alert").filter({ hasText: /./ });

  await test.step("a filter sends a page of its own", async () => {
    const page = await arriveAfter(arrive, async (it) => {
      await it.clock.install();
      await it.route(WASM, (route) => route.fulfill({ status: 200, contentType: "text/html", body: "<p>Blokeret</p>" }));
    });
    await expect(alert(page)).toContainText("Jeres netværk sendte noget andet end siden");
    await expectAccessible(page);
    await takeScreen(page, "finance-blocked");
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.clock.runFor("10:00");
    await drawn(page);
    expect(asked, "no reload by itself, nor a look for it, in ten minutes").toEqual([]);
  });

  await test.step("the connection is cut in the middle", async () => {
    const page = await arriveAfter(arrive, (it) =>
      it.route(WASM, async (route) => {
        const whole = await (await route.fetch()).body();
        await route.fulfill({ contentType: "application/wasm", body: whole.subarray(0, whole.length >> 1) });
      }),
    );
    await expect(alert(page)).toContainText("Siden kom kun halvt frem");
    await page.unroute(WASM);
    await expect(page.getByRole("heading", { level: 1, name: /^Økonomi/ })).toBeVisible({ timeout: 20_000 });
  });

  await test.step("the browser has no WebAssembly", async () => {
    const page = await arriveAfter(arrive, (it) =>
      it.addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly")),
    );
    await expect(alert(page)).toContainText("Browseren har ikke WebAssembly");
  });

  await test.step("a policy of someone else's forbids it", async () => {
    const page = await arriveAfter(arrive, (it) =>
      it.addInitScript(() => {
        const refuse = () => Promise.reject(new WebAssembly.CompileError("blocked by a policy"));
        WebAssembly.instantiateStreaming = refuse;
        WebAssembly.instantiate = refuse as never;
      }),
    );
    await expect(alert(page)).toContainText("Browseren må ikke køre siden");
  });

  await test.step("no connection, in English", async () => {
    const page = await arrive("phone", "/healthz", { locale: "en-GB" });
    await page.route(WASM, (route) => route.abort());
    await page.goto(BARE);
    await expect(alert(page)).toContainText("No connection to the server. The page tries again by itself.");
    await page.unroute(WASM);
    await expect(page.getByRole("heading", { level: 1, name: /^Finance/ })).toBeVisible({ timeout: 20_000 });
  });
});

/** Does to every text what a browser's translator does. */
function translate(): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  for (const text of texts.filter(({ data }) => data.trim())) {
    const [outer, inner] = [document.createElement("font"), document.createElement("font")];
    inner.textContent = `[${text.data}]`;
    outer.append(inner);
    text.parentNode?.insertBefore(outer, text);
    text.remove();
  }
}

test("a translated page goes on following", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Viborg");
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const desk = (await present(arrive)).page;
  for (const page of [projector, desk]) await expect(page.locator("html")).toHaveAttribute("translate", "no");
  await expect(projector.getByText("DEM 234").first()).toBeVisible();
  const everyone = [phone, projector, desk];
  /** What the projector shows, there and in the console's picture. */
  const shown = (page: Page) => page.locator(":is(.screen, .picture) .projection");
  for (const page of everyone) {
    // What keeps a translated page alive comes after the page itself.
    const isThere = () => performance.getEntriesByType("resource").some(({ name }) => name.endsWith("/translated.js"));
    await page.waitForFunction(isThere);
    await drawn(page);
    await page.evaluate(translate);
    await expect(page.locator("font").first()).toBeAttached();
  }
  await console.goTo("Kandidaterne");
  for (const page of everyone) {
    await expect(page.locator("h1, h2").filter({ hasText: FIRST }).first()).toBeVisible();
    await page.evaluate(translate);
  }
  await console.step("Næste kandidat");
  for (const page of everyone) {
    await expect(page.getByText("Påmindelse når en tilstand mangler opfølgning").first()).toBeVisible();
    await expect((page === phone ? page : shown(page)).locator("h1").filter({ hasText: FIRST })).toHaveCount(0);
    await page.evaluate(translate);
  }
  await console.open();
  await expect(phone.getByRole("checkbox", { name: FIRST })).toBeVisible();
  for (const page of [projector, desk]) await expect(page.getByText(/Stem nu/).first()).toBeVisible();
  await expect(desk.getByRole("button", { name: /Luk afstemningen/ })).toBeVisible();
  for (const page of everyone) await page.evaluate(translate);

  await tick(phone, FIRST);
  await expect(phone.getByRole("checkbox", { name: FIRST })).toBeChecked();
  // All of the demo's invented voters have voted.
  for (const page of [projector, desk]) {
    await expect(shown(page).locator(".voters-count b")).toHaveText(/2[78]/, { timeout: 20_000 });
  }
  await console.close();
  for (const page of [projector, desk]) {
    await expect(shown(page).locator("h1")).toContainText("lukket");
    await page.evaluate(translate);
  }
  await console.reveal();
  for (const page of [projector, desk]) {
    await expect(shown(page).locator(".cut")).toBeVisible();
    await expect(shown(page).locator(".support-bars .headline").first()).toHaveText(/\d/);
    await page.evaluate(translate);
  }
  await phone.evaluate(translate);
  await console.goTo("Tak");
  await expect(phone.getByText(/Tak/).first()).toBeVisible();
  for (const page of [projector, desk]) {
    await expect(shown(page).locator(".go-on li").first()).toContainText(FIRST);
    await expect(shown(page).locator(".support-bars")).toHaveCount(0);
  }
});

test("who can keep no cookies hears of it before the vote", async ({ arrive, complaints }) => {
  complaints.allow(/40[14]/);
  const phone = await arriveAfter(
    arrive,
    (page) =>
      page.route("**/participants", async (route) => {
        const answer = await route.fetch();
        const { "set-cookie": _, ...headers } = answer.headers();
        await route.fulfill({ response: answer, headers });
        await page.context().clearCookies();
      }),
    `/w/${DEMO.code}`,
  );
  await phone.getByRole("combobox", { name: "Hvilken kommune kommer du fra?" }).fill("Viborg");
  await phone.getByRole("option", { name: "Viborg", exact: true }).click();
  await phone.getByRole("textbox", { name: "Dit navn" }).fill(NAME);
  await phone.getByRole("button", { name: "Deltag", exact: true }).click();
  await expect(phone.getByRole("alert").filter({ hasText: "gemmer ikke cookies her" })).toBeVisible();
  await expectAccessible(phone);
  const opened = phone.waitForEvent("popup");
  await phone.getByRole("link", { name: "Åbn i et nyt vindue" }).click();
  await fillIn(await opened, "Viborg");
});

test("the living page is the wide table on paper, whatever the screen", async ({ arrive }) => {
  for (const device of ["phone", "staff"] as const) {
    const page = await arrive(device, "/finance");
    await expect(page.getByRole("row", { name: /Kopiér besøgsplan/ })).toBeVisible();
    await page.emulateMedia({ media: "print" });
    await expect(page.getByRole("columnheader", { name: "Pris" })).toBeVisible();
    const display = await page.locator("tbody tr").first().evaluate((row) => getComputedStyle(row).display);
    expect(display, device).toBe("table-row");
  }
});
