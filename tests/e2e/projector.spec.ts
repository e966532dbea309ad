//! The projector: readable at the back of the room, in the webinar's language, in other programs, and on time.

import { once } from "node:events";
import { createServer, type Server as HttpServer } from "node:http";
import { type AddressInfo } from "node:net";
import { type Page } from "@playwright/test";
import { type Console, join, present } from "./support/people.ts";
import { press } from "./support/keys.ts";
import { faults } from "./support/readable.ts";
import { DEMO, drawn, expect, takeScreen, test } from "./support/story.ts";
import { castBallots, importWebinar } from "./support/webinars.ts";

/** What projectors have; the largest for looking at, the others measured. */
const SIZES = [
  { width: 1280, height: 720 },
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
];

/** Who votes for what, so that seven candidates have votes and two share a place. */
const BALLOTS = [[1, 2, 3], [2, 3, 9], [2, 3], [3, 5, 9], [1, 2, 8], [2, 9], [3, 7], [2, 3, 9]];

async function lookAt(projector: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await projector.setViewportSize(size);
    await projector.evaluate(() => document.fonts.ready);
    // A window is another size at once; its letters follow with the next frames.
    await projector.waitForFunction((height) => {
      const [frame, slide] = [document.querySelector(".projection"), document.querySelector(".slide")];
      if (!frame || !slide) return false;
      const letters = Number.parseFloat(getComputedStyle(slide).fontSize);
      return Math.abs(frame.getBoundingClientRect().height - height) < 1 && Math.abs(letters - height / 36) < 0.3;
    }, size.height);
    await drawn(projector);
    await expect.soft.poll(() => faults(projector), { message: `${name}, ${size.width} × ${size.height}` }).toEqual([]);
    await takeScreen(projector, `back-row-${name}-${size.height}`);
  }
}

for (const language of ["Dansk", "English"] as const) {
  test(`every slide of a realistic webinar can be read from the back row, ${language}`, async ({ arrive, server }) => {
    test.setTimeout(240_000);
    const webinar = await importWebinar(server, "wishes");
    const console = await present(arrive, webinar);
    const { page } = console;
    await page.getByRole("group", { name: "Storskærmens sprog" }).getByRole("button", { name: language }).click();
    const projector = await arrive("projector", `/w/${webinar.code}/screen`, { reducedMotion: "reduce" });
    await expect(projector.locator("html")).toHaveAttribute("lang", language === "Dansk" ? "da" : "en");
    const look = (name: string) => lookAt(projector, `${language}-${name}`);
    const heading = projector.getByRole("heading", { level: 1 });
    const turned = async (deed: () => Promise<unknown>) => {
      const before = await heading.innerText();
      await deed();
      await expect(heading).not.toHaveText(before);
    };
    const next = () => turned(() => go(console));

    await expect(projector.getByRole("img", { name: /QR/ })).toBeVisible();
    await look("welcome");
    await next();
    await look("under-way-1");
    await go(console);
    await expect(projector.getByText(language === "Dansk" ? "Side 2 af 2" : "Page 2 of 2")).toBeVisible();
    await look("under-way-2");
    await turned(() => page.getByRole("button", { name: /Kandidaterne/ }).first().click());
    for (let number = 1; number <= 12; number += 1) {
      await look(`candidate-${number}`);
      if (number < 12) await next();
    }
    await turned(() => console.goTo("Barometer"));
    await look("before-the-vote");
    await console.step("Åbn afstemningen");
    await expect(console.button("Luk afstemningen")).toBeVisible();
    await castBallots(server, webinar, BALLOTS);
    await press(page, "t");
    await expect(projector.locator(".vote-countdown")).toBeVisible();
    await look("vote");
    await console.close();
    await look("closed");
    await console.goTo("Resultat");
    await look("before-the-result");
    await console.step("Vis resultatet");
    await expect(projector.locator(".support-bars .waiting").first()).toBeVisible();
    await look("rows-to-come");
    await console.step("Vis alle rækker");
    await expect(projector.locator(".cut")).toBeVisible();
    await look("result-1");
    const order = await projector.locator(".support-bars .title").allInnerTexts();
    expect(order).toHaveLength(8);
    await turned(() => press(page, "1"));
    await look("request");
    await press(page, "d");
    await expect(projector.locator("table.rules, .curve .say").first()).toBeVisible();
    await look("rules");
    await turned(() => console.goTo("Finansiering"));
    await look("financing-1");
    await turned(() => console.goTo("Tak"));
    await look("thanks");
  });
}

/** The next step by its key. */
async function go(console: Console): Promise<void> {
  await press(console.page, "ArrowRight");
}

test("the projector speaks the webinar's language, and the console switches it for every projector", async ({ arrive }) => {
  const console = await present(arrive);
  const projectors = [
    await arrive("projector", `/w/${DEMO.code}/screen`, { locale: "en-GB" }),
    await arrive("projector", `/w/${DEMO.code}/screen`),
  ];
  const phone = await join(arrive, "Viborg");
  const speak = (language: string) =>
    console.page.getByRole("group", { name: "Storskærmens sprog" }).getByRole("button", { name: language }).click();
  const picture = console.page.locator(".picture .projection");
  const expectSpoken = async (tag: string, words: string) => {
    for (const projector of projectors) {
      await expect(projector.locator("html")).toHaveAttribute("lang", tag);
      await expect(projector.getByText(words).first()).toBeVisible();
    }
    await expect(picture).toHaveAttribute("lang", tag);
    await expect(picture).toContainText(words);
    await expect(console.page.locator("html")).toHaveAttribute("lang", "da");
    await expect(console.button("Næste: I gang nu").or(console.large())).toBeVisible();
    await expect(phone.locator("html")).toHaveAttribute("lang", "da");
  };
  await console.goTo("Barometer");
  await expectSpoken("da", "Afstemningen åbner om lidt");
  await speak("English");
  await expectSpoken("en", "The vote opens shortly");
  await projectors[0]?.reload();
  await expectSpoken("en", "The vote opens shortly");
  await speak("Dansk");
  await expectSpoken("da", "Afstemningen åbner om lidt");
});

test("a projector that comes in the middle of a countdown shows the same ring, also after an extension", async ({ arrive }) => {
  const console = await present(arrive);
  await console.open();
  const early = await arrive("projector", `/w/${DEMO.code}/screen`, { reducedMotion: "reduce" });
  await press(console.page, "t");
  const ring = (page: Page) => page.locator(".vote-countdown .time-ring");
  await expect(ring(early)).toBeVisible();
  /** What the ring shows, and what the clock beside it says in seconds. */
  const read = async (page: Page) => {
    const [share, clock] = await ring(page).evaluate((element) => [
      element.querySelector("svg")?.style.getPropertyValue("--share") ?? "",
      element.querySelector(".time-ring-clock")?.textContent ?? "",
    ]);
    const [minutes = 0, seconds = 0] = clock.split(":").map(Number);
    return { share: Number(share), left: minutes * 60 + seconds };
  };
  await expect.poll(async () => (await read(early)).left).toBeLessThan(56);
  const late = await arrive("projector", `/w/${DEMO.code}/screen`, { reducedMotion: "reduce" });
  await expect(ring(late)).toBeVisible();
  const expectRing = async (whole: number) => {
    for (const page of [early, late]) {
      const { share, left } = await read(page);
      expect(share, `${left} of ${whole} s`).toBeCloseTo(left / whole, 1);
      expect(Math.abs(share - left / whole)).toBeLessThan(0.02);
    }
  };
  expect((await read(late)).left).toBeLessThan(56);
  await expectRing(60);
  await press(console.page, "u");
  await expect.poll(async () => (await read(late)).left).toBeGreaterThan(60);
  await expectRing(90);
});

test("the screen stays awake on projector and console until the webinar is over", async ({ arrive, complaints }) => {
  complaints.allow(/favicon/);
  const note = () => {
    const noted: string[] = [];
    Object.assign(globalThis, { noted });
    const wakeLock = {
      request: async (kind: string) => {
        noted.push(`asked for ${kind}`);
        const lock = { released: false, release: async () => void ((lock.released = true), noted.push("released")) };
        Object.assign(globalThis, { lock });
        return lock;
      },
    };
    Object.defineProperty(navigator, "wakeLock", { configurable: true, value: wakeLock });
  };
  const noted = (page: Page) => page.evaluate(() => (globalThis as unknown as { noted: string[] }).noted);
  const pages: Page[] = [];
  for (const path of [`/w/${DEMO.code}/screen`, `/w/${DEMO.code}/present#${DEMO.presenterSecret}`]) {
    const page = await arrive("staff", "/healthz");
    await page.addInitScript(note);
    await page.goto(path);
    pages.push(page);
    await expect.poll(() => noted(page)).toEqual(["asked for screen"]);
    // The browser ends it when another window is in front.
    await page.evaluate(() => {
      (globalThis as unknown as { lock: { released: boolean } }).lock.released = true;
      document.dispatchEvent(new Event("visibilitychange"));
    });
    await expect.poll(() => noted(page)).toEqual(["asked for screen", "asked for screen"]);
  }
  const console = await present(arrive);
  await console.goTo("Tak");
  await console.step("Afslut webinaret", /Afslut/);
  for (const page of pages) {
    await expect.poll(() => noted(page)).toEqual(["asked for screen", "asked for screen", "released"]);
    await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
    expect(await noted(page)).toHaveLength(3);
  }
});

test.describe("in other programs", () => {
  let slides: HttpServer;
  let origin: string;

  test.beforeAll(async () => {
    slides = createServer((request, answer) => {
      const address = new URL(request.url ?? "", "http://localhost").searchParams.get("show") ?? "";
      answer.setHeader("content-type", "text/html");
      answer.end(`<body style="margin:0;background:linear-gradient(90deg,#fff,#000)">
        <iframe src="${address}" style="border:0;width:1280px;height:720px"></iframe>`);
    }).listen(0, "localhost");
    await once(slides, "listening");
    origin = `http://localhost:${(slides.address() as AddressInfo).port}`;
    process.env.PROJECTOR_FRAMES = origin;
  });

  test.afterAll(() => {
    delete process.env.PROJECTOR_FRAMES;
    slides.close();
  });

  test("a named page may frame the projector, which needs no cookies, and no other page of ours", async ({ arrive, complaints, server }) => {
    complaints.allow(/frame-ancestors|ERR_BLOCKED_BY_RESPONSE|favicon/);
    const around = async (path: string) => {
      const page = await arrive("projector", "/healthz");
      // As where cookies and storage of other sites are blocked.
      await page.addInitScript(() => {
        if (top === self) return;
        const blocked = { get: () => { throw new DOMException("blocked", "SecurityError"); } };
        Object.defineProperty(globalThis, "localStorage", blocked);
        Object.defineProperty(Document.prototype, "cookie", blocked);
      });
      await page.goto(`${origin}/?show=${encodeURIComponent(server.url + path)}`);
      return page;
    };
    const console = await present(arrive);
    const page = await around(`/w/${DEMO.code}/screen?bare&transparent`);
    const projector = page.frameLocator("iframe");
    await expect(projector.getByRole("img", { name: /QR/ })).toBeVisible();
    await expect(projector.locator(".join-line")).toBeHidden();
    await takeScreen(page, "projector-framed-welcome");
    await console.goTo("Kandidaterne");
    await expect(projector.getByRole("heading", { level: 1 })).toHaveText(/Fælles opgaveliste/);
    await takeScreen(page, "projector-framed-candidate");
    expect(await page.context().cookies(), "no cookie at all").toEqual([]);

    const grounds = await projector.locator("html").evaluate((root) =>
      [root, document.body, ...document.querySelectorAll(".screen, .projection")].map((one) => getComputedStyle(one).backgroundColor),
    );
    expect(new Set(grounds)).toEqual(new Set(["rgba(0, 0, 0, 0)"]));
    for (const footage of [0, 255]) {
      expect(await contrastOver(page, footage), `over footage of ${footage}`).toBeGreaterThanOrEqual(4.5);
    }

    for (const path of [`/w/${DEMO.code}/present`, "/vendor", "/finance"]) {
      const refused = await around(path);
      await expect.poll(() => refused.frames()[1]?.url()).toMatch(/^chrome-error:/);
      expect((await refused.request.get(server.url + path)).headers()["content-security-policy"]).toMatch(/frame-ancestors 'none'$/);
    }
  });
});

/** The lowest contrast of any text on the framed slide, if everything behind it had this shade of grey. */
async function contrastOver(page: Page, footage: number): Promise<number> {
  return page.frameLocator("iframe").locator(".projection").evaluate((projection, footage) => {
    type Color = [number, number, number, number];
    const parse = (text: string): Color => {
      const numbers = (text.match(/[\d.]+/g) ?? []).map(Number);
      const scale = text.startsWith("color(") ? 255 : 1;
      const [r = 0, g = 0, b = 0, alpha = 1] = numbers;
      return [r * scale, g * scale, b * scale, alpha];
    };
    const over = ([r, g, b, alpha]: Color, [R, G, B]: Color): Color => [
      r * alpha + R * (1 - alpha), g * alpha + G * (1 - alpha), b * alpha + B * (1 - alpha), 1,
    ];
    const luminance = ([r, g, b]: Color) => {
      const linear = (part: number) => ((part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    const walker = document.createTreeWalker(projection, NodeFilter.SHOW_TEXT);
    let lowest = 21;
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement;
      if (!walker.currentNode.textContent?.trim() || !element || element.closest(".visually-hidden") || !element.getClientRects().length) continue;
      const grounds: Color[] = [];
      for (let box: Element | null = element; box; box = box.parentElement) grounds.push(parse(getComputedStyle(box).backgroundColor));
      const ground = grounds.reduceRight<Color>((behind, color) => over(color, behind), [footage, footage, footage, 1]);
      const [ink, paper] = [luminance(over(parse(getComputedStyle(element).color), ground)), luminance(ground)];
      lowest = Math.min(lowest, (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05));
    }
    return lowest;
  }, footage);
}
