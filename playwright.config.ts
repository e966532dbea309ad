//! How the browser stories run: one server per test, Debian's Chromium, nothing downloaded.

import { defineConfig } from "@playwright/test";

/** The one spec that takes pictures instead of telling a story. */
const SCREENS = "screens.spec.ts";

export default defineConfig({
  testDir: "tests/e2e",
  forbidOnly: !!process.env.CI,
  // Much of a story is waiting: two at once keep two cores busy, and each has a server of its own. The longest
  // stories share a file, so files are not kept together.
  workers: 2,
  fullyParallel: true,
  // A busy machine may be too slow once; what fails twice is broken.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: "list",
  use: {
    locale: "da-DK",
    timezoneId: "Europe/Copenhagen",
    actionTimeout: 10_000,
    navigationTimeout: 15_000,
    // What failed once is recorded the second time: recording everything takes a third of the run.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "stories", testIgnore: SCREENS },
    { name: "screens", testMatch: SCREENS },
  ],
});
