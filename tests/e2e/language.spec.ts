//! Who reads English gets English, everywhere; and anyone can switch, at any time, without losing anything.

import { type APIRequestContext, type Page } from "@playwright/test";
import { FIRST, join, present, tick } from "./support/people.ts";
import { DEMO, expect, test } from "./support/story.ts";
import { walk } from "./support/walk.ts";

/** Words and letters that no English sentence of ours has. */
const DANISH = /[æøå]|\b(?:og|af|er|ikke|med|til|på|det|den|stemme|stemmer|kommuner|vises|videre|mangler|pris)\b/i;

test("an English browser sees no Danish but the webinar's own words", async ({ arrive, request, server }) => {
  test.setTimeout(240_000);
  const own = await ownWords(request, server.url);
  for await (const { name, phone, projector, console, fresh } of walk(arrive, { locale: "en-GB" })) {
    await test.step(name, async () => {
      for (const page of fresh) {
        const who = page === phone ? "phone" : page === projector ? "projector" : "console";
        await expect(page.locator("html")).toHaveAttribute("lang", "en");
        expect.soft(await danish(page, [...own, ...(await notesOf(console.page))]), `${who}, ${name}`).toEqual([]);
      }
    });
  }
});

test("an English browser sees no Danish before it is in", async ({ arrive, complaints, request, server }) => {
  complaints.allow(/40[134]/);
  const own = await ownWords(request, server.url);
  const settings = { locale: "en-GB" };
  const code = await arrive("phone", "/", settings);
  await expect(code.getByRole("textbox", { name: "The webinar’s code" })).toBeVisible();
  const unknown = await arrive("phone", "/w/222222", settings);
  await expect(unknown.getByText("There is no webinar with that code.")).toBeVisible();
  const form = await arrive("phone", `/w/${DEMO.code}`, settings);
  await form.getByRole("button", { name: "Join", exact: true }).click();
  await expect(form.getByText("Choose your municipality from the list.")).toBeVisible();
  const gate = await arrive("staff", `/w/${DEMO.code}/present`, settings);
  await expect(gate.getByRole("heading", { name: "This is the presenter's page" })).toBeVisible();
  const nowhere = await arrive("projector", "/w/222222/screen", settings);
  await expect(nowhere.getByText("There is no webinar with that code.")).toBeVisible({ timeout: 20_000 });
  for (const page of [code, unknown, form, gate, nowhere]) {
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    expect.soft(await danish(page, own)).toEqual([]);
  }
});

test("a language that there is no translation to gets English", async ({ arrive }) => {
  const phone = await arrive("phone", "/", { locale: "fr-FR" });
  await expect(phone.getByRole("heading", { name: "Join the webinar" })).toBeVisible();
});

test("the language is switched in the middle of a vote, and remembered", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  await console.open();
  await tick(phone, FIRST);
  await expect(phone.locator("html")).toHaveAttribute("lang", "da");

  await phone.getByRole("button", { name: "English" }).click();
  await expect(phone.getByRole("heading", { name: "Which requests do you want most?" })).toBeVisible();
  await expect(phone.getByText("Anonymous to the other participants.").first()).toBeVisible();
  await expect(phone.locator("html")).toHaveAttribute("lang", "en");
  await expect(phone).toHaveTitle("Which requests do you want most? · Barometer");
  await expect(phone.getByRole("checkbox", { name: FIRST })).toBeChecked();
  await expect(phone.getByRole("button", { name: "English" })).toHaveAttribute("aria-pressed", "true");
  await phone.reload();
  await expect(phone.getByRole("heading", { name: "Which requests do you want most?" })).toBeVisible();
  await expect(phone.getByRole("checkbox", { name: FIRST })).toBeChecked();
  await phone.getByRole("button", { name: "Dansk" }).click();
  await expect(phone.getByRole("heading", { name: "Hvilke ønsker vil I helst have?" })).toBeVisible();
  await expect(phone.locator("html")).toHaveAttribute("lang", "da");

  await console.page.getByRole("banner").getByRole("button", { name: "English" }).click();
  await expect(console.button("Close the vote")).toBeVisible();
  await expect(console.page.locator("html")).toHaveAttribute("lang", "en");
  await expect(console.page).toHaveTitle(/^Presenter – /);
  await console.page.reload();
  await expect(console.button("Close the vote")).toBeVisible();
  await console.page.getByRole("banner").getByRole("button", { name: "Dansk" }).click();
  await expect(console.button("Luk afstemningen")).toBeVisible();
});

/** Titles, pitches and the like: written by the vendor, the same in every language. */
async function ownWords(request: APIRequestContext, server: string): Promise<string[]> {
  const webinar = `${server}/api/v1/webinars/${DEMO.code}`;
  const { catalogue } = (await (await request.get(`${webinar}/view`)).json()) as { catalogue: string };
  const texts: unknown = await (await request.get(`${webinar}/catalogue/${catalogue}`)).json();
  return strings(texts);
}

function strings(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

/** The lines of the presenter's own notes. */
async function notesOf(console: Page): Promise<string[]> {
  const notes = await console.locator(".notes-text").allInnerTexts();
  return notes.flatMap((text) => text.split("\n"));
}

/** Lines of a page that sound Danish, without what is the webinar's own or names a language or a municipality. */
async function danish(page: Page, own: string[]): Promise<string[]> {
  const said = await page.evaluate(() => {
    const labels = [...document.querySelectorAll("[aria-label], [placeholder], [alt]")].map((element) =>
      ["aria-label", "placeholder", "alt"].map((name) => element.getAttribute(name) ?? "").join("\n"),
    );
    return [document.title, document.body.innerText, ...labels].join("\n");
  });
  const longest = own.filter((text) => text.length > 2).sort((a, b) => b.length - a.length);
  const plain = (text: string) => text.replaceAll("\u00ad", "").replaceAll(/\s+/g, " ");
  return said.split("\n").filter((line) => {
    const rest = longest.reduce((text, owned) => text.replaceAll(plain(owned), ""), plain(line));
    // The four words of the votes are the same in every language, so that they can be compared.
    const ours = rest.replaceAll(/The votes are fixed:(?: \S+){4}/g, "").replaceAll(/\S+ Kommune/g, "");
    return DANISH.test(ours.replaceAll("Dansk", ""));
  });
}
