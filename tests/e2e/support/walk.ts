//! A webinar from the welcome to the end, in any language: it stops at every state so that it can be looked at.

import { type Page, expect } from "@playwright/test";
import { press as type } from "./keys.ts";
import { Console, FIRST, NAME, PACE_MS, SECOND, THIRD } from "./people.ts";
import { type Arrive, DEMO, type Settings } from "./story.ts";

/** Everybody in the room. */
export interface Room {
  console: Console;
  projector: Page;
  phone: Page;
}

/** One state of the webinar, and which pages show something that the state before did not. */
export interface Stop extends Room {
  name: string;
  fresh: Page[];
  /** Those that have come to another heading since the stop before. */
  turned: Page[];
}

/** The stages' places on the agenda. */
const AGENDA = { ongoing: 1, candidates: 2, barometer: 3, result: 4, financing: 5, thanks: 6 } as const;

/** Walks through the demo; the caller looks at each stop before the next one. */
export async function* walk(arrive: Arrive, settings: Settings): AsyncGenerator<Stop> {
  const still = { reducedMotion: "reduce", ...settings } as const;
  const page = await arrive("staff", `/w/${DEMO.code}/present#${DEMO.presenterSecret}`, still);
  await expect(page.getByRole("navigation")).toBeVisible();
  const console = new Console(page);
  if (settings.locale?.startsWith("en")) {
    // The projector speaks the webinar's language, whatever browser shows it.
    const spoken = page.getByRole("group", { name: "The projector’s language" });
    await spoken.getByRole("button", { name: "English" }).click();
    await expect(spoken.getByRole("button", { name: "English" })).toHaveAttribute("aria-pressed", "true");
  }
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`, still);
  const phone = await arrive("phone", `/w/${DEMO.code}`, still);
  await phone.getByRole("combobox").fill("Varde");
  await phone.getByRole("option", { name: "Varde", exact: true }).click();
  await phone.getByRole("textbox", { name: /^(Dit navn|Your name)$/ }).fill(NAME);
  await phone.getByRole("button", { name: /^(Deltag|Join)$/ }).click();
  await expect(phone.getByText("Varde Kommune").first()).toBeVisible();
  await expect(projector.getByRole("img", { name: /QR/ })).toBeVisible();
  const room = { console, projector, phone };
  const everyone = [phone, projector, page];
  const goTo = (at: number) => page.getByRole("navigation").getByRole("button").nth(at).click();
  const dialog = page.getByRole("dialog");
  const confirm = () => dialog.getByRole("button").first().click();
  let turned = [phone, projector];
  const stop = (name: string, ...fresh: Page[]): Stop => {
    const before = turned;
    turned = [];
    return { ...room, name, fresh, turned: before };
  };
  /** Does something, and waits until the heading of each of these pages is another. */
  const turn = (...pages: Page[]) => async (deed: () => Promise<unknown>): Promise<void> => {
    const headings = pages.map((page) => page.getByRole("heading", { level: 1 }));
    const before = await Promise.all(headings.map((heading) => heading.innerText()));
    await deed();
    for (const [at, heading] of headings.entries()) {
      await expect(heading).not.toHaveText(before[at] ?? "", { timeout: 20_000 });
    }
    turned = pages;
  };

  yield stop("welcome", ...everyone);
  await turn(phone, projector)(() => goTo(AGENDA.ongoing));
  yield stop("requests under way", ...everyone);
  await turn(phone, projector)(() => type(page, "1"));
  yield stop("a request under way", ...everyone);
  await turn(phone, projector)(() => goTo(AGENDA.candidates));
  yield stop("candidate", ...everyone);
  await turn(phone, projector)(() => goTo(AGENDA.barometer));
  yield stop("before the vote", ...everyone);

  await turn(phone, projector)(() => press(console));
  await expect(phone.getByRole("checkbox").first()).toBeVisible();
  yield stop("ballot", ...everyone);
  await phone.locator(".bar button").click();
  await expect(phone.locator(".bar .notice")).toBeVisible();
  yield stop("ballot, sent with nothing ticked", phone);
  // By number: each phone has an order of its own.
  const box = (number: number) => phone.getByRole("checkbox", { name: new RegExp(`^${number}\\. `) });
  for (let number = 1; number <= 5; number += 1) await box(number).click();
  await expect(box(4)).toBeChecked();
  await expect(box(5)).not.toBeChecked();
  yield stop("ballot, one too many ticked", phone);
  await box(4).click();
  await phone.locator(".bar button").click();
  await expect(phone.locator(".bar .notice.leaf")).toBeVisible();
  yield stop("ballot received", phone);
  await box(1).click();
  await expect(phone.locator(".bar .notice.amber")).toBeVisible();
  yield stop("ballot changed", phone);
  await type(page, "t");
  await expect(phone.locator(".time-left")).toBeVisible();
  await expect(projector.locator(".vote-countdown")).toBeVisible();
  yield stop("countdown", ...everyone);

  await press(console);
  await expect(dialog).toBeVisible();
  yield stop("asked before the close", page);
  await turn(phone)(confirm);
  await expect(phone.getByRole("listitem").filter({ hasText: SECOND })).toBeVisible();
  await expect(phone.getByRole("listitem").filter({ hasText: THIRD })).toBeVisible();
  await expect(phone.getByRole("listitem").filter({ hasText: FIRST })).toHaveCount(0);
  await expect(projector.locator(".vote-countdown")).toHaveCount(0);
  yield stop("closed", ...everyone);
  await turn(projector)(() => goTo(AGENDA.result));
  yield stop("before the result", ...everyone);
  await turn(phone, projector)(() => press(console));
  await press(console);
  await expect(phone.locator("ol.support > li")).toHaveCount(12, { timeout: 20_000 });
  await expect(projector.locator(".cut")).toBeVisible();
  yield stop("result", ...everyone);
  await phone.locator("details summary").click();
  yield stop("result as a table", phone);
  await turn(phone, projector)(() => type(page, "1"));
  yield stop("a request of the result", ...everyone);
  await phone.locator(".bar button, main .button.primary").first().click();
  await expect(phone.locator(".notice.leaf").first()).toBeVisible();
  yield stop("interested", phone);
  await turn(phone, projector)(() => goTo(AGENDA.financing));
  yield stop("financing", ...everyone);
  await turn(phone, projector)(() => goTo(AGENDA.thanks));
  yield stop("thanks", ...everyone);

  await type(page, "?");
  await expect(dialog).toBeVisible();
  yield stop("the overview of keys", page);
  await type(page, "Escape");
  await expect(dialog).toHaveCount(0);
  await turn(phone)(() => type(page, "b"));
  await expect(projector.locator(".projection.blank")).toBeVisible();
  yield stop("blank", ...everyone);
  await turn(phone)(() => press(console));
  await press(console);
  await confirm();
  await expect(projector.locator(".join-line-code")).toHaveCount(0);
  yield stop("ended", ...everyone);
}

/** Presses the large button, long enough after whatever was pressed before. */
async function press(console: Console): Promise<void> {
  await console.page.waitForTimeout(PACE_MS);
  await console.ready();
  await console.large().click();
}
