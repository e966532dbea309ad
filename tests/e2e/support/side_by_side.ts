//! One picture of several screens in a row, each in a frame and with its name below.

import type { Page } from "@playwright/test";
import { takeScreen } from "./story.ts";

/** A screen of the picture, with what stands below it. */
export interface Framed {
  page: Page;
  caption: string;
}

/** How tall every screen is in the picture, in pixels. */
const HEIGHT = 560;

const LOOK = `
  body { margin: 0; width: max-content; padding: 36px; display: flex; gap: 36px; background: #dfe3e1;
         font: 600 22px/1 "Atkinson Hyperlegible Next", "DejaVu Sans", sans-serif; color: #1c2b2e; }
  figure { margin: 0; }
  img { display: block; height: ${HEIGHT}px; border-radius: 10px; box-shadow: 0 0 0 1px #0002, 0 10px 30px #0003; }
  figcaption { padding-top: 22px; text-align: center; }
`;

/** Takes the picture, on a page that shows nothing yet: `target/screens/NAME.png`. */
export async function takeSideBySide(empty: Page, screens: Framed[], name: string): Promise<void> {
  const figures: string[] = [];
  for (const { page, caption } of screens) {
    await page.evaluate(() => document.fonts.ready);
    const picture = (await page.screenshot({ animations: "disabled" })).toString("base64");
    figures.push(
      `<figure><img alt="" src="data:image/png;base64,${picture}"><figcaption>${caption}</figcaption></figure>`,
    );
  }
  await empty.setContent(`<!doctype html><style>${LOOK}</style>${figures.join("")}`);
  const { width, height } = await empty.evaluate(async () => {
    await Promise.all(Array.from(document.images, (image) => image.decode()));
    const { width, height } = document.body.getBoundingClientRect();
    return { width: Math.ceil(width), height: Math.ceil(height) };
  });
  await empty.setViewportSize({ width, height });
  await takeScreen(empty, name);
}
