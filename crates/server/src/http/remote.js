//! A presenter's remote: follows the console's view, and gives the command that the view says comes next.

const code = document.body.dataset.code;
const api = `/api/v1/webinars/${code}`;
const words = JSON.parse(document.getElementById("words").textContent);
const [time, label, comes, said, next, back] = ["time", "label", "comes", "said", "next", "back"].map((id) =>
  document.getElementById(id),
);

/** A second press so soon is the same press; one so soon after the close was meant for the close. */
const SAME_PRESS_MS = 350;
const BEFORE_RESULT_MS = 1000;
const QUESTION_MS = 10_000;
/** Without a stream for so long, it is said; without any event for so long, the line is dead: pings come every 15 s. */
const QUIET_MS = 2000;
const DEAD_MS = 40_000;

let view;
/** The texts under the view's hash, once they are here. */
let texts;
/** The server's clock, ahead of this phone's by so much. */
let offset = 0;
/** The step that one more press takes, as text, and since when. */
let asked;
let [askedAt, pressedAt, phaseSince] = [0, 0, 0];
let busy = false;
/** "locked" or "too-many" when this phone may not. */
let refused;
/** A passing word. */
let word;
let stream;
let [heard, lost, failures, reopenAt] = [0, Date.now(), 0, 0];

const say = (name, values = {}) =>
  (words[name] ?? "").replace(/\{(\w+)\}/g, (_, key) => String(values[key] ?? ""));

const clock = (ms) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};

/** What a step brings, in words. */
function coming({ brings }) {
  const title = (request) => texts?.requests.find(({ id }) => id === request)?.title ?? "";
  switch (brings.what) {
    case "stage":
      return say(`stage-${brings.stage}`);
    case "candidate": {
      const request = texts?.candidates.find(({ id }) => id === brings.candidate)?.request;
      return say("candidate", { n: brings.candidate, title: title(request) });
    }
    case "page":
      return say("page", { n: brings.page + 1 });
    case "row":
      return brings.left === 0 ? say("first-row") : say("row", { n: brings.left + 1 });
    case "request":
      return say("request", { title: title(brings.request) });
    case "vote_opens":
      return say("vote-opens");
    case "vote_closes":
      return say("vote-closes");
    case "result":
      return say("result");
    default:
      return say("unblanked");
  }
}

const question = ({ command }) =>
  ({ open: say("asks-open"), close: say("asks-close") })[command.do] ?? say("asks-tie");

/** The countdown to the close, or the time meant for what is shown. */
function timeLeft() {
  const { barometer, since, timebox } = view.audience;
  const now = Date.now() + offset;
  if (barometer.ends_at) return say("closes-in", { time: clock(barometer.ends_at - now) });
  if (!timebox) return "";
  const left = since + timebox * 1000 - now;
  return left < 0 ? say("time-over", { time: clock(-left) }) : say("time-left", { time: clock(left) });
}

/** Changes only what is another, so that nothing is read out twice. */
function put(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

function draw() {
  const step = view?.forward;
  const isAsked = Boolean(step) && asked === JSON.stringify(step);
  const isStale = !stream && Date.now() - lost > QUIET_MS;
  const ready = view && !refused;
  const notice =
    (refused && say(refused)) ||
    (isStale && say("reconnecting")) ||
    (isAsked && question(step)) ||
    (word && say(word)) ||
    "";
  if (said.textContent !== notice) said.replaceChildren(...(notice ? [pill(notice)] : []));
  label.hidden = !ready || !step;
  const waits = view?.audience.barometer.phase === "closing";
  put(comes, refused ? "" : !view ? say("loading") : step ? coming(step) : waits ? say("waiting") : say("end"));
  put(time, ready ? timeLeft() : "");
  put(next, isAsked ? say("once-more") : say("next"));
  put(back, isAsked ? say("cancel") : say("back"));
  next.classList.toggle("asks", isAsked);
  next.setAttribute("aria-disabled", String(!ready || !step));
  back.setAttribute("aria-disabled", String(!ready || !(isAsked || view.can_go_back)));
}

function pill(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
}

/** Takes a view, unless a newer one is already here. */
function take(newer) {
  const [held, told] = [view?.audience, newer.audience];
  if (held && held.epoch === told.epoch && (told.seq < held.seq || newer.step < view.step)) return;
  if (held?.barometer.phase !== told.barometer.phase) phaseSince = Date.now();
  view = newer;
  if (asked !== JSON.stringify(view.forward)) asked = undefined;
  if (held?.catalogue !== told.catalogue) fetchTexts(told.catalogue);
  draw();
}

async function fetchTexts(hash) {
  for (;;) {
    const answer = await fetch(`${api}/catalogue/${hash}`).catch(() => undefined);
    if (view.audience.catalogue !== hash) return;
    if (answer?.ok) {
      texts = await answer.json();
      return draw();
    }
    await new Promise((done) => setTimeout(done, 2000));
  }
}

/** Asks the server; the answer, or `undefined` where there is none. */
const ask = (path, body) =>
  fetch(`${api}/${path}`, {
    method: body ? "POST" : "GET",
    headers: body ? { "content-type": "application/json" } : {},
    body: body && JSON.stringify(body),
    signal: AbortSignal.timeout?.(10_000),
  }).catch(() => undefined);

/** Whether the answer lets this phone go on; if not, why. */
function isAllowed(answer) {
  if (answer?.status === 403) refused = "locked";
  if (answer?.status === 429) refused = "too-many";
  return !refused;
}

async function look() {
  const answer = await ask("console/view");
  if (isAllowed(answer) && answer?.ok) take(await answer.json());
  draw();
}

async function give(command) {
  busy = true;
  const answer = await ask("console", { command, seen_step: view.step });
  if (!isAllowed(answer)) {
    // Said by what follows.
  } else if (answer?.ok) {
    take(await answer.json());
  } else if (answer) {
    pass("another");
    await look();
  } else {
    pass("offline");
  }
  busy = false;
  draw();
}

function pass(name) {
  word = name;
  setTimeout(() => {
    if (word === name) word = undefined;
    draw();
  }, 5000);
}

/** Whether this press is one of its own. */
function isPress() {
  const isSame = Date.now() - pressedAt < SAME_PRESS_MS;
  if (busy || isSame || !view || refused) return false;
  pressedAt = Date.now();
  return true;
}

next.addEventListener("click", () => {
  const step = view?.forward;
  if (!isPress() || !step) return;
  const now = Date.now();
  if (step.brings.what === "result" && now - phaseSince < BEFORE_RESULT_MS) return;
  const text = JSON.stringify(step);
  if (step.asks && asked !== text) {
    asked = text;
    askedAt = now;
    setTimeout(() => {
      if (askedAt === now) asked = undefined;
      draw();
    }, QUESTION_MS);
    return draw();
  }
  asked = undefined;
  give(step.command);
});

back.addEventListener("click", () => {
  if (!isPress()) return;
  if (asked) {
    asked = undefined;
    return draw();
  }
  if (view.can_go_back) give({ do: "back" });
});

function open() {
  const opened = new EventSource(`${api}/console/events`);
  stream = opened;
  heard = Date.now();
  const hear = (event) => {
    heard = Date.now();
    failures = 0;
    lost = 0;
    const told = JSON.parse(event.data);
    if (event.type === "hello") offset = told.now - Date.now();
    if (event.type === "view") take(told);
    draw();
  };
  for (const event of ["hello", "view", "ping"]) opened.addEventListener(event, hear);
  opened.onerror = () => {
    if (stream === opened) close();
  };
}

function close() {
  stream.close();
  stream = undefined;
  lost ||= Date.now();
  reopenAt = Date.now() + Math.random() * Math.min(8000, 400 * 2 ** failures);
  failures += 1;
  // A stream does not say why it ended; this does, once the session is over.
  look();
}

function tick() {
  if (refused) return;
  if (stream && Date.now() - heard > DEAD_MS) close();
  if (!stream && Date.now() >= reopenAt) open();
  if (view) draw();
}

let lock;
async function onShown() {
  if (document.visibilityState !== "visible") return;
  if (!refused && (!stream || Date.now() - heard > DEAD_MS / 2)) {
    stream?.close();
    open();
  }
  if (!lock || lock.released) lock = await navigator.wakeLock?.request("screen").catch(() => undefined);
}

async function start() {
  const secret = location.hash.slice(1);
  if (secret) {
    history.replaceState(null, "", location.pathname + location.search);
    isAllowed(await ask("console/session", { secret }));
    // A phone that has a session keeps it, whatever an old link says.
    if (refused === "locked") refused = undefined;
  }
  if (!refused) await look();
  draw();
  if (refused) return;
  setInterval(tick, 500);
  document.addEventListener("visibilitychange", onShown);
  addEventListener("online", onShown);
  onShown();
}

addEventListener("hashchange", () => location.reload());
start();
