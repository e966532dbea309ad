//! One whole webinar in Firefox and in WebKit, on the phone and on the projector, then at the desk; the presenter sits
//! at Chromium. What only one engine does wrong shows here.

import { readFile } from "node:fs/promises";
import { type Engine, firefox, type Visitor, webKit } from "./support/engines.ts";
import { type Console, FIRST, NAME, present, SECOND, THIRD } from "./support/people.ts";
import { type Server } from "./support/server.ts";
import { DEMO, expect, test } from "./support/story.ts";

const REQUEST = "Kopiér besøgsplan til afløser";
const PHONE = { width: 390, height: 844 };
const SCREEN = { width: 1280, height: 720 };

const ENGINES: [string, () => Promise<Engine>][] = [
  ["Firefox", firefox],
  ["WebKit", webKit],
];

for (const [name, start] of ENGINES) {
  test(`the whole webinar in ${name}`, async ({ arrive, server }) => {
    const engine = await start();
    try {
      const phone = await engine.open(PHONE, `${server.url}/`);
      const screen = await engine.open(SCREEN, `${server.url}/w/${DEMO.code}/screen`);
      const console = await present(arrive);
      await playWebinar(console, phone, screen);
      await readAfterwards(phone, server);
      await importWishes(screen, server);
    } finally {
      await engine.close();
    }
  });
}

/** How often the page has asked for its program: a preload that is asked for in another way is fetched again. */
const programs = (): number =>
  performance.getEntriesByType("resource").filter(({ name }) => name.endsWith("_bg.wasm") && !name.includes("sealing"))
    .length;

/** Join, vote, change, countdown, close, reveal, drill-down. */
async function playWebinar(console: Console, phone: Visitor, screen: Visitor): Promise<void> {
  await test.step("join", async () => {
    await phone.type("Webinarets kode", "dem234");
    await phone.key("Webinarets kode", "Enter");
    await phone.type("Hvilken kommune kommer du fra?", "Vib");
    await phone.press("option", "Viborg");
    await phone.type("Dit navn", NAME);
    await phone.press("button", "Deltag");
    await phone.see("Du er med for Viborg Kommune.");
    await screen.see("DEM 234");
    for (const page of [phone, screen]) expect(await page.ask(programs, undefined), "fetched once").toBe(1);
  });
  await test.step("vote, and change", async () => {
    await console.open();
    await phone.press("checkbox", FIRST);
    await phone.press("checkbox", THIRD);
    await phone.press("button", "Send min");
    await phone.see("Modtaget");
    await screen.see("28 af 28 har stemt");
    await phone.press("checkbox", THIRD);
    await phone.press("checkbox", SECOND);
    await phone.see("Ikke sendt endnu: din forrige stemme tæller");
    await phone.press("button", "Send min");
    await phone.until("receipt", () => !document.body.innerText.includes("ikke sendt endnu"), undefined);
  });
  await test.step("the countdown, drawn as it runs out", async () => {
    await console.unhurried();
    await console.page.keyboard.press("t");
    await phone.see("tilbage");
    const isShort = () => {
      const ring = document.querySelector(".time-ring-left");
      return ring !== null && Number.parseFloat(getComputedStyle(ring).strokeDashoffset) > 0.01;
    };
    await screen.until("ring that shrinks", isShort, undefined);
  });
  await test.step("close, and reveal", async () => {
    await console.close();
    await phone.see("Din stemme er modtaget");
    await console.reveal();
    await screen.see("28 af 28", FIRST);
    await phone.see("Din stemme er talt med ✓");
    const tableIsHidden = () => {
      const caption = document.querySelector("caption");
      return (caption?.parentElement?.parentElement?.clientHeight ?? 0) <= 1;
    };
    await screen.until("table that only readers of the screen meet", tableIsHidden, undefined);
  });
  await test.step("drill-down", async () => {
    await console.page.keyboard.press("1");
    await phone.see(FIRST, "Vi vil gerne være med");
    await console.page.keyboard.press("Escape");
    await console.goTo("Finansiering");
    await console.page.keyboard.press("4");
    await screen.see(REQUEST);
    await phone.see(REQUEST);
    // Each step draws the page anew, and the slider goes on from where it is.
    const before = await phone.slide("Antal kommuner, der deler", 3);
    await phone.see(`Hvis ${before + 3} kommuner er med`);
    expect(await phone.slide("Antal kommuner, der deler", 0)).toBe(before + 3);
  });
}

/** The brief, and the living page. */
async function readAfterwards(phone: Visitor, server: Server): Promise<void> {
  await test.step("the brief", async () => {
    // It opens beside the webinar; the other engines have one window here.
    const brief = () => document.querySelector<HTMLAnchorElement>("a[target=_blank][href*=brief]")?.href ?? "";
    await phone.goto(await phone.ask(brief, undefined));
    await phone.see("Beslutningsoplæg · Til Viborg Kommune", REQUEST);
  });
  await test.step("the living page", async () => {
    await phone.goto(`${server.url}/finance`);
    await phone.see("Økonomi – ændringsønsker til samfinansiering");
    await phone.type("Søg", "afløser");
    await phone.see("Viser 1 af 4 ønsker", REQUEST);
    const wide = () => document.documentElement.scrollWidth - window.innerWidth;
    expect(await phone.ask(wide, undefined)).toBeLessThanOrEqual(0);
  });
}

/** Log-in, and import. */
async function importWishes(desk: Visitor, server: Server): Promise<void> {
  const wishes = await readFile("tests/e2e/fixtures/wishes.csv", "utf8");
  await desk.goto(`${server.url}/vendor/requests/import`);
  await desk.type("Adgangssætning", "barometer til demo");
  await desk.press("button", "Log ind");
  await desk.see("Indlæs ønsker");
  await desk.choose("Vælg fil", "ønsker.csv", wishes);
  await desk.see("3 skal rettes", "37 nye");
}
