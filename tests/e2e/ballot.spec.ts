//! The ballot on the phone: what is said before it matters, what a tap tells, and how it fits large text.

import { type Page } from "@playwright/test";
import { expectReceived, FIRST, join, present, SECOND, send, tick, vote } from "./support/people.ts";
import { type Device, DEMO, expect, expectAccessible, test } from "./support/story.ts";

test("what is ticked counts at the close, and who has not voted is told in time", async ({ arrive }) => {
  const console = await present(arrive);
  const phones = { voted: "Varde", ticked: "Skive", idle: "Viborg" };
  const arrived = await Promise.all(
    Object.values(phones).map(async (municipality) => {
      const phone = await join(arrive, municipality);
      // Its own clock, so that nobody waits half a minute.
      await phone.clock.install();
      await phone.reload();
      return phone;
    }),
  );
  const [voted, ticked, idle] = arrived as [Page, Page, Page];
  await console.open();
  for (const phone of arrived) {
    await expect(phone.getByText(/Så sendes det, du har valgt, også hvis du ikke selv har sendt det\./)).toBeVisible();
  }
  await vote(voted, FIRST);
  await tick(ticked, FIRST);
  await console.page.bringToFront();
  await console.page.keyboard.press("t");
  for (const phone of arrived) await expect(phone.getByText(/^0:\d\d tilbage$/)).toBeVisible();
  await expect(idle.getByRole("status").filter({ hasText: "60 sekunder tilbage." })).toBeAttached();
  await expect(idle.getByText("Du mangler at stemme")).toHaveCount(0);

  for (const phone of arrived) await phone.clock.fastForward(32_000);
  await expect(idle.locator(".bar").getByText("Du mangler at stemme")).toBeVisible();
  await expect(ticked.locator(".bar").getByText(/^Du mangler at sende\./)).toBeVisible();
  await expectReceived(voted);
  await expect(voted.getByText(/Du mangler/)).toHaveCount(0);
  await expect(idle.getByRole("status").filter({ hasText: "30 sekunder tilbage. Du mangler at stemme" })).toBeAttached({
    timeout: 15_000,
  });

  await console.close();
  await expect(ticked.getByRole("heading", { name: "Din stemme er modtaget" })).toBeVisible();
  await expect(ticked.getByRole("listitem").filter({ hasText: FIRST })).toBeVisible();
  await expect(idle.getByRole("heading", { name: "Du nåede ikke at stemme" })).toBeVisible();
  await console.reveal();
  await expect(ticked.locator(".support-row").filter({ hasText: FIRST })).toContainText("Du stemte på denne");
  await expect(ticked.locator(".support-row").filter({ hasText: SECOND })).not.toContainText("Du stemte på denne");
});

test("a first vote waits for no module, and a name is not handed in once the vote closes", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await arrive("phone", `/w/${DEMO.code}`);
  const handedIn: string[] = [];
  phone.on("request", (request) => request.url().endsWith("/me/identity") && handedIn.push(request.url()));
  let release = (): void => undefined;
  const held = new Promise<void>((done) => (release = done));
  await phone.route(/\/sealing-\w+_bg\.wasm/, async (route) => {
    await held;
    await route.continue();
  });
  await phone.getByRole("combobox").fill("Varde");
  await phone.getByRole("option", { name: "Varde", exact: true }).click();
  await phone.getByRole("textbox", { name: "Dit navn" }).fill("Anne Prøve");
  await phone.getByRole("button", { name: "Deltag", exact: true }).click();
  await expect(phone.getByText("Varde Kommune").first()).toBeVisible();
  await console.open();
  await vote(phone, FIRST);
  await console.close();
  await expect(phone.getByRole("heading", { name: "Din stemme er modtaget" })).toBeVisible();
  release();
  await expect(phone.getByText(/^Dit navn nåede ikke frem, før afstemningen lukkede\./)).toBeVisible();
  await console.reveal();
  // The trackers that the browser made are those that the module looks for.
  await expect(phone.getByText("Din stemme er talt med ✓")).toBeVisible({ timeout: 20_000 });
  expect(handedIn).toEqual([]);
});

test("benefit and price are one tap away, a blank ballot counts nothing, and Send comes before the foot", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  await console.open();
  const card = phone.locator(".choice-card").filter({ hasText: FIRST });
  await expect(card.getByText(/^Hvis 10 kommuner går sammen: /)).toBeHidden();
  await card.getByText("Gevinst og pris pr. kommune").click();
  await expect(card.getByText(/^Hvis 10 kommuner går sammen: .*kr\./)).toBeVisible();
  await expect(phone.getByRole("checkbox", { name: FIRST })).not.toBeChecked();
  await tick(phone, SECOND);
  await expect(phone.locator(".bar").getByText("1 af 4 valgt")).toBeVisible();
  await expect(card.getByText(/^Hvis 10 kommuner går sammen: /)).toBeVisible();
  await phone.getByRole("checkbox", { name: "Ingen af disse" }).click();
  await expect(phone.locator(".bar").getByText("Ingen af disse valgt")).toBeVisible();
  await expect(phone.getByText(/0 af 4/)).toHaveCount(0);
  await expectAccessible(phone);

  await phone.getByRole("checkbox", { name: "Ingen af disse" }).focus();
  await phone.keyboard.press("Tab");
  await expect(send(phone)).toBeFocused();
  await phone.keyboard.press("Tab");
  expect(await phone.evaluate(() => document.activeElement?.closest("footer") !== null)).toBe(true);
});

for (const device of ["phone", "tiny"] as const satisfies Device[]) {
  test(`with text twice as large the ballot keeps its room (${device})`, async ({ arrive }) => {
    const console = await present(arrive);
    const phone = await join(arrive, "Varde");
    if (device === "tiny") await phone.setViewportSize({ width: 320, height: 640 });
    await console.open();
    await expect(phone.getByRole("checkbox").first()).toBeVisible();
    const narrowest = () =>
      phone.locator(".choice").evaluateAll((cards) => {
        const shares = cards.map((card) => {
          const title = card.querySelector("input + span")?.getBoundingClientRect().width ?? 0;
          return title / card.getBoundingClientRect().width;
        });
        return Math.min(...shares);
      });
    expect(await narrowest()).toBeGreaterThan(0.5);
    await phone.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    await tick(phone, FIRST);
    expect(await narrowest()).toBeGreaterThan(0.7);
    const share = async () => {
      // Whatever stands in the bar, the whole button is to be seen.
      await expect(phone.locator(".bar .button")).toBeInViewport({ ratio: 1 });
      return phone.locator(".bar").evaluate((bar) => bar.getBoundingClientRect().height / innerHeight);
    };
    if (device === "phone") expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    // A button of 200 % alone is a fifth of the smallest screen.
    const most = device === "tiny" ? 0.27 : 0.201;
    expect(await share()).toBeLessThanOrEqual(most);
    await send(phone).click();
    await expectReceived(phone);
    expect(await share()).toBeLessThanOrEqual(most);
    await tick(phone, SECOND);
    await expect(phone.locator(".bar .notice.amber")).toBeVisible();
    expect(await share()).toBeLessThanOrEqual(most);
  });
}
