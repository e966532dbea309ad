//! How the browser stories run: one server per test, Debian's Chromium, nothing downloaded.

import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

/** Chromium without what only a window needs: the same engine, and two fifths less work for the processor. */
const SHELL = "/usr/bin/chromium-headless-shell";
const CHROMIUM = process.env.CHROMIUM ?? (existsSync(SHELL) ? SHELL : "/usr/bin/chromium");

/** The one spec that takes pictures instead of telling a story. */
const SCREENS = "screens.spec.ts";

export default defineConfig({
  testDir: "tests/e2e",
  forbidOnly: !!process.env.CI,
  // Much of a story is waiting, so three at once keep two cores busy; a worker keeps its browser, and each story has a
  // server of its own, which starts in a sixteenth of a second. The longest stories share a file, so files are not
  // kept together.
  workers: 3,
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
      executablePath: CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        // Letters as wide as in a window, where they are not fitted to whole pixels.
        "--font-render-hinting=none",
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
