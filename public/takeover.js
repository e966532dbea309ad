//! The page that the server made, until the app takes its place, and where no app can come. What is typed and ticked in
//! it is kept as the app keeps it; the app finds it there, and the focus, the scroll and what lies open stay.

const shell = document.querySelector("#shell.plain");
const { code } = shell.dataset;

/** How long the app may want the focus and the top of the page for what it believes to be a new page, in milliseconds. */
const CALM_MS = 400;
/** Pauses before a ballot that was not answered is sent again, in milliseconds; the last one is repeated. */
const PAUSES_MS = [500, 1500, 3000, 6000];
/** How soon a page is looked at anew once the webinar has moved, in milliseconds; spread, for a room does it at once. */
const LOOK_MS = 400;
/** How long the body with a ballot is, whatever is chosen; `BALLOT_BODY` in crates/domain. */
const BALLOT_BODY = 1024;

const all = (selector, root = shell) => [...root.querySelectorAll(selector)];
const one = (selector, root = shell) => root.querySelector(selector);
const rest = (pause) => new Promise((done) => setTimeout(done, pause));

function kept(name) {
  try {
    return JSON.parse(localStorage.getItem(name));
  } catch {
    return null;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Blocked: what is here lasts as long as the page.
  }
}

/** Set once a form is on its way: the page is about to be another one, and no second tap sends it again. */
let isLeaving = false;
/** Set once the app has taken over. */
let isOver = false;
/** Whether the person has touched anything. */
let isTouched = false;
addEventListener("pageshow", (event) => (isLeaving &&= !event.persisted));

/** ── Joining ── */

function fullName(name) {
  if (name === "København") return "Københavns Kommune";
  return name === "Bornholm" ? "Bornholms Regionskommune" : `${name} Kommune`;
}

/** What this browser knows of the person: the link's invitation, the municipality, the name. */
function fillIn(form) {
  const named = (number) => one(`option[data-code="${number}"]`, form)?.value;
  const field = one("#municipality", form);
  field.value ||= named(kept("barometer.municipality")) ?? "";
  for (const [id, name] of [["name", "barometer.name"], ["job", "barometer.role"]]) {
    const input = one(`#${id}`, form);
    if (input) input.value ||= kept(name) ?? "";
  }
  const [token, number] = String(kept(`barometer.invitation.${code}`) ?? "").split(".");
  const municipality = token && named(number);
  if (!municipality) return;
  form.className = `entry-form invited ${form.matches(".nameless") ? "nameless" : ""}`;
  form.elements.invitation.value = token;
  one("label", form).textContent = form.dataset.invited.replace("{}", fullName(municipality));
  one(".open-link", form)?.remove();
}

/** The name stays here until the app seals it; whether there is one where one is asked for. */
function keepNames(form) {
  const [name, job, error] = ["#name", "#job", "#name-error"].map((id) => one(id, form));
  if (!name || form.matches(".nameless")) return true;
  keep("barometer.name", name.value.trim());
  keep("barometer.role", job.value.trim());
  const isMissing = !name.value.trim();
  name.ariaInvalid = String(isMissing);
  error.textContent = isMissing ? error.dataset.missing : "";
  if (isMissing) name.focus();
  return !isMissing;
}

function keepMunicipality(form) {
  const typed = one("#municipality", form).value.trim().toLowerCase();
  const found = all("option", form).find((option) => option.value.toLowerCase() === typed);
  if (found) keep("barometer.municipality", found.dataset.code);
}

/** ── The ballot ── */

const ballot = () => document.getElementById("ballot");
const boxes = () => all(".choices input");
const roundName = () => `barometer.ballot.${code}.${shell.dataset.round}`;
const EMPTY = { marks: null, sending: null, counted: null, received_at: null, signature: null, lost: null };
/** As the app keeps it (`BallotOutbox` in src/phone/outbox.rs). */
let outbox = EMPTY;

/** The numbers that are ticked, none for "none of these"; nothing at all where nothing is. */
function marks() {
  const ticked = boxes().filter((box) => box.checked);
  const numbers = ticked.filter((box) => box.name === "choice").map((box) => Number(box.value));
  return ticked.length ? numbers.sort((a, b) => a - b) : null;
}

const isSame = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function setOutbox(change) {
  outbox = { ...outbox, ...change };
  keep(roundName(), outbox);
  // The app reads again what another page has kept; this is one.
  if (isOver) dispatchEvent(new StorageEvent("storage", { key: roundName() }));
}

/** What the server holds stands in the page; what was ticked here since, and never sent, in the storage. */
function openBallot() {
  const held = marks();
  const rev = Number(ballot().elements.rev.value) - 1;
  outbox = { ...EMPTY, ...kept(roundName()) };
  if (rev > (outbox.counted?.rev ?? 0)) {
    const isOwn = isSame(outbox.marks, outbox.counted?.choices ?? null);
    const marks = isOwn ? held : outbox.marks;
    outbox = { ...outbox, marks, counted: { rev, choices: held }, received_at: null, signature: null };
  }
  showMarks();
  if (outbox.sending) send();
}

function showMarks() {
  for (const box of boxes()) {
    const isOn = box.name === "none" ? outbox.marks?.length === 0 : outbox.marks?.includes(Number(box.value));
    box.checked = Boolean(isOn);
    box.closest(".choice").classList.toggle("on", box.checked);
  }
  showBar();
}

/** Under the thumb: the note, or how many are chosen, and the button. */
function showBar(note, look = "amber") {
  const words = ballot().dataset;
  const [line, button] = [one(".bar-line > :first-child"), one(".ballot-bar > button")];
  const isCounted = outbox.counted && isSame(outbox.marks, outbox.counted.choices);
  let said = note;
  if (!said && isCounted && outbox.received_at) {
    [said, look] = [words.received.replace("{}", clock(outbox.received_at)), "leaf"];
  } else if (!said && isCounted) {
    [said, look] = [words.received.replace(" {}", ""), "leaf"];
  } else if (!said && outbox.counted) {
    said = words.unsent;
  }
  line.className = said ? `notice ${look}` : "";
  if (said) line.textContent = said;
  else {
    const count = document.createElement("b");
    const isNone = outbox.marks?.length === 0;
    count.textContent = isNone ? words.none : words.chosen.replace("0", String(outbox.marks?.length ?? 0));
    line.replaceChildren(count, ` ${words.behind}`);
  }
  button.dataset.send ??= outbox.counted ? words.change : button.textContent;
  const isSending = outbox.sending && isSame(outbox.marks, outbox.sending.choices);
  button.textContent = isSending ? words.sending : isCounted ? words.sent : outbox.counted ? words.change : button.dataset.send;
  button.ariaDisabled = String(Boolean(isSending || isCounted));
}

function clock(moment) {
  const tongue = document.documentElement.lang === "en" ? "en-GB" : "da-DK";
  return new Date(moment).toLocaleTimeString(tongue, { timeZone: "Europe/Copenhagen" });
}

/** A tick, within the limit and beside no "none of these". */
function tick(box) {
  const chosen = boxes().filter((one) => one.checked && one !== box);
  const isNone = box.name === "none";
  if (box.checked) for (const other of chosen) if (isNone || other.name === "none") other.checked = false;
  const limit = Number(ballot().dataset.limit);
  const isOver = boxes().filter((one) => one.checked && one.name === "choice").length > limit;
  if (isOver) box.checked = false;
  setOutbox({ marks: marks() });
  showMarks();
  if (isOver) showBar(ballot().dataset.over);
}

/** Which sending is the newest: an older one stops. */
let sending = 0;

/** Sends what is ticked, as the app does, until there is an answer; with the trackers that only this phone can make. */
async function send() {
  const wanted = outbox.sending && isSame(outbox.marks, outbox.sending.choices) ? outbox.sending : null;
  if (!outbox.marks) return showBar(ballot().dataset.nothing);
  if (!wanted && isSame(outbox.marks, outbox.counted?.choices ?? null)) return;
  const rev = Math.max(outbox.sending?.rev ?? 0, outbox.counted?.rev ?? 0) + 1;
  setOutbox({ sending: wanted ?? { rev, choices: outbox.marks }, lost: null });
  showBar();
  const [turn, round] = [(sending += 1), shell.dataset.round];
  const keeper = await import("./keeper.js").catch(() => null);
  if (!keeper) return submitPlainly();
  for (let tries = 0; turn === sending && outbox.sending; tries += 1) {
    const cast = outbox.sending;
    const trackers = await keeper.trackers(code, round, JSON.stringify(cast.choices));
    const body = `{"rev":${cast.rev},"choices":${JSON.stringify(cast.choices)},"trackers":${trackers}}`;
    const request = { method: "PUT", headers: { "Content-Type": "application/json" }, body: body.padEnd(BALLOT_BODY) };
    const answer = await fetch(`/api/v1/webinars/${code}/ballot`, request).catch(() => null);
    const told = await answer?.json().catch(() => null);
    if (turn !== sending) return;
    if (answer?.ok && told) {
      setOutbox({ sending: null, counted: told.ballot, received_at: told.received_at, signature: told.signature });
    } else if (told?.code === "stale_revision") {
      const isIt = isSame(told.current.choices, cast.choices);
      const again = isIt ? null : { rev: told.current.rev + 1, choices: cast.choices };
      setOutbox({ counted: told.current, received_at: null, signature: null, sending: again });
    } else if (answer && told && answer.status < 500 && answer.status !== 429) {
      // The server says why in words.
      setOutbox({ sending: null });
      return isOver || submitPlainly();
    } else {
      if (!isOver) showBar(ballot().dataset.kept);
      await rest(PAUSES_MS[Math.min(tries, PAUSES_MS.length - 1)] * (1 + Math.random() / 2));
    }
    if (!isOver && ballot()) showBar();
  }
}

/** As without a script. */
function submitPlainly() {
  const form = ballot();
  if (!form) return;
  isLeaving = true;
  const what = document.createElement("input");
  Object.assign(what, { type: "hidden", name: "do", value: "vote" });
  form.append(what);
  form.submit();
}

/** ── What the person does ── */

shell.addEventListener("input", ({ target }) => {
  isTouched = true;
  target.dataset.typed = "";
});
shell.addEventListener("change", ({ target }) => {
  isTouched = true;
  if (target.closest(".choices")) tick(target);
  else if (target.matches("[data-sends]")) target.form.requestSubmit();
});

shell.addEventListener("click", ({ target }) => {
  const tongue = target.closest(".language");
  if (tongue) keep("barometer.language", tongue.lang);
});

shell.addEventListener("submit", (event) => {
  const { target: form, submitter } = event;
  const isVote = form.id === "ballot" && submitter?.value === "vote";
  const isJoin = form.id === "join" && submitter?.value === "join";
  if (isLeaving || isVote || (isJoin && !keepNames(form))) event.preventDefault();
  if (event.defaultPrevented && !isVote) return;
  if (isVote) {
    if (submitter.ariaDisabled !== "true") send();
    return;
  }
  if (isJoin) keepMunicipality(form);
  isLeaving = true;
});

/** ── The app takes over ── */

/** What the app has drawn: a form to join or to type a code, or a stage; not that it is still looking. */
const drawn = () => document.querySelector("#shell ~ main form, #shell ~ .stage-head");

/** The same element on the page of the app: by its name, its words, or its place among its like. */
function counterpart(element) {
  const outside = (selector) => [...document.querySelectorAll(selector)].filter((other) => !shell.contains(other));
  if (element.id) return outside(`#${CSS.escape(element.id)}`)[0];
  const like = element.matches("input") ? "input:not([type=hidden])" : element.localName;
  const words = element.textContent.trim();
  const others = outside(like);
  return (words && others.find((other) => other.textContent.trim() === words)) || others[all(like).indexOf(element)];
}

/** What was typed goes into the app's field as if it were typed there. */
function adoptTyped(typed) {
  const field = counterpart(typed);
  if (!field || field.value === typed.value) return;
  field.value = typed.value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  if (typed !== document.activeElement) field.dispatchEvent(new FocusEvent("blur"));
}

/** A tick that the storage could not carry is made once more. */
function adoptTicks() {
  const own = [...document.querySelectorAll("#shell ~ .stage-main .choices input")];
  const differ = boxes().map((box, at) => [box, own[at]]).filter(([box, other]) => other && box.checked !== other.checked);
  for (const [box, other] of differ.sort(([one], [two]) => one.checked - two.checked)) {
    if (box.checked !== other.checked) other.click();
  }
}

/**
 * The app believes that it draws a new page, and wants its heading and its top to be seen: here nothing is new. And where
 * it draws the focused box anew, a browser scrolls to it. Until the person does so, nothing moves.
 */
function keepCalm(heading, top) {
  const { scrollTo } = window;
  const stay = () => scrollY === top || scrollTo.call(window, { top, behavior: "instant" });
  const calm = new AbortController();
  const end = () => calm.abort();
  if (heading) heading.focus = () => {};
  window.scrollTo = () => {};
  addEventListener("scroll", stay, { signal: calm.signal });
  for (const touch of ["wheel", "pointerdown", "keydown"]) addEventListener(touch, end, { capture: true, signal: calm.signal });
  calm.signal.addEventListener("abort", () => {
    if (heading) delete heading.focus;
    window.scrollTo = scrollTo;
  });
  setTimeout(end, CALM_MS);
}

function takeOver() {
  if (isOver || isLeaving || !drawn()) return;
  isOver = true;
  watcher.disconnect();
  const [{ activeElement: focused }, top] = [document, scrollY];
  const hasFocus = shell.contains(focused);
  if (ballot()) {
    dispatchEvent(new StorageEvent("storage", { key: roundName() }));
    adoptTicks();
  }
  // What nobody typed the app knows better: an invitation names the municipality.
  for (const typed of all(":is(#code, #municipality, #name, #job)[data-typed]")) adoptTyped(typed);
  for (const opened of all("details[open]")) counterpart(opened)?.setAttribute("open", "");
  const next = hasFocus ? counterpart(focused) : null;
  const range = focused?.matches?.("input:not([type=checkbox], [type=range])") && [focused.selectionStart, focused.selectionEnd];
  const heading = document.querySelector("#shell ~ main h1, #shell ~ .stage-head h1");
  delete shell.remove;
  shell.remove();
  if (isTouched || hasFocus || top > 0) {
    next?.focus({ preventScroll: true });
    if (next && range) next.setSelectionRange?.(...range);
    scrollTo({ top, behavior: "instant" });
    keepCalm(heading, top);
  }
}

/** Between the app's own drawing and the next picture. */
const watcher = new MutationObserver(takeOver);
shell.remove = () => {
  watcher.observe(document.body, { childList: true, subtree: true });
  takeOver();
};

/** ── Where no app can come ── */

/** Follows the webinar with what the server makes; called when the app cannot start. */
export function stay() {
  if (isOver || !code) return;
  one("#join")?.classList.add("nameless");
  const stream = new EventSource(`/api/v1/webinars/${code}/events`);
  let [offset, endsAt, timer] = [0, null, 0];
  stream.addEventListener("hello", ({ data }) => (offset = JSON.parse(data).now - Date.now()));
  stream.addEventListener("view", ({ data }) => {
    const { barometer } = JSON.parse(data);
    endsAt = barometer.ends_at ?? null;
    // What is ticked goes out at the close, as it does from the app.
    if (barometer.phase === "closing" && ballot() && outbox.marks) send();
    clearTimeout(timer);
    timer = setTimeout(look, LOOK_MS * (0.5 + Math.random()));
  });
  setInterval(() => {
    const place = one(".time-left");
    if (!place || !ballot()) return;
    const seconds = Math.max(0, Math.ceil((endsAt - Date.now() - offset) / 1000));
    const left = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    place.textContent = endsAt ? ballot().dataset.left.replace("{}", left) : "";
  }, 250);
  document.addEventListener("visibilitychange", () => document.hidden || look());
}

/** Draws the page as it is now, unless it is the same form still. */
async function look() {
  const answer = await fetch(location.href, { headers: { accept: "text/html" } }).catch(() => null);
  if (!answer?.ok || isLeaving) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("#shell.plain");
  if (!fresh) return location.reload();
  const isNew = fresh.dataset.stage !== shell.dataset.stage || fresh.dataset.joined !== shell.dataset.joined;
  if (!isNew && (ballot() || one("#join"))) return;
  const open = all("details").map((details) => details.open);
  shell.replaceChildren(...fresh.childNodes);
  Object.assign(shell.dataset, fresh.dataset);
  document.title = page.title;
  draw();
  if (isNew) {
    const heading = one("h1");
    heading.tabIndex = -1;
    heading.focus();
    scrollTo(0, 0);
  } else all("details").forEach((details, at) => (details.open = open[at]));
}

/** What the server could not know, or must not write. */
function draw() {
  for (const bar of all("[class*=v]")) {
    const part = /(?:^| )v(\d+)$/.exec(bar.getAttribute("class"))?.[1];
    if (part) bar.style.setProperty("--part", part);
  }
  const form = one("#join");
  if (form) fillIn(form);
  if (form && typeof WebAssembly !== "object") form.classList.add("nameless");
  if (ballot() && boxes().length) openBallot();
}

const chosen = kept("barometer.language");
const isOther = ["da", "en"].includes(chosen) && chosen !== document.documentElement.lang;
if (isOther && !location.search.includes("lang=")) location.replace(`${location.pathname}?lang=${chosen}${location.hash}`);
else {
  if (shell.dataset.joined !== undefined) keep(`barometer.joined.${code}`, true);
  draw();
}
