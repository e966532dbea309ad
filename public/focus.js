//! The focus never falls to the page as a whole. A redraw takes away, hides or disables what had it: then it goes to what
//! stands in its place, else to what is left around it, else to the heading. Whoever lets go of it by a click elsewhere is
//! left alone.

/** What had the focus last and what it stood in, nearest first, each with its place among its siblings. */
let path = [];

addEventListener(
  "focusin",
  ({ target }) => {
    path = [];
    for (let step = target; step && step !== document.body; step = step.parentElement) {
      path.push({ element: step, place: [...(step.parentElement?.children ?? [])].indexOf(step) });
    }
  },
  true,
);

const isThere = (element) => element?.isConnected && element.getClientRects().length > 0;
const canHaveIt = (element) => isThere(element) && !element.matches(":disabled, [inert] *");
/** What is too much to be read out as a place. */
const isWhole = (element) => !element || element.matches("html, body, body > *, main, header, dialog");

/** What stands where the focus was. */
function successor() {
  const left = path.findIndex(({ element }) => isThere(element));
  if (left < 1) return null;
  const [lost, around] = [path[left - 1], path[left].element];
  const instead = around.children[lost.place];
  if (isThere(instead) && instead.tagName === lost.element.tagName && !isWhole(instead)) return instead;
  return isWhole(around) ? null : around;
}

function heading() {
  const open = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  return [...open.querySelectorAll("h1, h2")].find(isThere) ?? document.querySelector("main");
}

function rescue() {
  const { activeElement } = document;
  const lost = path[0]?.element;
  const isLost = activeElement === document.body || activeElement === null || activeElement === lost;
  if (!lost || !isLost) return;
  if (canHaveIt(lost)) {
    // Let go of, by a click elsewhere.
    if (activeElement !== lost) path = [];
    return;
  }
  for (const element of [successor(), heading()]) {
    if (!element) continue;
    if (element.tabIndex < 0) element.tabIndex = -1;
    element.focus({ preventScroll: true });
    if (document.activeElement === element) return;
  }
}

/** Whoever takes something away may have a place for the focus: that comes first. */
let waiting = 0;
function look() {
  waiting ||= setTimeout(() => {
    waiting = 0;
    rescue();
  }, 30);
}

new MutationObserver(look).observe(document.body, {
  childList: true,
  subtree: true,
  attributeFilter: ["disabled", "hidden", "open", "inert", "class"],
});
addEventListener("focusout", look);
