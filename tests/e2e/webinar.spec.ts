//! The whole webinar: a presenter, the projector, and three participants of two municipalities.

import { FIRST, fillIn, join, PACE_MS, present, PROMISE, THIRD, tick, vote } from "./support/people.ts";
import { DEMO, expect, takeScreen, test } from "./support/story.ts";

test("a webinar is played from welcome to thanks, and nobody sees a result before the reveal", async ({ arrive }) => {
  const console = await present(arrive);
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const one = await arrive("phone", "/");
  await one.getByRole("textbox", { name: "Webinarets kode" }).fill("dem 234");
  await one.getByRole("button", { name: "Fortsæt" }).click();
  await expect(one.getByText(PROMISE)).toBeVisible();
  await fillIn(one, "Aarhus");
  const two = await join(arrive, "Aarhus");
  const three = await join(arrive, "Varde");
  const phones = [one, two, three];
  const everyone = [...phones, projector];

  await test.step("welcome", async () => {
    await expect(projector.getByText("DEM 234").first()).toBeVisible();
    await expect(projector.getByRole("img", { name: /QR/ })).toBeVisible();
    for (const phone of phones) await expect(phone.getByText(/^Du er med for (Aarhus|Varde) Kommune\.$/)).toBeVisible();
    for (const page of [...everyone, console.page]) {
      await expect(page.getByText("Opdigtede eksempeldata").first()).toBeVisible();
    }
  });

  await test.step("requests under way", async () => {
    await console.step("Næste: Igangværende ønsker");
    for (const page of everyone) {
      await expect(page.getByText("Kopiér besøgsplan til afløser").first()).toBeVisible();
      await expect(page.getByText(/120\.000\skr\./).first()).toBeVisible();
    }
  });

  await test.step("candidates, one by one", async () => {
    await console.step("Næste: Kandidaterne");
    for (const page of everyone) {
      await expect(page.getByRole("heading", { name: FIRST })).toBeVisible();
      await expect(page.getByText("Alle åbne opgaver på borgeren ét sted").first()).toBeVisible();
      await expect(page.getByText(/180\.000\skr\./).first()).toBeVisible();
      await expect(page.getByText(/ikke grundigt behandlet/).first()).toBeVisible();
    }
    await console.step("Næste kandidat");
    for (const page of everyone) {
      await expect(page.getByRole("heading", { name: "Påmindelse når en tilstand mangler opfølgning" })).toBeVisible();
    }
  });

  await test.step("the vote, anonymous and sealed", async () => {
    await console.open();
    for (const phone of phones) {
      await expect(phone.getByRole("heading", { name: "Hvilke ønsker vil I helst have?" })).toBeVisible();
      await expect(phone.getByText(PROMISE)).toBeVisible();
    }
    await expect(projector.getByRole("heading", { name: "Stem nu: hvilke ønsker vil I helst have?" })).toBeVisible();
    await vote(one, FIRST, THIRD);
    await vote(two, FIRST);
    await tick(three, "Ingen af disse");
    await vote(three, THIRD);
    await expect(three.getByRole("checkbox", { name: "Ingen af disse" })).not.toBeChecked();
    await tick(one, THIRD);
    await expect(one.getByText(/Ikke sendt endnu/).first()).toBeVisible();
    await vote(one, "Vikarvisning");
    await expect(projector.getByText(/30 af 30 har stemt/).first()).toBeVisible();
    for (const page of everyone) await expect(page.getByText(/stemmer$/)).toHaveCount(0);
  });

  await test.step("the close", async () => {
    await console.close();
    for (const phone of phones) await expect(phone.getByText("Din stemme er modtaget").first()).toBeVisible();
    await console.goTo("Resultat");
    for (const page of everyone) {
      await expect(page.getByText(/Resultatet vises/).first()).toBeVisible();
      await expect(page.getByText("Går videre")).toHaveCount(0);
    }
  });

  await test.step("the result: municipalities, votes, denominator, and those that go on", async () => {
    await console.step("Vis resultatet");
    await console.step("Vis alle rækker");
    await expect(projector.getByText("20").first()).toBeVisible();
    await expect(projector.getByText(/30 af 30/).first()).toBeVisible();
    await expect(projector.getByText(/de 2 øverste går videre/i).first()).toBeVisible();
    for (const phone of phones) {
      await expect(phone.getByText(/15 af 20 kommuner · 18 stemmer/).first()).toBeVisible();
      await expect(phone.getByText("Din stemme er talt med ✓")).toBeVisible({ timeout: 20_000 });
    }
  });

  await test.step("a request's financing, and interest that is no vote", async () => {
    await console.page.keyboard.press("1");
    for (const page of everyone) await expect(page.getByRole("heading", { name: FIRST })).toBeVisible();
    await three.getByRole("button", { name: "Vi vil gerne være med" }).click();
    await expect(three.getByText("I er noteret som interesserede").first()).toBeVisible();
    await console.page.keyboard.press("Escape");
    await console.goTo("Finansiering");
    await expect(projector.getByText("Kopiér besøgsplan til afløser").first()).toBeVisible();
    await console.page.keyboard.press("4");
    await expect(projector.getByRole("heading", { name: "Kopiér besøgsplan til afløser" })).toBeVisible();
    await expect(projector.getByText(/120\.000\skr\./).first()).toBeVisible();
  });

  await test.step("what if more join, which the presenter supposes by key", async () => {
    await expect(projector.getByText("Der mangler 5 kommuner og 120.000")).toBeVisible();
    await console.page.keyboard.press("+");
    await expect(projector.getByText(/^11 kommuner: 21\.819\skr\. pr\. kommune/)).toBeVisible();
    await console.page.waitForTimeout(PACE_MS);
    await console.page.getByRole("button", { name: "Hvad hvis én mere?" }).click();
    await expect(projector.getByText(/^12 kommuner: 20\.000\skr\. pr\. kommune/)).toBeVisible();
    await expect(projector.getByText(/Én mere sparer hver 1\.538\skr\./)).toBeVisible();
    await expect(three.getByRole("slider")).toHaveValue("12");
    await console.page.keyboard.press("-");
    await expect(projector.getByText(/^11 kommuner:/)).toBeVisible();
  });

  await test.step("the sharing rules side by side in the curve's place, by key", async () => {
    await console.page.keyboard.press("d");
    await expect(projector.getByText("Hvad hver betaler, når 11 kommuner deler")).toBeVisible();
    await expect(projector.getByRole("row", { name: /^Ligeligt gælder her/ })).toBeVisible();
    await takeScreen(projector, "screen-rules");
    await console.page.waitForTimeout(PACE_MS);
    await console.page.getByRole("button", { name: "Priskurven" }).click();
    await expect(projector.getByRole("heading", { name: /^Pris pr\. kommune/ })).toBeVisible();
  });

  await test.step("thanks", async () => {
    await console.page.keyboard.press("Escape");
    await console.goTo("Tak og næste skridt");
    for (const page of everyone) await expect(page.getByText(FIRST).first()).toBeVisible();
    for (const phone of phones) await expect(phone.getByRole("heading", { name: /^Tak/ })).toBeVisible();
    await console.step("Afslut webinaret", "Afslut webinaret");
    const late = await arrive("phone", `/w/${DEMO.code}`);
    await expect(late.getByRole("heading", { name: "Det går videre" })).toBeVisible();
    await expect(late.getByRole("button", { name: "Deltag", exact: true })).toHaveCount(0);
  });
});
