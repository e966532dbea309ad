//! Every stage at every size: no button covers another, no text is cut off, and what a presenter needs is in sight.

import { type Page } from "@playwright/test";
import { faults, faultsAtEverySize } from "./support/layout.ts";
import { SECOND } from "./support/people.ts";
import { expect, test } from "./support/story.ts";
import { walk } from "./support/walk.ts";

/** The least that is read of long notes without scrolling, in lines. */
const LINES_IN_SIGHT = 4;

/** What the console says comes next, in either language. */
const COMING: Record<string, RegExp> = {
  welcome: /^(Igangværende ønsker|Ongoing requests)$/,
  candidate: new RegExp(`^(Kandidat 2 af|Candidate 2 of) 12: ${SECOND}$`),
  ballot: /^(Resultat|Result)$/,
  "before the result": /^(Resultatet, række for række|The result, row by row)/,
  result: /^(Resultat, side 2|Result, page 2)$/,
  ended: /^(Det var det sidste|This was the last one)$/,
};

for (const [language, locale] of [["Danish", "da-DK"], ["English", "en-GB"]] as const) {
  test(`console and projector fit every window from 1024 to 1920, in ${language}`, async ({ arrive }) => {
    test.setTimeout(420_000);
    for await (const { name, projector, console, fresh } of walk(arrive, { locale })) {
      await test.step(name, async () => {
        if (fresh.includes(projector)) {
          expect.soft(await faultsAtEverySize(projector), `projector, ${name}`).toEqual([]);
        }
        const found = await faultsAtEverySize(console.page, async (page) => [
          ...(await faults(page)),
          ...(await missing(page, name)),
        ]);
        expect.soft(found, `console, ${name}`).toEqual([]);
        const coming = COMING[name];
        if (coming) await expect(console.page.locator(".next-slide-words p")).toHaveText(coming);
      });
    }
  });
}

/** What a presenter does not see of what the stage needs. */
async function missing(page: Page, stop: string): Promise<string[]> {
  return page.evaluate(
    ([stop, wanted]) => {
      const found: string[] = [];
      const dialog = document.querySelector("dialog[open]");
      if (dialog) {
        if (dialog.scrollTop > 0) found.push(`the dialog is opened ${dialog.scrollTop} px below its top`);
        return found;
      }
      const main = document.querySelector(".console-main");
      const notes = document.querySelector(".notes-text");
      if (main && notes) {
        const style = getComputedStyle(notes);
        const text = notes.getBoundingClientRect();
        const whole = Math.min(text.height, parseFloat(style.lineHeight) * wanted);
        const inSight = main.getBoundingClientRect().bottom - text.top;
        if (inSight < whole - 1) found.push(`${Math.round(inSight)} px of the notes are in sight, not ${whole}`);
        if (parseFloat(style.fontSize) < 16) found.push(`the notes are written in ${style.fontSize}`);
      }
      const next = document.querySelector(".next-slide-words p");
      const name = next?.getBoundingClientRect();
      if (!name || !next?.textContent) found.push("nothing says what comes next");
      else if (main && name.bottom > main.getBoundingClientRect().bottom + 1) found.push("what comes next is out of sight");
      const picture = document.querySelector(".next-slide .projection h1");
      // What the result will look like, nobody sees before it is shown.
      const hasPicture = !/^(closed|before the result|thanks|ended)$/.test(stop);
      if (hasPicture && !picture?.textContent) found.push("no picture shows what comes next");
      const countdown = document.querySelector(".countdown-tools");
      const label = document.querySelector("#countdown-label");
      if (countdown && !(label && label.getClientRects().length > 0)) found.push("the countdown has no label");
      return found;
    },
    [stop, LINES_IN_SIGHT] as const,
  );
}
