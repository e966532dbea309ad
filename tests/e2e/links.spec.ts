//! Links as they arrive, in a browser, for each page of the site: the page that was meant opens, and what stood behind
//! the `#` is in no address that the server is asked for afterwards.

import { type Page } from "@playwright/test";
import { DEMO, expect, test } from "./support/story.ts";

const PAGES = [
  "/",
  "/finance",
  "/anonymity",
  "/accessibility",
  `/w/${DEMO.code}`,
  `/w/${DEMO.code}/screen`,
  `/w/${DEMO.code}/present`,
  `/w/${DEMO.code}/preview`,
  `/w/${DEMO.code}/screen/preview`,
  `/w/${DEMO.code}/brief/1`,
  "/vendor",
  "/vendor/requests",
  "/vendor/requests/new",
  "/vendor/requests/import",
  "/vendor/requests/1",
  "/vendor/commitments",
  "/vendor/webinars/new",
  `/vendor/webinars/${DEMO.code}`,
  `/vendor/webinars/${DEMO.code}/after`,
  `/vendor/webinars/${DEMO.code}/invitations`,
  `/vendor/webinars/${DEMO.code}/votes`,
];

const TOKEN = "s3cr3tT0ken";

/** What mail programs, people and cases make of an address. */
const MANGLED: ((path: string) => string)[] = [
  (path) => `${path}%23FINGER.${TOKEN}.0791`,
  (path) => `${path}%2523FINGER.${TOKEN}.0791).`,
  (path) => `${path}/`,
  (path) => `${path}.`,
  (path) => `${path})`,
  (path) => `${path}-`,
  (path) => `${path}%20`,
  (path) => `${path}%`,
  (path) => path.toUpperCase(),
  (path) => path.toLowerCase(),
];

/** Where the browser ends up, by the address without what stands behind the `#`. */
async function opened(page: Page, path: string): Promise<string> {
  const answer = await page.goto(path, { waitUntil: "commit" });
  const kind = answer?.headers()["content-type"] ?? "";
  return `${answer?.status()} ${kind.split(";")[0]} ${new URL(page.url()).pathname}`;
}

test("however a page's address is mangled, that page opens", async ({ arrive }) => {
  const page = await arrive("staff", "/healthz");
  for (const path of PAGES) {
    const right = await opened(page, path);
    expect(right, path).toMatch(/^200 text\/html /);
    for (const mangle of path === "/" ? MANGLED.slice(0, 2) : MANGLED) {
      const asked: string[] = [];
      const listen = (request: { url(): string; isNavigationRequest(): boolean }) => asked.push(request.url());
      page.on("request", listen);
      const found = await opened(page, mangle(path));
      page.off("request", listen);
      // A code in small letters stays as it was typed; the page reads it.
      expect(found.toUpperCase(), mangle(path)).toBe(right.toUpperCase());
      // What a page before this one still asked for comes first, then the mangled address itself.
      const after = asked.findIndex((url) => url.includes(TOKEN)) + 1;
      const told = asked.slice(after).map((url) => url.split("#")[0]);
      expect(told.join(), mangle(path)).not.toContain(TOKEN);
    }
  }
});
