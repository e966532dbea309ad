//! From the reveal to what can be carried, and to a decision with its reason in the letter.

import { type Console, expectReceived, FIRST, join, present, send, THIRD, tick } from "./support/people.ts";
import { DEMO, expect, expectAccessible, takeScreen, test } from "./support/story.ts";

const PASSPHRASE = "barometer til demo";
const REASON = "Nr. 9 har fået en fast pris siden sidst";

test("a frame is set before the vote, what it carries stands beside the votes, and others go on with a reason", async ({
  arrive,
  complaints,
}) => {
  test.slow();
  complaints.allow(/4(01|09)/);
  const console: Console = await present(arrive);
  const { page } = console;
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);

  await test.step("the presenter supposes a frame", async () => {
    await page.getByText("Ramme pr. kommune: ingen").click();
    const slider = page.getByRole("slider", { name: "Beløb" });
    await slider.focus();
    for (let steps = 0; steps < 12; steps += 1) await slider.press("ArrowRight");
    await expect(slider).toHaveAttribute("aria-valuetext", /60\.000\skr\./);
    await page.getByRole("button", { name: "Sæt rammen" }).click();
    await expect(page.getByText(/Ramme pr\.\skommune: 60\.000\skr\., efter indbyggertal/)).toBeVisible();
    await expectAccessible(page);
  });

  await test.step("the vote is run, and the frame is fixed with it", async () => {
    await console.open();
    await expect(page.getByText(/^Ramme pr\. kommune/)).toHaveCount(0);
    await expect(projector.getByText(/27 af 27 har stemt/).first()).toBeVisible({ timeout: 30_000 });
    await console.close();
    await console.reveal();
    await expect(projector.getByText(/ca\.\s420\.000\skr\.\s=\s38\.182\skr\.\shver/).first()).toBeVisible();
    // The line below those who go on moves down whoever is below it, on the projector and in the console's picture.
    for (const screen of [projector, page]) await expect(screen.locator(".support-bars .below")).toHaveCount(6);
  });

  await test.step("after the result comes what can be carried, and why not the others", async () => {
    await console.step("Næste side");
    await console.step("Næste side");
    await expect(projector.getByRole("heading", { name: "Hvad kan bæres sammen?" })).toBeVisible();
    await expect(projector.getByText(/^15\skommuner\s·\sca\.\s180\.000\skr\.\s=\s12\.000\skr\.\shver$/)).toBeVisible();
    await expect(projector.getByText(/^Mindst\s18\saf\sde\s20\skommuner\sfår\smindst\sét\saf\sderes\sønsker$/)).toBeVisible();
    await expect(projector.getByText(/Begge dele er svar, på hvert sit spørgsmål/)).toBeVisible();
    await expectAccessible(projector);
    await takeScreen(projector, "carrying-projector");
    await console.step("Næste side");
    await expect(projector.getByText(/^Kun\s2\skommuner\sstår bag nr\.\s4; det regnes med, når mindst\s3\sgør\.$/)).toBeVisible();
    await takeScreen(projector, "carrying-projector-why");
    await expect(page.getByRole("heading", { name: "Hvad kan bæres sammen?" }).first()).toBeVisible();
  });

  await test.step("others go on than the rule says only with a reason", async () => {
    await page.getByText("Lad andre gå videre end reglen").click();
    const form = page.locator("form").filter({ has: page.getByLabel("Begrundelse") });
    await form.getByRole("checkbox", { name: /^Nr\. 9 / }).check();
    const decide = form.getByRole("button", { name: "Vælg 1-3, og skriv hvorfor" });
    await expect(decide).toHaveAttribute("aria-disabled", "true");
    await form.getByLabel("Begrundelse").fill(REASON);
    await expectAccessible(page);
    await form.getByRole("button", { name: "Beslut det" }).click();
    await expect(page.getByText(/^Oplægsholderen har besluttet, at nr\.\s1, 3 og 9 går videre\./).first()).toBeVisible();
    await takeScreen(page, "carrying-console");
    await console.goTo("Resultat");
    await expect(projector.getByText("efter stemmerne – oplægsholderen har valgt andre").first()).toBeVisible();
  });

  await test.step("and the reason stands in the log and in the letter", async () => {
    const vendor = await arrive("staff", `/vendor/webinars/${DEMO.code}/after`);
    await vendor.getByLabel("Adgangssætning", { exact: true }).fill(PASSPHRASE);
    await vendor.getByRole("button", { name: "Log ind" }).click();
    await expect(vendor.getByText(/Rammen blev sat til 60\.000\skr\. pr\. kommune, efter indbyggertal/)).toBeVisible();
    await expect(vendor.getByText(new RegExp(`at nr\\. 1, 3 og 9 går videre\\. Begrundelse: ${REASON}`))).toBeVisible();
    await expect(vendor.getByLabel("Brev", { exact: true })).toHaveValue(new RegExp(REASON));
  });
});

test("once the vote is received, one tap says what the municipality could join for, until the close", async ({
  arrive,
}) => {
  const console: Console = await present(arrive);
  await console.open();
  const phone = await join(arrive, "Skive");
  await tick(phone, FIRST, THIRD);
  const way = phone.getByRole("link", { name: "Hvad kunne I være med for?" });
  await expect(way).toHaveCount(0);
  await send(phone).click();
  await expectReceived(phone);
  await way.click();
  const sheet = phone.getByRole("dialog");
  await expect(sheet.getByRole("heading", { name: "Hvad kunne jeres kommune være med for?" })).toBeVisible();
  await expect(sheet.getByText("Et skøn. Ikke bindende, bliver aldrig et tilsagn.")).toBeVisible();
  const first = sheet.getByRole("group", { name: new RegExp(FIRST) });
  await expect(first.getByText(/^Jeres andel, hvis 10 kommuner er med: /)).toBeVisible();
  await first.getByLabel(/^50\.000\skr\.$/).check();
  await expect(sheet.getByText(/^Tak\. Skønnet er gemt/)).toBeVisible();
  await expect(first.getByLabel(/^50\.000\skr\.$/)).toBeFocused();
  const third = sheet.getByRole("group", { name: new RegExp(THIRD) });
  // Two taps in a row: the second is not lost while the first is on its way.
  await third.getByLabel(/^10\.000\skr\.$/).check();
  await third.getByLabel(/^25\.000\skr\.$/).check();
  await expectAccessible(phone);
  await takeScreen(phone, "estimate-phone");
  await sheet.getByRole("button", { name: "Gem skønnet" }).click();
  await expect(sheet.getByText(/^Tak\. Skønnet er gemt/)).toBeVisible();
  await expect(first.getByLabel(/^50\.000\skr\.$/)).toBeChecked();
  await sheet.getByRole("button", { name: "Luk" }).click();
  await expectReceived(phone);

  await phone.goto(`/w/${DEMO.code}/estimate`);
  await expect(phone.getByLabel(/^25\.000\skr\.$/).last()).toBeChecked();
  await expect(phone.getByLabel(/^50\.000\skr\.$/).first()).toBeChecked();
  await console.close();
  await phone.reload();
  await expect(phone.getByText("Afstemningen er lukket, og skønnet kan ikke ændres.")).toBeVisible();
});
