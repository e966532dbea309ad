//! Keeps a translated page alive. A translator takes each text out of the page and puts a `<font>` with its own words in
//! the place; the app goes on writing into the text that it knows, which nobody sees any more. Here the `<font>` stands
//! for its text: what the app does to the text happens at the `<font>`, and new words show, to be translated anew.

/** Which `<font>` stands where a text stood. */
const standIns = new WeakMap();

const standInOf = (node) => {
  const font = node && standIns.get(node);
  return font?.isConnected ? font : undefined;
};

/** The text comes back, with what the app has written into it. */
function comeBack(text) {
  standInOf(text)?.replaceWith(text);
  release(text);
}

function release(text) {
  standIns.delete(text);
  for (const name of ["parentNode", "parentElement", "nextSibling", "isConnected", "remove"]) delete text[name];
}

/** Asked where it is, the text answers for its stand-in. */
function replace(text, font) {
  standIns.set(text, font);
  written.observe(text, { characterData: true });
  for (const name of ["parentNode", "parentElement", "nextSibling", "isConnected"]) {
    Object.defineProperty(text, name, { configurable: true, get: () => font[name] });
  }
  text.remove = () => {
    font.remove();
    release(text);
  };
}

const written = new MutationObserver((records) => {
  for (const { target } of records) comeBack(target);
});

const isFont = (node) => node?.nodeName === "FONT";

/** A text went, and a `<font>` that the app never writes came where it stood. */
new MutationObserver((records) => {
  const fonts = new Set(records.flatMap(({ addedNodes }) => [...addedNodes].filter(isFont)));
  if (fonts.size === 0) return;
  adopt();
  for (const { removedNodes, addedNodes, previousSibling, nextSibling } of records) {
    for (const text of removedNodes) {
      if (text.nodeType !== Node.TEXT_NODE || text.parentNode) continue;
      const font = [...addedNodes, previousSibling, nextSibling].find((node) => isFont(node) && fonts.has(node));
      if (font?.isConnected) replace(text, font);
    }
  }
}).observe(document.body, { childList: true, subtree: true });

/** Whoever names the text as a neighbour or child means its stand-in. Nothing is touched before a page is translated. */
let isAdopted = false;
function adopt() {
  if (isAdopted) return;
  isAdopted = true;
  const { insertBefore, removeChild, replaceChild } = Node.prototype;
  const meant = (node) => standInOf(node) ?? node;
  Node.prototype.insertBefore = function (node, before) {
    if (standInOf(node)) comeBack(node);
    return insertBefore.call(this, node, meant(before));
  };
  Node.prototype.removeChild = function (node) {
    return removeChild.call(this, meant(node));
  };
  Node.prototype.replaceChild = function (node, old) {
    return replaceChild.call(this, node, meant(old));
  };
}
