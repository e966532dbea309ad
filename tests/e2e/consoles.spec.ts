//! Two consoles of one webinar, impatient fingers, and a console without network.

import { type Page } from "@playwright/test";
import { Console, join, present } from "./support/people.ts";
import { DEMO, expect, test } from "./support/story.ts";

const OTHER_CAME_FIRST = "En anden konsol kom først. Her er, hvor vi er nu.";
const NOTHING_CHANGED = "Ingen forbindelse – intet er ændret. Prøv igen om lidt.";
const CONNECTION_GONE = "Forbindelsen er væk. Vi prøver igen – intet går tabt.";

test("two consoles follow each other, and what both press at once happens once", async ({ arrive, complaints }) => {
  test.slow();
  // One of two simultaneous presses is refused, and a refusal stands in red in that browser's console.
  complaints.allow(/409/);
  const consoles = [await present(arrive), await present(arrive)] as const;
  const [one, two] = consoles;
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);

  await test.step("each follows the other", async () => {
    await one.step("Næste: Igangværende ønsker");
    await expect(two.button("Næste: Kandidaterne")).toBeVisible();
    await two.step("Næste: Kandidaterne");
    await expect(one.button("Næste kandidat")).toBeVisible();
    for (const console of consoles) await expectCandidate(console, 1);
  });

  await test.step("both go to the next candidate", async () => {
    await atOnce(consoles, "Næste kandidat");
    for (const console of consoles) await expectCandidate(console, 2);
    await expect(projector.getByText("Kandidat 2 af 12")).toBeVisible();
    await expectOneToldOff(consoles);
  });

  await test.step("both open, both close, both show the result", async () => {
    await one.goTo("Barometer");
    await expect(two.button("Åbn afstemningen")).toBeVisible();
    await atOnce(consoles, "Åbn afstemningen");
    for (const console of consoles) await expect(console.button("Luk afstemningen")).toBeVisible();
    await expectOneToldOff(consoles);
    for (const console of consoles) {
      await console.ready();
      await console.button("Luk afstemningen").click();
    }
    await atOnce(consoles, "Luk afstemningen", "dialog");
    for (const console of consoles) await expect(console.button("Vis resultatet")).toBeVisible();
    await atOnce(consoles, "Vis resultatet");
    for (const console of consoles) await expect(console.button(/^Vis alle rækker|^Næste side/)).toBeVisible();
    await expect(projector.getByText(/af 27 deltagere/)).toBeVisible();
  });
});

test("a press meant for what the button said a moment ago does nothing", async ({ arrive }) => {
  const one = await present(arrive);
  const two = await present(arrive);
  await two.ready();
  const given = commandsOf(two.page);
  // The finger of the second presenter is on its way when the first one's press arrives.
  await two.large().evaluate((button: HTMLButtonElement) => {
    const before = button.innerText;
    const press = (done: (said: string) => void) => {
      button.click();
      done(button.innerText);
    };
    const pressed = new Promise<string>((done) => {
      const watcher = new MutationObserver(() => {
        if (button.innerText === before) return;
        watcher.disconnect();
        setTimeout(press, 16, done);
      });
      watcher.observe(button, { subtree: true, childList: true, characterData: true });
    });
    Object.assign(window, { pressed });
  });
  await one.step("Næste: Igangværende ønsker");
  const pressed = await two.page.evaluate(() => (window as unknown as { pressed: Promise<string> }).pressed);
  expect(pressed).toContain("Næste: Kandidaterne");
  await two.ready();
  expect(given, "commands of the second console").toEqual([]);
  await expect(one.button("Næste: Kandidaterne")).toBeVisible();
});

test("a double click does a thing once", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  const given = commandsOf(console.page);
  await console.doubleClick(console.button("Næste: Igangværende ønsker"));
  await expect(console.button("Næste: Kandidaterne")).toBeVisible();
  await console.ready();
  expect(given).toHaveLength(1);
  await console.doubleClick(console.button("Næste: Kandidaterne"));
  await expectCandidate(console, 1);
  await console.ready();
  await console.doubleClick(console.button("Næste kandidat"));
  await expectCandidate(console, 2);
  await console.ready();
  expect(given).toHaveLength(3);

  await console.goTo("Barometer");
  await console.doubleClick(console.button("Åbn afstemningen"));
  await expect(console.button("Luk afstemningen")).toBeVisible();
  await console.ready();
  await expect(console.page.getByRole("dialog")).toHaveCount(0);
  expect(given).toHaveLength(5);

  // The question stays: the second click has not answered it.
  await console.doubleClick(console.button("Luk afstemningen"));
  const dialog = console.page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  expect(given).toHaveLength(5);
  await expect(phone.getByRole("checkbox").first()).toBeEnabled();
  await console.doubleClick(dialog.getByRole("button", { name: "Luk afstemningen" }));
  await expect(console.button("Vis resultatet")).toBeVisible();
  await console.ready();
  expect(given).toHaveLength(6);
  await expect(phone.getByRole("heading", { name: "Du nåede ikke at stemme" })).toBeVisible();
});

test("a console without network says so, changes nothing, and heals", async ({ arrive, complaints }) => {
  complaints.allow(/ERR_INTERNET_DISCONNECTED/);
  const one = await present(arrive);
  const two = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  await one.step("Næste: Igangværende ønsker");
  await expect(two.button("Næste: Kandidaterne")).toBeVisible();
  await two.ready();

  await two.page.context().setOffline(true);
  await two.step("Næste: Kandidaterne");
  await expect(two.page.getByText(NOTHING_CHANGED)).toBeVisible();
  await expect(two.button("Næste: Kandidaterne")).toBeVisible();
  await expect(projector.getByRole("heading", { name: "Igangværende ønsker" })).toBeVisible();

  await one.step("Næste: Kandidaterne");
  await one.step("Næste kandidat");
  await expectCandidate(one, 2);
  await two.page.context().setOffline(false);
  await expectCandidate(two, 2);
  await expect(two.page.getByText(CONNECTION_GONE)).toHaveCount(0);
  await two.ready();
  await two.step("Næste kandidat");
  for (const console of [one, two]) await expectCandidate(console, 3);
});

test("a console whose server is gone says so and comes back by itself", async ({ arrive, server, complaints }) => {
  complaints.allow(/ERR_|40\d|50\d/);
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  await console.step("Næste: Igangværende ønsker");
  await expect(console.button("Næste: Kandidaterne")).toBeVisible();
  await server.down();
  await expect(console.page.getByText(CONNECTION_GONE)).toBeVisible();
  await expect(projector.getByText("Genopretter forbindelsen …")).toBeVisible();
  await expect(projector.getByRole("heading", { name: "Igangværende ønsker" })).toBeVisible();
  await server.up();
  await expect(console.page.getByText(CONNECTION_GONE)).toHaveCount(0, { timeout: 30_000 });
  await expect(projector.getByText("Genopretter forbindelsen …")).toHaveCount(0, { timeout: 30_000 });
  await console.step("Næste: Kandidaterne");
  await expect(projector.getByText("Kandidat 1 af 12")).toBeVisible();
});

/** Presses the same button at every console, and lets no press arrive before all have been made. */
async function atOnce(consoles: readonly Console[], name: string, within?: "dialog"): Promise<void> {
  let made = 0;
  let letGo = (): void => {};
  const all = new Promise<void>((done) => (letGo = done));
  const address = `**/api/v1/webinars/${DEMO.code}/console`;
  for (const { page } of consoles) {
    await page.route(address, async (route) => {
      made += 1;
      if (made === consoles.length) letGo();
      await all;
      await route.continue();
    });
  }
  await Promise.all(
    consoles.map(async (console) => {
      await console.unhurried();
      if (!within) await console.ready();
      const place = within ? console.page.getByRole(within) : console.page;
      await place.getByRole("button", { name }).click();
    }),
  );
  await all;
  for (const console of consoles) await expect(console.large()).toHaveAttribute("aria-busy", "false");
  for (const { page } of consoles) await page.unroute(address);
}

/** Exactly one of the consoles is told that another came first. */
async function expectOneToldOff(consoles: readonly Console[]): Promise<void> {
  const told = () => Promise.all(consoles.map(({ page }) => page.getByText(OTHER_CAME_FIRST).count()));
  await expect.poll(async () => (await told()).sort()).toEqual([0, 1]);
  // The word passes; what comes next has its own.
  for (const { page } of consoles) await expect(page.getByText(OTHER_CAME_FIRST)).toHaveCount(0);
}

async function expectCandidate(console: Console, number: number): Promise<void> {
  const item = console.page.getByRole("navigation", { name: "Program" }).getByRole("button", { name: /^Kandidaterne/ });
  await expect(item).toContainText(`${number}/12`);
}

/** The commands that a console has sent, as they come. */
function commandsOf(page: Page): string[] {
  const given: string[] = [];
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/console")) given.push(request.postData() ?? "");
  });
  return given;
}
