//! The result as it can be read: on a phone, on the projector, and in what the server sends.

import { type Page } from "@playwright/test";

/** One row, as anybody reads it. */
export interface Row {
  place: number;
  title: string;
  municipalities: number;
  votes: number;
}

/** The rows that a phone shows, from the uppermost. */
export async function phoneRows(phone: Page): Promise<Row[]> {
  const rows = await phone.locator("ol.support > li").evaluateAll((items) =>
    items.map((item) => ({
      place: Number(item.querySelector(".support-place")?.textContent),
      title: item.querySelector(".support-title b")?.textContent ?? "",
      figures: item.querySelector(".support-figures")?.textContent ?? "",
    })),
  );
  return rows.map(({ place, title, figures }) => ({
    place,
    title,
    municipalities: figure(figures, /^(\d+) (?:af \d+ kommune|of \d+ municipalit)/),
    votes: figure(figures, /· (\d+) (?:stemme|vote)/),
  }));
}

/** The rows that the projector shows, from the uppermost, all pages together. */
export async function projectorRows(projector: Page): Promise<Row[]> {
  const table = projector.getByRole("table", { name: "Resultatet som tabel" });
  const rows = await table.locator("tbody tr").evaluateAll((lines) =>
    lines.map((line) => [...line.querySelectorAll("th, td")].map((cell) => cell.textContent ?? "")),
  );
  return rows.map(([place = "", title = "", , municipalities = "", votes = ""]) => ({
    place: Number(place),
    title,
    municipalities: figure(municipalities, /^(\d+) kommune/),
    votes: figure(votes, /^(\d+) stemme/),
  }));
}

/** The rows that the projector's bars show for those who see, on its present page, from the uppermost. */
export async function projectorBars(projector: Page): Promise<{ title: string; figure: number }[]> {
  return projector.locator(".support-bars .place:not(.waiting)").evaluateAll((places) =>
    places.map((place) => ({
      title: place.querySelector(".title")?.textContent?.trim() ?? "",
      figure: Number(place.querySelector(".headline")?.textContent),
    })),
  );
}

/** All that a stream has said since it was opened. */
export class Stream {
  private readonly stop = new AbortController();
  text = "";

  /** Opens a stream of the server's and keeps what it says. */
  static async open(address: string): Promise<Stream> {
    const stream = new Stream();
    const answer = await fetch(address, { signal: stream.stop.signal });
    if (!answer.ok || !answer.body) throw new Error(`${address}: ${answer.status}`);
    void stream.read(answer.body);
    return stream;
  }

  /** The views so far. */
  views(): { screen: { on: string; rows?: unknown[] } }[] {
    const lines = this.text.split("\n").filter((line) => line.startsWith("data:"));
    const whole = this.text.endsWith("\n") ? lines : lines.slice(0, -1);
    return whole.map((line) => JSON.parse(line.slice("data:".length))).filter((event) => "screen" in event);
  }

  close(): void {
    this.stop.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    const reader = body.getReader();
    try {
      for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
        this.text += decoder.decode(piece.value, { stream: true });
      }
    } catch (error) {
      if (!this.stop.signal.aborted) throw error;
    }
  }
}

function figure(text: string, pattern: RegExp): number {
  return Number(pattern.exec(text)?.[1] ?? Number.NaN);
}
