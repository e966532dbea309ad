//! The reveal: nothing before it, one row after the other, and everybody at the same row.

import { type Page } from "@playwright/test";
import { press } from "./support/keys.ts";
import { type Console, FIRST, join, present, SECOND, vote } from "./support/people.ts";
import { phoneRows, projectorBars, projectorRows, type Row, Stream } from "./support/result.ts";
import { DEMO, expect, test } from "./support/story.ts";
import { castBallots, importWebinar } from "./support/webinars.ts";

const CANDIDATES = 12;
/** What only a result has, in the server's words and in the reader's. */
const RESULT_IN_JSON = /"(headline|verdict|votes)"/;
const RESULT_ON_A_PAGE = /\d+ stemmer?\b|Går videre|support-row|øverste går videre|Tæt løb|Afgjort/;

test("nothing of the result is anywhere before it is shown", async ({ arrive, server, request }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Aarhus");
  const everyone = [phone, projector, console.page];
  const answers = everyone.map((page) => answersOf(page));
  for (const page of everyone) await page.reload();
  const stream = await Stream.open(`${server.url}/api/v1/webinars/${DEMO.code}/events`);

  await console.open();
  await vote(phone, FIRST, SECOND);
  await expect(projector.getByText(/28 af 28 har stemt/).first()).toBeVisible({ timeout: 30_000 });
  const expectNothing = async (): Promise<void> => {
    for (const page of everyone) expect(await page.content()).not.toMatch(RESULT_ON_A_PAGE);
    const view = await request.get(`${server.url}/api/v1/webinars/${DEMO.code}/view`);
    expect(view.ok()).toBe(true);
    expect(await view.text()).not.toMatch(RESULT_IN_JSON);
    expect(stream.text).not.toMatch(RESULT_IN_JSON);
  };
  await expectNothing();
  await console.close();
  await expectNothing();
  await console.goTo("Resultat");
  for (const page of [phone, projector]) await expect(page.getByText(/Resultatet vises om lidt/).first()).toBeVisible();
  await expectNothing();
  for (const bodies of answers) {
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of await Promise.all(bodies)) expect(body).not.toMatch(RESULT_IN_JSON);
  }

  // The same look does find a result once there is one.
  await console.step("Vis resultatet");
  await console.step("Vis alle rækker");
  await expect.poll(() => stream.text).toMatch(RESULT_IN_JSON);
  await expect.poll(() => phone.content()).toMatch(RESULT_ON_A_PAGE);
  stream.close();
});

test("rows come one by one from the last to the first, the same on every screen", async ({ arrive, server }) => {
  test.slow();
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Aarhus");
  await votedAndClosed(console, projector);
  const stream = await Stream.open(`${server.url}/api/v1/webinars/${DEMO.code}/events`);
  await console.step("Én række ad gangen");
  await expect(console.button("Vis næste række")).toBeVisible();
  await expect(phone.getByText(`${CANDIDATES - 1} ønsker mangler endnu`)).toBeVisible();

  const shown: Row[][] = [];
  for (let count = 1; count <= CANDIDATES; count += 1) {
    // The first one came with the press that revealed.
    if (count > 1) {
      const before = await projectorRows(projector);
      expect(before).toHaveLength(count - 1);
      await expect(console.button("Vis næste række")).toBeVisible();
      await press(console.page, "Enter");
    }
    shown.push(await expectSameRows(projector, phone, count));
    for (const { screen } of stream.views()) expect(screen.rows?.length ?? 0).toBeLessThanOrEqual(count);
    if (count < CANDIDATES) {
      for (const page of [phone, projector]) await expect(page.getByText(/går videre/i)).toHaveCount(0);
    }

    // The projector is reloaded in the middle, and stands where the others stand.
    if (count === 5) {
      await projector.reload();
      expect(await expectSameRows(projector, phone, count)).toEqual(shown.at(-1));
    }
  }
  const all = shown.at(-1) ?? [];
  shown.forEach((rows, at) => expect(rows).toEqual(all.slice(CANDIDATES - at - 1)));
  const ranks = all.map(({ place }) => place);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  const figures = all.map(({ municipalities }) => municipalities);
  expect(figures).toEqual([...figures].sort((a, b) => b - a));
  await expect(phone.getByText("de 2 øverste går videre").first()).toBeVisible();
  await expect(projector.getByText("de 2 øverste går videre").first()).toBeVisible();
  const bars = await projectorBars(projector);
  expect(bars).toEqual(all.slice(0, bars.length).map(({ title, municipalities: figure }) => ({ title, figure })));
  stream.close();
});

test("left to itself the reveal ends complete, also on a projector that nobody sees", async ({ arrive }) => {
  test.slow();
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const behind = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Varde");
  await votedAndClosed(console, projector);
  await hide(behind);
  await console.step("Vis resultatet");
  const all = await expectSameRows(projector, phone, CANDIDATES, 40_000);
  expect(await expectSameRows(behind, phone, CANDIDATES)).toEqual(all);
  for (const page of [projector, behind, phone]) {
    await expect(page.getByText("de 2 øverste går videre").first()).toBeVisible();
  }
  await show(behind);
  expect((await projectorBars(behind)).length).toBeGreaterThan(0);
  expect(await projectorBars(behind)).toEqual(await projectorBars(projector));
  await expect(console.button("Næste side")).toBeVisible();
});

test("who wants no motion gets the same rows, and the presenter can skip the wait", async ({ arrive }) => {
  const console = await present(arrive);
  const still = await arrive("projector", `/w/${DEMO.code}/screen`, { reducedMotion: "reduce" });
  const phone = await join(arrive, "Varde", { reducedMotion: "reduce" });
  await votedAndClosed(console, still);
  await console.step("Vis resultatet");
  await console.step("Vis alle rækker");
  const all = await expectSameRows(still, phone, CANDIDATES);
  const bars = await projectorBars(still);
  expect(bars).toEqual(all.slice(0, bars.length).map(({ title, municipalities: figure }) => ({ title, figure })));
  await expect(still.getByText("de 2 øverste går videre").first()).toBeVisible();
  for (const page of [still, phone]) {
    // Calm is a duration that nobody sees: what has one is over with the next frame.
    const moving = await page.evaluate(() => {
      const lasts = (motion: Animation) => Number(motion.effect?.getComputedTiming().duration ?? 0) > 1;
      return document.getAnimations().filter((motion) => motion.playState === "running" && lasts(motion)).length;
    });
    expect(moving, "running animations").toBe(0);
  }
});

test("who shows row by row can show the rest at once", async ({ arrive, server }) => {
  const webinar = await importWebinar(server, "few");
  const console = await present(arrive, webinar);
  await console.open();
  await castBallots(server, webinar, [[1, 2], [1, 2], [1], [1, 3], [2, 1]]);
  await console.close();
  await console.step("Én række ad gangen");
  const rest = console.button("Vis alle rækker");
  await expect(rest).toBeVisible();
  await press(console.page, "a");
  await expect(rest).toHaveCount(0);
  await expect(console.button("Næste: Finansiering")).toBeVisible();
});

/** Everybody votes, the vote is closed, and the result is next. */
async function votedAndClosed(console: Console, projector: Page): Promise<void> {
  await console.open();
  await expect(projector.getByText(/27 af 2[78] har stemt/).first()).toBeVisible({ timeout: 30_000 });
  await console.close();
  await expect(console.button("Vis resultatet")).toBeVisible();
  await console.ready();
}

/** Waits for so many rows on both; they are the same, with the same figures. */
async function expectSameRows(projector: Page, phone: Page, count: number, timeout = 15_000): Promise<Row[]> {
  await expect(projector.getByRole("table", { name: "Resultatet som tabel" }).locator("tbody tr")).toHaveCount(count, {
    timeout,
  });
  await expect(phone.locator("ol.support > li")).toHaveCount(count, { timeout });
  const rows = await projectorRows(projector);
  expect(await phoneRows(phone)).toEqual(rows);
  return rows;
}

/** The bodies of the server's answers to a page, as they come; but streams, which never end. */
function answersOf(page: Page): Promise<string>[] {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    const path = new URL(response.url()).pathname;
    if (path.startsWith("/api/") && !path.endsWith("/events")) bodies.push(response.text().catch(() => ""));
  });
  return bodies;
}

/** What a browser does with a window behind another: it says so, and draws no more frames. */
async function hide(page: Page): Promise<void> {
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => "hidden" });
    Object.defineProperty(document, "hidden", { configurable: true, get: () => true });
    window.requestAnimationFrame = () => 0;
    document.dispatchEvent(new Event("visibilitychange"));
  });
}

async function show(page: Page): Promise<void> {
  await page.evaluate(() => {
    Reflect.deleteProperty(document, "visibilityState");
    Reflect.deleteProperty(document, "hidden");
    Reflect.deleteProperty(window, "requestAnimationFrame");
    document.dispatchEvent(new Event("visibilitychange"));
  });
}
