//! What is seldom done at the vendor's desk: two requests made one and two again, a log of look-ups that was tampered
//! with, and a name shown and hidden.

import { type Page } from "@playwright/test";
import { join, present } from "./support/people.ts";
import { DEMO, expect, expectAccessible, test } from "./support/story.ts";

async function logIn(vendor: Page): Promise<void> {
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: "Log ind" }).click();
  await expect(vendor.getByRole("navigation", { name: "Sider" })).toBeVisible();
}

/** Asks the server as the page does that is logged in. */
const ask = (vendor: Page, method: string, path: string, body?: unknown) =>
  vendor.evaluate(
    async ({ method, path, body }) => {
      const init = body === undefined ? {} : { body: JSON.stringify(body), headers: { "content-type": "application/json" } };
      const answer = await fetch(`/api/v1${path}`, { method, ...init });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return answer.json();
    },
    { method, path, body },
  );

/** A request that is open for financing, with what Aarhus has said to it. */
async function gathering(vendor: Page, reference: string, title: string, kroner: number): Promise<number> {
  const price = { kind: "firm", amount: 24_000_000 };
  const terms = { price, sharing: { rule: "equal" }, minimum: 3, deadline: "2099-06-01" };
  const request = { reference, title, pitch: "En tale", terms };
  const { row } = await ask(vendor, "POST", "/vendor/requests", { by: "Ida Holm", request });
  for (const to of ["Resting", "UnderTreatment", "OpenForFinancing"]) {
    await ask(vendor, "POST", `/vendor/requests/${row.id}/steps`, { by: "Ida Holm", why: "Ja", to });
  }
  const said = [{ move: "interest" }, { move: "indicate", amount: kroner * 100 }];
  for (const one of said) {
    await ask(vendor, "POST", `/vendor/requests/${row.id}/commitments/0751`, { by: "Ida Holm", said: one });
  }
  return row.id;
}

test("two requests become one: what Aarhus said to both is decided, and all of it can be undone", async ({
  arrive,
  complaints,
}) => {
  complaints.allow(/409/);
  const vendor = await arrive("staff", "/vendor/requests");
  await logIn(vendor);
  const goes = await gathering(vendor, "Q1", "Kladde til journalen", 40_000);
  const stays = await gathering(vendor, "Q2", "Journalkladder", 30_000);
  await ask(vendor, "POST", `/vendor/requests/${goes}/steps`, { by: "Ida Holm", why: "Ligner Q2", to: "Resting" });
  await vendor.goto(`/vendor/requests/${goes}`);
  const steps = vendor.getByRole("region", { name: /skridt/i });
  await steps.getByLabel("Dit navn").fill("Ida Holm");
  await steps.getByLabel(/Begrundelse/).fill("Det samme ønske");
  await steps.getByText("Læg sammen med et andet").click();
  await steps.getByLabel("Ønsket, der bliver stående").selectOption({ label: "Q2 Journalkladder" });
  await steps.getByRole("button", { name: "Læg sammen", exact: true }).click();
  const question = steps.getByRole("group", { name: "Aarhus har sagt noget til begge. Hvad gælder?" });
  await expect(question).toBeVisible();
  await expect(steps.getByLabel(/Begrundelse/)).toHaveValue("Det samme ønske");
  await question.getByRole("radio", { name: /40\.000.*dette ønske/ }).check();
  await expectAccessible(vendor);
  await steps.getByRole("button", { name: "Læg sammen", exact: true }).click();
  await expect(steps.getByText("Lagt sammen med Q2 Journalkladder")).toBeVisible();

  await expect(steps.getByRole("link", { name: /Q2 Journalkladder/ })).toHaveAttribute("href", `/vendor/requests/${stays}`);
  await vendor.goto(`/vendor/requests/${stays}`);
  await expect(vendor.getByRole("row", { name: /^Aarhus/ })).toContainText(/40\.000/);
  await vendor.goto(`/vendor/requests/${goes}`);
  await steps.getByLabel(/Begrundelse/).fill("Det var to forskellige");
  await steps.getByRole("button", { name: "Fortryd" }).click();
  await expect(vendor.getByRole("row", { name: /^Aarhus/ })).toContainText(/40\.000/);
  await vendor.goto(`/vendor/requests/${stays}`);
  await expect(vendor.getByRole("row", { name: /^Aarhus/ })).toContainText(/30\.000/);
});

test("a log of look-ups without its head releases nothing until somebody writes that down", async ({
  arrive,
  server,
  complaints,
}) => {
  complaints.allow(/409|500/);
  const console = await present(arrive);
  await console.open();
  await expect(console.page.getByText(/27 af 2\d har stemt/).first()).toBeVisible({ timeout: 30_000 });
  await console.close();
  const vendor = await arrive("staff", `/vendor/webinars/${DEMO.code}/votes`);
  await logIn(vendor);
  await vendor.getByLabel("Dit navn").fill("Ida Holm");
  await vendor.getByLabel("Hvorfor slår du op?").fill("Kontrol af dubletter");
  await vendor.getByRole("button", { name: "Vis navnene" }).click();
  await expect(vendor.getByRole("table").first()).toBeVisible({ timeout: 20_000 });
  await server.loseLogHead();

  await vendor.reload();
  await vendor.getByLabel("Adgangssætning", { exact: true }).fill("barometer til demo");
  await vendor.getByRole("button", { name: /Lås op|Log ind/ }).click();
  await vendor.getByLabel("Dit navn").fill("Bo Lund");
  await vendor.getByLabel("Hvorfor slår du op?").fill("Hovedet manglede efter en flytning");
  await vendor.getByRole("button", { name: "Vis navnene" }).click();
  await expect(vendor.getByText(/ændret uden om Barometer/).first()).toBeVisible();
  await expect(vendor.getByRole("table")).toHaveCount(0);
  await vendor.getByRole("button", { name: "Skriv ned, at loggen er brudt" }).click();
  await expect(vendor.getByText("Bruddet er skrevet ned. Nu kan der slås op igen.")).toBeVisible();
  await vendor.getByLabel("Hvorfor slår du op?").fill("Kontrol af dubletter");
  await vendor.getByRole("button", { name: "Vis navnene" }).click();
  await expect(vendor.getByText("Hovedet manglede efter en flytning").first()).toBeVisible({ timeout: 20_000 });
});

test("a name that participants want shown is public once the vendor confirms it, and gone when that is undone", async ({
  arrive,
}) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Samsø");
  await console.goTo("Igangværende ønsker");
  await console.page.keyboard.press("4");
  await phone.getByRole("button", { name: "Vi vil gerne være med" }).click();
  await phone.getByRole("checkbox", { name: "Kommunen vil gerne stå ved navn" }).check();
  await expect(phone.getByText(/^Noteret\. Navnet vises først/)).toBeVisible();
  const living = async () => JSON.stringify((await (await phone.request.get("/api/v1/financing")).json()).rows.map((row: any) => row.named));
  expect(await living()).not.toContain("0741");

  const vendor = await arrive("staff", "/vendor/commitments");
  await logIn(vendor);
  const row = vendor.getByRole("row", { name: /^Samsø/ }).filter({ hasText: "navnet" });
  await expect(row).toContainText("1 deltager ønsker navnet vist. Bekræft det med kommunen først.");
  await row.getByRole("button", { name: "Vis navnet: Samsø" }).click();
  await expect(vendor.getByLabel("Dit navn").first()).toBeFocused();
  expect(await living(), "nobody has signed for it").not.toContain("0741");
  await vendor.getByRole("region", { name: "Skriv ned" }).getByLabel("Dit navn").fill("Ida Holm");
  await row.getByRole("button", { name: "Vis navnet: Samsø" }).click();
  await expect(vendor.getByText("Samsø: navnet er ændret på alle sider.")).toBeVisible();
  expect(await living()).toContain("0741");
  await vendor.getByRole("status").getByRole("button", { name: "Fortryd det seneste" }).click();
  await expect(row.getByRole("button", { name: "Vis navnet: Samsø" })).toBeVisible();
  expect(await living()).not.toContain("0741");
});
