//! Webinars other than the demo: imported from `tests/e2e/fixtures`, with voters who have no browser.

import { randomBytes } from "node:crypto";
import { type Server } from "./server.ts";

/** A webinar that was imported, and its presenter's secret. */
export interface Webinar {
  code: string;
  presenterSecret: string;
}

/** Imports `tests/e2e/fixtures/NAME.json`. */
export async function importWebinar(server: Server, name: string): Promise<Webinar> {
  const printed = await server.import(`tests/e2e/fixtures/${name}.json`);
  const [, code, presenterSecret] = /\/w\/(\w+)\/present#(\S+)/.exec(printed) ?? [];
  if (!code || !presenterSecret) throw new Error(`no presenter's link was printed:\n${printed}`);
  return { code, presenterSecret };
}

/** Codes of municipalities, so that every voter may come from another. */
const MUNICIPALITIES = ["0751", "0573", "0779", "0615", "0741", "0791", "0851", "0461"];

/** Joins and votes over the interface, one voter per ballot, each for a municipality of their own. */
export async function castBallots(server: Server, webinar: { code: string }, ballots: number[][]): Promise<void> {
  for (const [at, choices] of ballots.entries()) {
    const municipality = MUNICIPALITIES[at % MUNICIPALITIES.length];
    const joined = await send(server, webinar, "POST", "participants", { municipality });
    const cookie = joined.headers.get("set-cookie")?.split(";")[0] ?? "";
    const trackers = { ballot: tracker(), choices: choices.map(tracker) };
    await send(server, webinar, "PUT", "ballot", { rev: 1, choices, trackers }, cookie);
  }
}

/** What only the voter's phone knows for its own; nobody here looks for it. */
const tracker = (): string => randomBytes(16).toString("base64url");

async function send(
  server: Server,
  { code }: { code: string },
  method: string,
  path: string,
  body: unknown,
  cookie = "",
): Promise<Response> {
  const address = `${server.url}/api/v1/webinars/${code}/${path}`;
  const headers = { "content-type": "application/json", cookie };
  const answer = await fetch(address, { method, headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return answer;
}
