//! Names: sealed on the phone, to the key that the link names and to no other; the vote never depends on them.

import { type Page } from "@playwright/test";
import { fillIn, FIRST, join, present, vote } from "./support/people.ts";
import { DEMO, expect, test } from "./support/story.ts";

/** Whether the server has this phone's sealed name. */
async function isIdentified(phone: Page): Promise<boolean> {
  const me = await phone.evaluate(async (code) => (await fetch(`/api/v1/webinars/${code}/me`)).json(), DEMO.code);
  return me.identified;
}

test("a name leaves the phone sealed only, and the key's words stand on phone and projector", async ({ arrive }) => {
  const projector = await arrive("projector", `/w/${DEMO.code}/screen`);
  const phone = await arrive("phone", `/w/${DEMO.code}`);
  const sent: string[] = [];
  phone.on("request", (request) => sent.push(`${request.url()} ${request.postData() ?? ""}`));
  await fillIn(phone, "Aarhus");
  await expect.poll(() => isIdentified(phone)).toBe(true);
  expect(sent.join("\n")).not.toMatch(/Anne|Pr(ø|%C3%B8)ve/);
  expect(sent.filter((request) => request.includes("/me/identity"))).toHaveLength(1);

  const words = /Leverandørens nøgle: ((?:[a-zæøå]+ ){3}[a-zæøå]+)/;
  const onPhone = phone.getByText(words);
  await expect(onPhone).toBeVisible({ timeout: 20_000 });
  const [, expected] = words.exec((await onPhone.textContent()) ?? "") ?? [];
  await expect(projector.getByText(`Leverandørens nøgle: ${expected}`)).toBeVisible({ timeout: 20_000 });
});

test("a phone that meets another key than the link's keeps the name, and votes all the same", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await arrive("phone", `/w/${DEMO.code}#AAAAAAAAAAAAAAAAAAAAAA`);
  await expect(phone).toHaveURL(/DEM234$/);
  await fillIn(phone, "Aarhus");
  await expect(phone.getByText(/Leverandørens nøgle er ikke den, som linket lover/)).toBeVisible({ timeout: 20_000 });
  expect(await isIdentified(phone)).toBe(false);
  await console.open();
  await vote(phone, FIRST);
});

test("the link for the chat carries the fingerprint, and leads to a sealed name", async ({ arrive, server }) => {
  const info = await (await fetch(`${server.url}/api/v1/webinars/${DEMO.code}`)).json();
  expect(info.join_url).toMatch(/\/w\/DEM234#[\w-]{22}$/);
  const phone = await arrive("phone", new URL(info.join_url).pathname + new URL(info.join_url).hash);
  await fillIn(phone, "Varde");
  await expect.poll(() => isIdentified(phone)).toBe(true);
});

test("without a name nobody is let in as a voter, and what was chosen stays", async ({ arrive }) => {
  const phone = await arrive("phone", `/w/${DEMO.code}`);
  await phone.getByRole("combobox").fill("Varde");
  await phone.getByRole("option", { name: "Varde", exact: true }).click();
  await phone.getByRole("button", { name: "Deltag", exact: true }).click();
  await expect(phone.getByRole("alert").filter({ hasText: "Skriv dit navn." })).toBeVisible();
  await expect(phone.getByRole("combobox")).toHaveValue("Varde");
  await expect(phone.getByRole("textbox", { name: "Dit navn" })).toBeFocused();
});

test("a vote that the server leaves out of the roll is missed by its phone", async ({ arrive }) => {
  const console = await present(arrive);
  const phone = await join(arrive, "Varde");
  await console.open();
  await vote(phone, FIRST);
  await phone.route("**/roll", async (route) => {
    const answer = await route.fetch();
    const roll = await answer.json();
    await route.fulfill({ json: { ...roll, ballots: roll.ballots.slice(1) } });
  });
  await console.close();
  await console.reveal();
  await expect(phone.getByText(/Telefonen kan ikke finde din stemme i optællingen/)).toBeVisible({ timeout: 20_000 });
});

test("a name that could not be sealed at first is sealed once the network is back", async ({ arrive, complaints }) => {
  complaints.allow(/Failed to fetch|ERR_FAILED|ERR_INTERNET_DISCONNECTED|dynamically imported module/);
  const phone = await arrive("phone", `/w/${DEMO.code}`);
  let lost = 0;
  // What seals is fetched in three parts, each of which may be what the network loses.
  for (const part of ["**/keeper.js*", /\/sealing-\w+\.js/, /\/sealing-\w+_bg\.wasm/]) {
    let left = 2;
    await phone.route(part, (route) => {
      if (left === 0) return route.continue();
      left -= 1;
      lost += 1;
      return route.abort();
    });
  }
  await fillIn(phone, "Aarhus");
  await expect.poll(() => isIdentified(phone), { timeout: 40_000 }).toBe(true);
  expect(lost).toBe(6);
});
