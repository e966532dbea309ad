//! A presenter's remote: the keys it sends, at the console's window and at the projector's, and the two buttons on a phone.

import { type Locator, type Page } from "@playwright/test";
import { press } from "./support/keys.ts";
import { BEFORE_RESULT_MS, FIRST, join, PACE_MS, present, THIRD, vote } from "./support/people.ts";
import { projectorRows } from "./support/result.ts";
import { DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";
import { castBallots, importWebinar } from "./support/webinars.ts";

const CANDIDATES = 12;

for (const window of ["console", "projector"] as const) {
  test(`a remote at the ${window}'s window runs a webinar from the candidates to the thanks`, async ({ arrive }) => {
    test.slow();
    const console = await present(arrive);
    // The projector's window is one of the presenter's browser.
    const projector = await console.page.context().newPage();
    await projector.goto(`/w/${DEMO.code}/screen`);
    const phone = await join(arrive, "Varde");
    const page = window === "console" ? console.page : projector;
    await page.bringToFront();
    const heading = (name: string | RegExp) => projector.getByRole("heading", { name, level: 1 });
    const onward = () => press(page, "PageDown");
    const back = () => press(page, "PageUp");
    /** What one more press does, in the window where it was pressed. */
    const asked: Locator = window === "console" ? page.getByRole("dialog") : page.locator(".screen-question");

    await test.step("F5 loads nothing anew, and a full stop blanks", async () => {
      await page.evaluate(() => Object.assign(globalThis, { isStillHere: true }));
      await press(page, "F5", "Shift+F5");
      expect(await page.evaluate(() => "isStillHere" in globalThis)).toBe(true);
      await press(page, ".");
      await expect(projector.locator(".projection.blank")).toBeVisible();
      await press(page, "F5");
      await expect(projector.locator(".projection.blank")).toHaveCount(0);
    });

    await test.step("to the last candidate and the vote", async () => {
      await onward();
      await expect(heading("Igangværende ønsker")).toBeVisible();
      for (let candidate = 1; candidate <= CANDIDATES; candidate += 1) {
        await onward();
        await expect(projector.getByText(`Kandidat ${candidate} af ${CANDIDATES}`)).toBeVisible();
      }
      await back();
      await expect(projector.getByText(`Kandidat ${CANDIDATES - 1} af ${CANDIDATES}`)).toBeVisible();
      await press(page, "ArrowRight", "ArrowRight");
      await expect(heading("Afstemningen åbner om lidt")).toBeVisible();
    });

    await test.step("opening asks once, and back takes the question away", async () => {
      await onward();
      await expect(asked).toContainText(window === "console" ? "Åbn afstemningen nu?" : "Ét tryk mere åbner afstemningen");
      if (window === "projector") {
        await takeScreen(projector, "projector-remote-asks");
        await expect(console.page.getByText("Ved storskærmen: Ét tryk mere åbner afstemningen")).toBeVisible();
      }
      await back();
      await expect(asked.locator("visible=true")).toHaveCount(0);
      await expect(heading("Afstemningen åbner om lidt")).toBeVisible();
      await onward();
      await onward();
      await expect(phone.getByRole("checkbox").first()).toBeVisible();
    });

    await test.step("from the close to a result in three presses", async () => {
      await vote(phone, FIRST);
      await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });
      await page.bringToFront();
      await onward();
      await expect(asked).toContainText(window === "console" ? "Luk afstemningen?" : "Ét tryk mere lukker afstemningen");
      await onward();
      await expect(heading("Afstemningen er lukket")).toBeVisible();
      await console.ready();
      await page.waitForTimeout(BEFORE_RESULT_MS);
      await onward();
      await expect.poll(async () => (await projectorRows(projector)).length).toBe(1);
    });

    await test.step("row by row, and back a row", async () => {
      await onward();
      await onward();
      await expect.poll(async () => (await projectorRows(projector)).length).toBe(3);
      await back();
      await expect.poll(async () => (await projectorRows(projector)).length).toBe(2);
      for (let row = 3; row <= CANDIDATES; row += 1) {
        await onward();
        await expect.poll(async () => (await projectorRows(projector)).length).toBe(row);
      }
      await expect(projector.getByText("de 2 øverste går videre").first()).toBeVisible();
      await onward();
      await expect(projector.getByText("Side 2 af 2")).toBeVisible();
    });

    await test.step("each request that goes on, the thanks, and nothing further", async () => {
      await onward();
      await expect(heading("Finansiering")).toBeVisible();
      for (const title of [FIRST, THIRD]) {
        await onward();
        await expect(heading(title)).toBeVisible();
      }
      await back();
      await expect(heading(FIRST)).toBeVisible();
      await onward();
      await onward();
      await expect(heading(/^Tak/)).toBeVisible();
      await onward();
      await expect(heading(/^Tak/)).toBeVisible();
      await expect(page.getByRole("dialog")).toHaveCount(0);
      await back();
      await expect(heading(THIRD)).toBeVisible();
    });
  });
}

test("keys at a projector whose browser does not present do nothing, and nothing is said", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const asked: string[] = [];
  projector.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await expect(projector.getByRole("img", { name: /QR/ })).toBeVisible();
  // The words of the vendor's key come a moment later, and are part of what must not change.
  await expect(projector.getByText(/^Leverandørens nøgle: /)).toBeVisible();
  asked.length = 0;
  const before = await projector.locator("main").innerText();
  await press(projector, "PageDown", "PageUp", ".", "Escape", "ArrowRight", "Enter");
  expect(asked.filter((path) => path.includes("/console"))).toEqual([]);
  expect(await projector.locator("main").innerText()).toBe(before);
  await expect(console.button("Næste: Igangværende ønsker")).toBeVisible();
});

test("a tie that nobody has decided is passed with one press more, and every screen says that it is open", async ({
  arrive,
  server,
}) => {
  const webinar = await importWebinar(server, "few");
  const console = await present(arrive, webinar);
  const projector = await console.page.context().newPage();
  await projector.goto(`/w/${webinar.code}/screen`);
  await console.open();
  await castBallots(server, webinar, [[1, 2, 3], [1, 3, 4], [1, 2, 4], [1, 2, 3], [1, 4]]);
  await console.close();
  await console.reveal();
  await projector.bringToFront();
  await expect(projector.getByRole("heading", { level: 1, name: /^Barometeret/ })).toBeVisible();
  await press(projector, "PageDown");
  await expect(projector.getByText(/En delt plads er ikke afgjort\. Ét tryk mere/)).toBeVisible();
  await expect(projector.getByRole("heading", { level: 1, name: /^Barometeret/ })).toBeVisible();
  await press(projector, "PageDown");
  await expect(projector.getByText("En delt plads er ikke afgjort endnu")).toBeVisible();
});

test("a phone is the presenter's remote with two buttons", async ({ arrive, complaints, server }) => {
  test.slow();
  complaints.allow(/ERR_INTERNET_DISCONNECTED|403/);
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const link = await test.step("the console shows a code, and it stands nowhere else", async () => {
    await console.button(/^Fjernbetjening/).click();
    const dialog = console.page.getByRole("dialog");
    await expect(dialog.getByRole("img", { name: "QR-kode til fjernbetjeningen" })).toBeVisible();
    await takeScreen(console.page, "console-remote-code");
    await console.page.keyboard.press("Escape");
    expect(await projector.content()).not.toContain(DEMO.presenterSecret);
    return `/w/${DEMO.code}/remote#${DEMO.presenterSecret}`;
  });

  const sizes: number[] = [];
  const remote = await arrive("remote", "about:blank");
  remote.on("response", async (answer) => {
    const size = await answer.request().sizes().catch(() => undefined);
    if (!answer.url().endsWith("/events")) sizes.push(size?.responseBodySize ?? 0);
  });
  await remote.goto(server.url + link);
  const next = remote.getByRole("button").first();
  const back = remote.getByRole("button", { name: /^(Tilbage|Fortryd)$/ });
  const tap = async (button: Locator): Promise<void> => {
    await remote.waitForTimeout(PACE_MS);
    await button.click();
  };
  await expect(remote.getByText("Igangværende ønsker")).toBeVisible();
  expect(remote.url()).not.toContain(DEMO.presenterSecret);
  await expectAccessible(remote);
  await takeScreen(remote, "remote-welcome");

  await test.step("it fits one hand", async () => {
    await expectReach(remote, next, back);
    await expect(remote.getByRole("button")).toHaveCount(2);
  });

  await test.step("it steps, and says what comes", async () => {
    await tap(next);
    await expect(projector.getByRole("heading", { name: "Igangværende ønsker" })).toBeVisible();
    await expect(remote.getByText("Kandidaterne")).toBeVisible();
    await tap(next);
    await expect(remote.getByText(/^Kandidat 2: ./)).toBeVisible();
    await expect(remote.getByText(/^Tid tilbage her: \d:\d\d$/)).toBeVisible();
    await tap(back);
    await expect(projector.getByRole("heading", { name: "Igangværende ønsker" })).toBeVisible();
  });

  await test.step("opening and closing ask once", async () => {
    await console.goTo("Barometer");
    await expect(remote.getByText("Afstemningen åbner", { exact: true })).toBeVisible();
    await tap(next);
    await expect(remote.getByText("Ét tryk mere åbner afstemningen")).toBeVisible();
    await takeScreen(remote, "remote-asks");
    await expectAccessible(remote);
    await tap(back);
    await expect(remote.getByText("Ét tryk mere åbner afstemningen")).toHaveCount(0);
    await tap(next);
    await tap(next);
    await expect(projector.getByRole("heading", { name: /^Stem nu/ })).toBeVisible();
    await expect(projector.getByText(/27 af 27 har stemt/).first()).toBeVisible({ timeout: 30_000 });
    await tap(next);
    await tap(next);
    await expect(remote.getByText("Resultatet, nedefra og op")).toBeVisible();
    await remote.waitForTimeout(BEFORE_RESULT_MS);
    await tap(next);
    await expect.poll(async () => (await projectorRows(projector)).length).toBe(1);
    await expect(remote.getByText("Plads nr. 11")).toBeVisible();
  });

  await test.step("a lost connection is told, changes nothing, and heals", async () => {
    await remote.context().setOffline(true);
    await tap(next);
    await expect(remote.getByText(/^Ingen forbindelse|^Forbindelsen er væk/)).toBeVisible();
    expect(await projectorRows(projector)).toHaveLength(1);
    await remote.context().setOffline(false);
    await expect(remote.getByText(/^Ingen forbindelse|^Forbindelsen er væk/)).toHaveCount(0, { timeout: 20_000 });
    await tap(next);
    await expect.poll(async () => (await projectorRows(projector)).length).toBe(2);
  });

  await test.step("it speaks English, and a wrong key is told", async () => {
    const english = await arrive("remote", `${link.replace("#", "?lang=en#")}`);
    await expect(english.getByText("Place 10")).toBeVisible();
    await expect(english.getByRole("button", { name: "Next" })).toBeVisible();
    await takeScreen(english, "remote-english");
    const stranger = await arrive("remote", `/w/${DEMO.code}/remote#wrong`);
    await expect(stranger.getByText(/^Denne telefon må ikke styre webinaret/)).toBeVisible();
    await takeScreen(stranger, "remote-locked");
  });
  expect(sizes.reduce((sum, size) => sum + size, 0), "bytes to load").toBeLessThan(60_000);
});

/** Both buttons lie in the lower two thirds, wide, high and without a gap to scroll to. */
async function expectReach(page: Page, ...buttons: Locator[]): Promise<void> {
  const { height, width } = page.viewportSize() ?? { height: 0, width: 0 };
  for (const button of buttons) {
    const box = await button.boundingBox();
    expect(box?.y ?? 0).toBeGreaterThan(height / 3);
    expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
    expect(box?.height ?? 0).toBeGreaterThanOrEqual(88);
    expect(box?.width ?? 0).toBeGreaterThan(width * 0.8);
  }
}
