//! Takes a picture of every page in every state; `cargo xtask screens`. Nothing is checked here but by eye.

import { type Page } from "@playwright/test";
import { type Console, FIRST, join, present, SAVED_HERE, send, THIRD, tick, vote } from "./support/people.ts";
import { takeSideBySide } from "./support/side_by_side.ts";
import { type Arrive, DEMO, type Device, expect, takeScreen, test } from "./support/story.ts";
import { castBallots, importWebinar, type Webinar } from "./support/webinars.ts";

/** Long enough for bars and the gauge to come to rest. */
const REST_MS = 900;

test("pictures of a whole webinar", async ({ arrive, complaints }) => {
  test.setTimeout(300_000);
  complaints.allow(/40[34]|ERR_INTERNET_DISCONNECTED/);
  const console = await present(arrive);
  const small = await arrive("remote", `/w/${DEMO.code}/present#${DEMO.presenterSecret}`);
  const narrow = await arrive("laptop", `/w/${DEMO.code}/present#${DEMO.presenterSecret}`);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const large = await arrive("staff", `/w/${DEMO.code}/screen`);
  const dark = await arrive("projector", `/w/${DEMO.code}/screen`);
  await dark.emulateMedia({ colorScheme: "dark" });

  const code = await arrive("phone", "/");
  await takeScreen(code, "phone-code");
  const unknown = await arrive("phone", "/w/222222");
  await expect(unknown.getByText(/ikke noget webinar/)).toBeVisible();
  await takeScreen(unknown, "phone-code-unknown");
  const form = await arrive("phone", `/w/${DEMO.code}`);
  await expect(form.getByRole("combobox")).toBeVisible();
  await takeScreen(form, "phone-join");
  await form.getByRole("combobox").fill("Aa");
  await takeScreen(form, "phone-join-list");
  const english = await arrive("phone", `/w/${DEMO.code}`);
  await english.getByRole("button", { name: "English" }).click();
  await takeScreen(english, "phone-join-english");

  const phone = await join(arrive, "Aabenraa");
  const watcher = await arrive("phone", `/w/${DEMO.code}`);
  await watcher.getByRole("button", { name: "Jeg ser kun med" }).click();
  const tiny = await arrive("tiny", `/w/${DEMO.code}`);
  await tiny.getByRole("button", { name: "Jeg ser kun med" }).click();

  const all: [Page, string][] = [
    [projector, "projector"],
    [large, "projector-1440"],
    [dark, "projector-dark"],
    [console.page, "console"],
    [narrow, "console-1024"],
    [small, "console-390"],
    [phone, "phone"],
    [tiny, "phone-320"],
  ];
  const everywhere = async (state: string): Promise<void> => {
    await projector.waitForTimeout(REST_MS);
    for (const [page, name] of all) await takeScreen(page, `${name}-${state}`);
  };

  await everywhere("1-welcome");
  await console.step("Næste: Igangværende ønsker");
  await everywhere("2-ongoing");
  await console.page.keyboard.press("1");
  await everywhere("2-ongoing-funded");
  await console.page.keyboard.press("Escape");
  await console.goTo("Kandidaterne");
  await everywhere("3-candidate");
  await console.goTo("Barometer");
  await everywhere("4-before-the-vote");
  await console.step("Åbn afstemningen");
  await expect(phone.getByRole("checkbox").first()).toBeVisible();
  await everywhere("4-vote-open");
  await takeScreen(watcher, "phone-4-watching");
  await tick(phone, FIRST, "Kørelister med nøgle- og adgangshensyn");
  await takeScreen(phone, "phone-4-ticked");
  await phone.context().setOffline(true);
  await phone.getByRole("button", { name: /^Send min/ }).click();
  await phone.waitForTimeout(3_000);
  await takeScreen(phone, "phone-4-offline");
  await phone.context().setOffline(false);
  await expect(phone.getByText(/^Modtaget/).first()).toBeVisible();
  await takeScreen(phone, "phone-4-counted");
  await vote(phone, "Vikarvisning");
  await console.page.keyboard.press("t");
  await everywhere("4-vote-countdown");
  await console.page.keyboard.press("l");
  await takeScreen(console.page, "console-4-close-asks");
  await console.page.keyboard.press("Enter");
  await expect(console.button("Vis resultatet")).toBeVisible();
  await everywhere("4-vote-closed");
  await console.goTo("Resultat");
  await everywhere("5-result-waiting");
  await console.step("Vis resultatet");
  await projector.waitForTimeout(4_000);
  await takeScreen(projector, "projector-5-result-half");
  await takeScreen(phone, "phone-5-result-half");
  // While pictures are taken the rows may all have come out by themselves.
  if (await console.button("Vis alle rækker").isVisible()) await console.step("Vis alle rækker");
  await everywhere("5-result");
  await console.page.keyboard.press("ArrowRight");
  await everywhere("5-result-page-2");
  await console.page.keyboard.press("1");
  await everywhere("5-result-request");
  await console.page.keyboard.press("Escape");
  await console.goTo("Finansiering");
  await everywhere("6-financing");
  await console.page.keyboard.press("5");
  await everywhere("6-financing-request");
  await phone.getByRole("button", { name: "Vi vil gerne være med" }).click();
  await expect(phone.getByText("I er noteret").first()).toBeVisible();
  await takeScreen(phone, "phone-6-interested");
  await console.page.keyboard.press("Escape");
  await console.goTo("Tak og næste skridt");
  await everywhere("7-thanks");
  await console.page.keyboard.press("b");
  await everywhere("8-blank");
  await console.page.keyboard.press("?");
  await takeScreen(console.page, "console-keys");

  const stranger = await arrive("staff", `/w/${DEMO.code}/present`);
  await stranger.waitForTimeout(REST_MS);
  await takeScreen(stranger, "console-gate");
});

/** The readme begins with it: `target/screens/side-by-side.png`, kept as `docs/side-by-side.png`. */
test("the picture of phone, projector and console side by side", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Aabenraa");
  await console.open();
  await vote(phone, FIRST, THIRD);
  await expect(console.page.getByText(/28 af 28/).first()).toBeVisible();
  await console.close();
  await console.reveal();
  await projector.waitForTimeout(REST_MS);
  const screens = [
    { page: phone, caption: "Phone" },
    { page: projector, caption: "Projector" },
    { page: console.page, caption: "Console" },
  ];
  await takeSideBySide(await arrive("staff", "about:blank"), screens, "side-by-side");
});

const EMPTY: [Device, string, string][] = [
  ["projector", "/w/222222/screen", "projector-unknown"],
  ["staff", "/w/222222/present#no-such-key", "console-unknown"],
];

test("pictures of what is not there", async ({ arrive, complaints }) => {
  complaints.allow(/40[34]/);
  for (const [device, path, name] of EMPTY) {
    const page = await arrive(device, path);
    await expect(page.getByRole("alert")).toBeVisible();
    await takeScreen(page, name);
  }
});

test("pictures of lost connections and of two tabs", async ({ arrive, server, complaints }) => {
  complaints.allow(/ERR_|40\d|50\d/);
  const console = await present(arrive);
  const small = await arrive("remote", `/w/${DEMO.code}/present#${DEMO.presenterSecret}`);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await join(arrive, "Aabenraa");
  await console.open();
  await tick(phone, FIRST);
  const second = await phone.context().newPage();
  await second.goto(`/w/${DEMO.code}`);
  await expect(second.getByRole("checkbox", { name: FIRST })).toBeChecked();
  await takeScreen(phone, "phone-tab-one");
  await takeScreen(second, "phone-tab-two");
  await second.close();

  await server.down();
  await send(phone).click();
  await expect(phone.getByText(SAVED_HERE).first()).toBeVisible();
  await expect(phone.getByText("Genopretter forbindelsen …")).toBeVisible();
  await takeScreen(phone, "phone-reconnecting");
  await expect(projector.getByText("Genopretter forbindelsen …")).toBeVisible();
  await takeScreen(projector, "projector-reconnecting");
  await expect(console.page.getByText(/^Forbindelsen er væk/)).toBeVisible();
  await takeScreen(console.page, "console-reconnecting");
  await takeScreen(small, "console-390-reconnecting");
  await console.step("Luk afstemningen", "Luk afstemningen");
  await expect(console.page.getByText(/intet er ændret/)).toBeVisible();
  await takeScreen(console.page, "console-no-answer");

  const away = await arrive("phone", "about:blank");
  await away.route("**/api/**", (route) => route.abort());
  await server.up();
  await away.goto(`/w/${DEMO.code}`);
  await expect(away.getByText("Ingen forbindelse lige nu.")).toBeVisible();
  await takeScreen(away, "phone-no-connection");
});

test("pictures of a rehearsal", async ({ arrive }) => {
  const console = await present(arrive);
  const opened = console.page.context().waitForEvent("page");
  await console.button(/^Prøv selv/).click();
  const page = await opened;
  await page.waitForURL(/\/present/);
  await expect(page.getByRole("navigation", { name: "Program" })).toBeVisible();
  const code = /\/w\/(\w+)\//.exec(page.url())?.[1] ?? "";
  const projector = await arrive("projector", `/w/${code}/screen`);
  const phone = await join(arrive, "Aabenraa", {}, { code });
  await projector.waitForTimeout(REST_MS);
  await takeScreen(page, "console-rehearsal");
  await takeScreen(projector, "projector-rehearsal");
  await takeScreen(phone, "phone-rehearsal");
  await page.getByRole("button", { name: "Afslut prøven" }).click();
  await takeScreen(page, "console-rehearsal-throw-away");
  await page.getByRole("dialog").getByRole("button", { name: "Slet prøven" }).click();
  await expect(page.getByText(/^Prøven er slettet/)).toBeVisible();
  await takeScreen(page, "console-rehearsal-gone");
});

/** A webinar of a fixture, voted on, at each of its stages. */
const OTHERS: [fixture: string, ballots: number[][]][] = [
  // The first is ahead, three share the second place.
  ["few", [[1, 2, 3], [1, 3, 4], [1, 2, 4], [1, 2, 3], [1, 4]]],
  ["one", [[1], [1], [1], [1], []]],
  ["twenty", [[1, 2, 3, 20], [1, 2, 3, 19], [1, 2, 3, 18], [1, 2, 17, 16], [1, 2, 15, 14], [1, 2, 13, 12]]],
];

for (const [fixture, ballots] of OTHERS) {
  test(`pictures of a webinar with other candidates: ${fixture}`, async ({ arrive, server }) => {
    test.setTimeout(180_000);
    const webinar = await importWebinar(server, fixture);
    const everywhere = await gather(arrive, webinar, fixture);
    const { console } = everywhere;
    await console.goTo("Kandidaterne");
    await everywhere.take("candidate");
    await console.open();
    await castBallots(server, webinar, ballots);
    await everywhere.take("vote");
    await console.close();
    await console.reveal();
    await everywhere.take("result");
    if (fixture === "few") await decideTie(everywhere);
    await console.page.keyboard.press("1");
    await everywhere.take("request");
    await console.page.keyboard.press("Escape");
    await console.goTo("Finansiering");
    await everywhere.take("financing");
    await console.goTo("Tak og næste skridt");
    await everywhere.take("thanks");
  });
}

test("pictures of too few ballots", async ({ arrive, server }) => {
  const webinar = await importWebinar(server, "few");
  const everywhere = await gather(arrive, webinar, "too-few");
  await everywhere.console.open();
  await castBallots(server, webinar, [[1], [2], [3], [1, 2]]);
  await everywhere.console.close();
  await everywhere.console.step("Vis resultatet");
  await expect(everywhere.projector.getByText("For lidt til at vise et resultat")).toBeVisible();
  await everywhere.take("result");
});

interface Everywhere {
  console: Console;
  projector: Page;
  /** Takes a picture of every page. */
  take(state: string): Promise<void>;
}

async function gather(arrive: Arrive, webinar: Webinar, name: string): Promise<Everywhere> {
  const console = await present(arrive, webinar);
  const projector = await arrive("projector", `/w/${webinar.code}/screen`);
  const small = await arrive("remote", `/w/${webinar.code}/present#${webinar.presenterSecret}`);
  const phone = await join(arrive, "Aabenraa", {}, webinar);
  const tiny = await arrive("tiny", `/w/${webinar.code}`);
  await tiny.getByRole("combobox").fill("Varde");
  await tiny.getByRole("option", { name: "Varde", exact: true }).click();
  await tiny.getByRole("textbox", { name: "Dit navn" }).fill("Anne Prøve");
  await tiny.getByRole("button", { name: "Deltag", exact: true }).click();
  await expect(tiny.getByText("Varde Kommune").first()).toBeVisible();
  const all: [Page, string][] = [
    [projector, "projector"],
    [console.page, "console"],
    [small, "console-390"],
    [phone, "phone"],
    [tiny, "phone-320"],
  ];
  const take = async (state: string): Promise<void> => {
    await projector.waitForTimeout(REST_MS);
    for (const [page, who] of all) await takeScreen(page, `${who}-${name}-${state}`);
  };
  return { console, projector, take };
}

async function decideTie({ console, projector, take }: Everywhere): Promise<void> {
  const form = console.page.getByRole("group", { name: "Hvem går videre?" });
  await form.getByRole("checkbox").nth(1).click();
  await expect(console.button("Skriv hvorfor")).toHaveAttribute("aria-disabled", "true");
  await console.page.locator("form.tie").getByLabel("Begrundelse").fill("Det koster mindst pr. kommune");
  await console.button("Lad disse gå videre").click();
  await expect(projector.getByText(/oplægsholderen har valgt/)).toBeVisible();
  await take("result-decided");
}
