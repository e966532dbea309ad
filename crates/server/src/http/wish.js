//! Shows requests that are like the wish while its title is typed. Without this script they are shown once it is sent.

const title = document.getElementById("title");
const place = document.getElementById("alike");
/** After so long without a letter a person has stopped to think, in milliseconds. */
const PAUSE_MS = 400;
let waiting;
let asked = title.value;

async function show() {
  const typed = title.value.trim();
  if (typed === asked) return;
  asked = typed;
  try {
    const answer = await fetch(place.dataset.alike + encodeURIComponent(typed));
    if (answer.ok && asked === typed) place.innerHTML = await answer.text();
  } catch {
    // Offline: they are shown once it is sent.
  }
}

title.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(show, PAUSE_MS);
});
