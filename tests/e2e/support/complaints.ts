//! Whatever a browser complains about fails the story: it is how a broken Content-Security-Policy or a panic shows.

import { type BrowserContext, expect } from "@playwright/test";

/** The errors and warnings of all pages of one story. */
export class Complaints {
  private readonly heard: string[] = [];
  private readonly allowed: RegExp[] = [];

  /** Expects complaints like this one, say of a request that the story wants refused. */
  allow(pattern: RegExp): void {
    this.allowed.push(pattern);
  }

  /** Listens to every page of a context. */
  listenTo(context: BrowserContext, who: string): void {
    context.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return;
      this.heard.push(`${who}: ${message.type()}: ${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (webError) => {
      const error = webError.error();
      this.heard.push(`${who}: ${error.stack ?? error}`);
    });
  }

  /** Fails unless every complaint was expected. */
  expectNone(): void {
    const unexpected = this.heard.filter((text) => !this.allowed.some((pattern) => pattern.test(text)));
    expect(unexpected, "complaints of the browsers").toEqual([]);
  }
}
