//! Takes a picture of every page in every state; `cargo xtask screens`. Nothing is checked here but by eye.

import { type Page } from "@playwright/test";
import { join, present, tick, vote } from "./support/people.ts";
import { DEMO, type Device, expect, takeScreen, test } from "./support/story.ts";

const FIRST = "Fælles opgaveliste på tværs af teams";
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
  await expect(console.button("Næste: Resultat")).toBeVisible();
  await everywhere("4-vote-closed");
  await console.step("Næste: Resultat");
  await everywhere("5-result-waiting");
  await console.step("Vis resultatet", "Vis resultatet");
  await projector.waitForTimeout(4_000);
  await takeScreen(projector, "projector-5-result-half");
  await takeScreen(phone, "phone-5-result-half");
  await console.step("Vis alle rækker");
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

const EMPTY: [Device, string, string][] = [
  ["projector", "/w/222222/screen", "projector-unknown"],
  ["staff", "/w/222222/present", "console-unknown"],
];

test("pictures of what is not there", async ({ arrive, complaints }) => {
  complaints.allow(/40[34]/);
  for (const [device, path, name] of EMPTY) {
    const page = await arrive(device, path);
    await page.waitForTimeout(REST_MS);
    await takeScreen(page, name);
  }
});
