//! What people in a story do, found by role and label as they would find it.

import { type Locator, type Page, expect } from "@playwright/test";
import { type Arrive, DEMO, type Settings } from "./story.ts";

/** The demo's first candidate, and two more. */
export const FIRST = "Fælles opgaveliste på tværs af teams";
export const SECOND = "Påmindelse når en tilstand mangler opfølgning";
export const THIRD = "Medicinliste uden netdækning";

/** The promise, word for word. */
export const PROMISE =
  /Anonym over for de andre deltagere\. Kun leverandøren kan se, hvem der har stemt på hvad\. Ikke juridisk bindende\./;

/** Who everyone in the stories is. */
export const NAME = "Anne Prøve";

/** Someone who joins the demo, or another webinar, for a municipality, by typing the beginning of its name. */
export async function join(
  arrive: Arrive,
  municipality: string,
  settings?: Settings,
  webinar: { code: string } = DEMO,
): Promise<Page> {
  const phone = await arrive("phone", `/w/${webinar.code}`, settings);
  await fillIn(phone, municipality);
  return phone;
}

/** Fills in the join form and takes part. */
export async function fillIn(phone: Page, municipality: string): Promise<void> {
  await phone.getByRole("combobox", { name: "Hvilken kommune kommer du fra?" }).fill(municipality);
  await phone.getByRole("option", { name: municipality, exact: true }).click();
  await phone.getByRole("textbox", { name: "Dit navn" }).fill(NAME);
  await phone.getByRole("button", { name: "Deltag", exact: true }).click();
  await expect(phone.getByText(`${municipality} Kommune`).first()).toBeVisible();
}

/** The presenter, at the demo's console or another webinar's. */
export async function present(
  arrive: Arrive,
  webinar: { code: string; presenterSecret: string } = DEMO,
): Promise<Console> {
  const page = await arrive("staff", `/w/${webinar.code}/present#${webinar.presenterSecret}`);
  await expect(page.getByRole("navigation", { name: "Program" })).toBeVisible();
  return new Console(page);
}

/** The console takes a second press within 350 ms for the same press, so nobody presses faster than this. */
export const PACE_MS = 450;

/** A press so soon after the close does not show the result: it was meant for the close. */
export const BEFORE_RESULT_MS = 1_000;

/** A console's page, with the words of its buttons. */
export class Console {
  private pressed = 0;

  constructor(readonly page: Page) {}

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** Presses the large button when it says this, and confirms what it asks. */
  async step(name: string | RegExp, confirm?: string | RegExp): Promise<void> {
    await this.unhurried();
    await this.button(name).click();
    this.pressed = Date.now();
    if (confirm) await this.page.getByRole("dialog").getByRole("button", { name: confirm }).click();
  }

  /** The large button, whatever it says. */
  large(): Locator {
    return this.page.getByRole("contentinfo").locator("button[aria-busy]");
  }

  /** Waits until the large button takes a press. */
  async ready(): Promise<void> {
    await expect(this.large()).toHaveAttribute("aria-disabled", "false");
  }

  /** Waits until another press is not taken for the same one. */
  async unhurried(): Promise<void> {
    const rest = this.pressed + PACE_MS - Date.now();
    if (rest > 0) await this.page.waitForTimeout(rest);
  }

  /** Presses a button twice as fast as a double click does. */
  async doubleClick(button: Locator): Promise<void> {
    await this.unhurried();
    await button.dblclick();
    this.pressed = Date.now();
  }

  /** Goes straight to a place on the agenda. */
  async goTo(stage: string): Promise<void> {
    await this.page.getByRole("navigation", { name: "Program" }).getByRole("button", { name: stage }).click();
  }

  /** Opens the vote from wherever it is. */
  async open(): Promise<void> {
    await this.goTo("Barometer");
    await this.step("Åbn afstemningen");
    await expect(this.button("Luk afstemningen")).toBeVisible();
  }

  /** Closes the vote and waits until it is closed for good. */
  async close(): Promise<void> {
    await this.step("Luk afstemningen", "Luk afstemningen");
    await expect(this.button("Vis resultatet")).toBeVisible();
    await this.ready();
  }

  /** Shows the result, all rows at once. */
  async reveal(): Promise<void> {
    await this.step("Vis resultatet");
    await this.step("Vis alle rækker");
  }
}

/** Ticks candidates on a ballot. */
export async function tick(phone: Page, ...titles: string[]): Promise<void> {
  for (const title of titles) await phone.getByRole("checkbox", { name: title }).click();
}

/** Ticks and sends, and sees that it was received. */
export async function vote(phone: Page, ...titles: string[]): Promise<void> {
  await tick(phone, ...titles);
  await send(phone).click();
  await expectReceived(phone);
}

/** The button that sends a ballot, whatever it says now. */
export function send(phone: Page): Locator {
  return phone.getByRole("button", { name: /^Send min/ });
}

/** "Modtaget 14.03.21 – du kan ændre, til der lukkes". */
export const RECEIVED = /^Modtaget \d\d\.\d\d\.\d\d – du kan ændre, til der lukkes$/;

/** Kept while there is no connection. */
export const SAVED_HERE = "Gemt her på telefonen. Den sendes, så snart der er forbindelse.";

/** Sees that the server has what is ticked. */
export async function expectReceived(phone: Page): Promise<void> {
  await expect(phone.getByText(RECEIVED).first()).toBeVisible();
}
