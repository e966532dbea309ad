//! The page of questions, made lively: what is sent and what others ask is fetched without leaving it, and nothing that is
//! being typed is touched. The phone's app lays the same page over itself as a sheet, with `open`.

/** How often others' questions are looked at, in milliseconds; spread, so that a room does not ask all at once. */
const PACE_MS = 10_000;
/** How often the app under the sheet is looked at, in milliseconds. */
const LOOK_MS = 500;
/** What is drawn anew when it changes; the form in which somebody types is not among it. */
const PARTS = ["own", "pulse", "all"];

/** What it says, by language: the build writes it here, from crates/text/src/script.rs. */
const TEXTS = {};

const texts = () => TEXTS[document.documentElement.lang];

/** The page as the server makes it now; nothing of it where this browser has to join first. */
async function fetchPage(address, request) {
  const answer = await fetch(address, request);
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const root = page.getElementById("questions") ?? page.getElementById("estimate");
  return { root, heading: page.querySelector("h1")?.textContent ?? "", isTaken: answer.ok };
}

/** Puts a part of the fetched page in the place of the same part here; the focus stays where it was. */
function replacePart(root, fresh, id) {
  const [old, now] = [root.querySelector(`#${id}`), fresh.querySelector(`#${id}`)];
  if (!old || !now || old.innerHTML === now.innerHTML) return;
  const focused = old.contains(document.activeElement) ? document.activeElement.id : "";
  old.replaceChildren(...now.childNodes);
  if (focused) root.querySelector(`#${CSS.escape(focused)}`)?.focus();
}

/** Someone is writing an own question anew: it is left alone until that is sent. */
const isEditing = (root) => Boolean(root.querySelector("#own details[open]"));

function drawQuietly(root, fresh) {
  for (const part of PARTS) if (part !== "own" || !isEditing(root)) replacePart(root, fresh, part);
}

/** What came of a form that was sent: the form itself is drawn anew only if it was the one. */
function drawAnswer(root, fresh, form, isTaken) {
  root.querySelector("[role=alert]")?.remove();
  const fault = fresh.querySelector("[role=alert]");
  if (fault) root.querySelector(".way-back").after(fault);
  for (const part of PARTS) replacePart(root, fresh, part);
  if (form.id === "ask") form.replaceWith(fresh.querySelector("#ask") ?? "");
  if (fault) fault.focus();
  else if (form.id === "ask" && isTaken) root.querySelector("#own h2")?.scrollIntoView({ block: "nearest" });
}

/** An estimate as it is kept now. After a tap only what is said of it is drawn, so that the next one is not disturbed. */
function drawEstimate(root, fresh, isTap) {
  const [old, now] = [root.querySelector("[role=status]"), fresh.querySelector("[role=status]")];
  root.querySelector("[role=alert]")?.remove();
  if (!isTap || !fresh.querySelector("form")) root.replaceChildren(...fresh.childNodes);
  else if (old && now) old.replaceWith(now);
  else if (now) root.querySelector("form").after(now);
  if (!isTap) root.querySelector("[role=status]")?.focus();
}

/** Sends an estimate as soon as an amount is tapped. */
const sendTap = (form) => form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));

/** Keeps `root` alive until `signal` says that it is gone. */
function enliven(root, signal) {
  let address = root.querySelector("form")?.action ?? location.href;
  const look = async () => {
    if (document.hidden || root.querySelector("[aria-busy=true]")) return;
    const { root: fresh } = await fetchPage(address).catch(() => ({}));
    if (fresh && !signal.aborted && !root.querySelector("[aria-busy=true]")) drawQuietly(root, fresh);
  };
  // An estimate is nobody else's: there is nothing to look for.
  const isOwn = root.id === "estimate";
  const timer = isOwn ? 0 : setInterval(look, PACE_MS * (0.8 + Math.random() * 0.4));
  signal.addEventListener("abort", () => clearInterval(timer));
  root.addEventListener("submit", async (event) => {
    const form = event.target;
    event.preventDefault();
    // A tap while the last one is on its way is sent after it.
    if (form.ariaBusy === "true") return void (form.dataset.again = "");
    form.ariaBusy = "true";
    delete form.dataset.again;
    const body = new URLSearchParams(new FormData(form));
    const { name, value } = event.submitter ?? {};
    if (name) body.append(name, value);
    const sent = await fetchPage(form.action, { method: "POST", body }).catch(() => ({}));
    form.ariaBusy = null;
    if (isOwn && "again" in form.dataset) return sendTap(form);
    if (sent.root && isOwn) return drawEstimate(root, sent.root, !event.submitter);
    if (sent.root) return drawAnswer(root, sent.root, form, sent.isTaken);
    tell(root, texts().notSent);
  });
  if (isOwn) root.addEventListener("change", (event) => sendTap(event.target.form));
  root.addEventListener("click", async (event) => {
    const order = event.target.closest(".question-orders a");
    if (!order || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    address = order.href;
    await look();
    root.querySelector(".question-orders [aria-current]")?.focus();
  });
}

/** Says on top what went wrong, aloud too. */
function tell(root, sentence) {
  const note = document.createElement("p");
  note.className = "notice coral";
  note.setAttribute("role", "alert");
  note.textContent = sentence;
  root.querySelector("[role=alert]")?.remove();
  root.prepend(note);
}

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/** The look of the page, once. */
function loadLook() {
  if (document.getElementById("questions-look")) return;
  document.head.append(element("link", { id: "questions-look", rel: "stylesheet", href: "/questions.css" }));
}

/** What the app under the sheet shows, as its heading says. */
const shown = () => document.getElementById("stage")?.textContent ?? "";

/** When the app moves on, a bar says so and leads back: nobody misses the vote over a question. */
function watchStage(bar, words, signal) {
  let before = shown();
  const now = element("b", {});
  bar.prepend(element("span", {}, `${words.moved} `, now));
  const timer = setInterval(() => {
    if (!shown() || shown() === before) return;
    before = shown();
    bar.hidden = false;
    now.textContent = before;
  }, LOOK_MS);
  signal.addEventListener("abort", () => clearInterval(timer));
}

/** Lays the page that `link` leads to over the app. Esc, the button and the way back close it. */
export async function open(link) {
  loadLook();
  const gone = new AbortController();
  const close = element("button", { type: "button", className: "button", textContent: "✕" });
  close.dataset.back = "";
  close.ariaLabel = texts().close;
  const heading = element("h2", { textContent: link.textContent, tabIndex: -1 });
  const bar = element("p", { className: "notice amber moved", hidden: true });
  bar.setAttribute("role", "alert");
  const content = element("div", {});
  const dialog = element("dialog", { className: "questions-sheet article form-page" }, element("header", {}, heading, close), bar, content);
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    gone.abort();
    dialog.remove();
    // The app may have drawn its page anew meanwhile.
    const way = document.querySelector(`a[href="${link.getAttribute("href")}"]`);
    (way ?? document.getElementById("stage"))?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  heading.focus();
  const page = await fetchPage(link.href).catch(() => ({}));
  if (gone.signal.aborted) return;
  if (!page.root) {
    tell(content, texts().notFetched);
    return;
  }
  const words = page.root.dataset;
  heading.textContent = page.heading;
  const back = element("button", { type: "button", className: "button primary", textContent: words.back });
  back.addEventListener("click", () => dialog.close());
  bar.append(back);
  content.replaceChildren(page.root);
  watchStage(bar, words, gone.signal);
  enliven(page.root, gone.signal);
}

// On the page itself, which works without: from here on it keeps itself up to date.
const own = document.body.matches(".form-page") && document.getElementById("questions");
if (own) enliven(own, new AbortController().signal);
