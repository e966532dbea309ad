//! What people in a story do, found by role and label as they would find it.

import { type Locator, type Page, expect } from "@playwright/test";
import { type Arrive, DEMO } from "./story.ts";

/** The promise, as long as no names are stored. */
export const PROMISE = /Anonym over for de andre deltagere\. Prøveversion: navne gemmes ikke\. Ikke juridisk bindende\./;

/** Someone who joins the demo for a municipality, by typing the beginning of its name. */
export async function join(arrive: Arrive, municipality: string): Promise<Page> {
  const phone = await arrive("phone", `/w/${DEMO.code}`);
  await fillIn(phone, municipality);
  return phone;
}

/** Fills in the join form and takes part. */
export async function fillIn(phone: Page, municipality: string): Promise<void> {
  await phone.getByRole("combobox", { name: "Hvilken kommune kommer du fra?" }).fill(municipality);
  await phone.getByRole("option", { name: municipality, exact: true }).click();
  await phone.getByRole("button", { name: "Deltag", exact: true }).click();
  await expect(phone.getByText(`${municipality} Kommune`).first()).toBeVisible();
}

/** The presenter, at the demo's console. */
export async function present(arrive: Arrive): Promise<Console> {
  const page = await arrive("staff", `/w/${DEMO.code}/present#${DEMO.presenterSecret}`);
  await expect(page.getByRole("navigation", { name: "Program" })).toBeVisible();
  return new Console(page);
}

/** A console's page, with the words of its buttons. */
export class Console {
  constructor(readonly page: Page) {}

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name });
  }

  /** Presses the large button when it says this, and confirms what it asks. */
  async step(name: string | RegExp, confirm?: string | RegExp): Promise<void> {
    await this.button(name).click();
    if (confirm) await this.page.getByRole("dialog").getByRole("button", { name: confirm }).click();
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
    await expect(this.button("Næste: Resultat")).toBeVisible();
  }

  /** Shows the result, all rows at once. */
  async reveal(): Promise<void> {
    await this.step("Næste: Resultat");
    await this.step("Vis resultatet", "Vis resultatet");
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
  await phone.getByRole("button", { name: /^Send min/ }).click();
  await expect(phone.getByText(/^Modtaget \d\d\.\d\d\.\d\d – du kan ændre, til der lukkes$/).first()).toBeVisible();
}
