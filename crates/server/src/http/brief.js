// The buttons that need a script are there only where it works.
const [back, share, print, said] = ["back", "share", "print", "said"].map((id) => document.getElementById(id));
share.hidden = false;
print.hidden = false;
print.addEventListener("click", () => window.print());

/** Copies where there is no clipboard: an address of a local network is not trusted with one. */
function copyByHand(text) {
  const field = document.createElement("textarea");
  field.value = text;
  document.body.append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  share.focus();
  if (!done) throw new Error("not copied");
}

async function copy(text) {
  await navigator.clipboard.writeText(text).catch(() => copyByHand(text));
}

// The device's own share sheet, where it has one.
share.addEventListener("click", async () => {
  const { title, text, url, copied, byHand } = share.dataset;
  try {
    if (navigator.share) return await navigator.share({ title, text, url });
  } catch (error) {
    // Closed by the person; anything else, as in a frame that may not share, is copied.
    if (error.name === "AbortError") return;
  }
  try {
    await (navigator.clipboard ? copy(url) : copyByHand(url));
    said.textContent = copied;
  } catch {
    said.textContent = byHand;
  }
});

// Opened beside the webinar, it closes; opened in its place, it leads there.
back.addEventListener("click", (event) => {
  if (history.length > 1) return;
  event.preventDefault();
  window.close();
  setTimeout(() => location.assign(back.href), 300);
});
