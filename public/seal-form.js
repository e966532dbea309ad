//! Seals what a person writes into a form of the server's to the vendor, before it leaves the browser. The fields marked
//! `data-sealed` have no name, so that no form without this script hands them in; they become one hidden field, `sealed`.
//!
//! `<form data-seal data-code="DEM234" data-slot="…" data-key="…">` says for which webinar, which row and to which key.
//! - `data-sealed="name"` and `"role"` are sealed as a participant's name is; with a field `data-sealed="email"` a
//!   contact is sealed, with a new personal link, whose hash goes into the field `invitation` and which stands behind
//!   the `#` of the page that answers.
//! - In a form with a place marked `data-seal-texts` all of them are sealed as one JSON object, by their names; each may
//!   be empty.
//! - A field is checked before it is sealed: `data-missing` and `data-wrong` of the form are the sentences. Where one is
//!   filled in, the others must be, also those that may all be left empty.
//! - `<fieldset data-seal-fields disabled>` is usable once this script is there, and `data-seal-missing` is hidden then.
//! - `data-seal-words` shows the key's four words, in a `data-seal-note`; `data-seal-trouble` shows what went wrong: its own `data-other-key`
//!   or `data-failed`.

/** The sealing module, fetched when it is first needed; one that failed is asked for under another name. */
let failures = 0;
function sealing() {
  const fetched = import(failures ? `./sealing.js?${failures}` : "./sealing.js");
  fetched.catch(() => (failures += 1));
  return fetched.then((loader) => loader.default);
}

/** The vendor's key that this browser met before, with its four words, as `keeper.js` keeps it. */
const VENDOR = "barometer.vendor";

function kept(store, name) {
  try {
    return JSON.parse(store()[name] ?? null);
  } catch {
    return null;
  }
}

function keep(store, name, value) {
  try {
    if (value === null) delete store()[name];
    else store()[name] = JSON.stringify(value);
  } catch {
    // Storage is blocked: it lasts as long as the page.
  }
}

const always = () => localStorage;
const inWindow = () => sessionStorage;

/** What a link brings behind its `#`: the key's fingerprint, and perhaps a personal invitation with whom it is for. */
function readLink() {
  const [fingerprint, token, municipality, name] = location.hash.slice(1).replace(/[^\w~-]+$/, "").split(".");
  return { fingerprint, token, municipality, name };
}

/** Whether it is the key that a link named, or else the one met before; as the phone judges it. */
async function isTrusted(code, key) {
  const named = readLink().fingerprint || kept(always, `barometer.fingerprint.${code}`);
  if (named) return (await sealing()).fingerprint(key) === named;
  const met = kept(always, VENDOR);
  return !met || met.key === key;
}

async function wordsOf(key) {
  const met = kept(always, VENDOR);
  if (met?.key === key) return met.words;
  const words = (await sealing()).words(key);
  keep(always, VENDOR, { key, words });
  return words;
}

const fieldsOf = (form) => [...form.querySelectorAll("[data-sealed]")];

/** Hands in what is in a field of the form that no person sees. */
function put(form, name, value) {
  let field = form.querySelector(`input[type="hidden"][name="${name}"]`);
  if (!field) {
    field = Object.assign(document.createElement("input"), { type: "hidden", name });
    form.append(field);
  }
  field.value = value;
}

/** Says what is wrong with a field beside it, as the server does; nothing with no sentence. */
function complain(field, sentence) {
  const id = `${field.id}-fault`;
  const others = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  document.getElementById(id)?.remove();
  if (sentence) {
    field.before(Object.assign(document.createElement("p"), { id, className: "fault", textContent: sentence }));
    field.setAttribute("aria-invalid", "true");
    others.push(id);
  } else field.removeAttribute("aria-invalid");
  field.setAttribute("aria-describedby", others.join(" "));
}

/** Whether all that is to be sealed can be; the first that cannot gets the focus. */
function check(form) {
  let first;
  const isBegun = !isOfTexts(form) && fieldsOf(form).some((field) => field.value.trim());
  for (const field of fieldsOf(form)) {
    const isMissing = (field.required || isBegun) && !field.value.trim();
    const isWrong = !isMissing && !field.checkValidity();
    complain(field, isMissing ? form.dataset.missing : isWrong ? form.dataset.wrong : "");
    if (isMissing || isWrong) first ??= field;
  }
  first?.focus();
  return !first;
}

/** What was typed and cannot come back from the server, which never had it. */
const typedName = (form) => `barometer.typed.${form.dataset.slot}`;

function keepTyped(form) {
  const typed = fieldsOf(form).map((field) => [field.dataset.sealed, field.value]);
  keep(inWindow, typedName(form), typed);
}

function bringBack(form) {
  for (const [name, value] of kept(inWindow, typedName(form)) ?? []) {
    const field = form.querySelector(`[data-sealed="${name}"]`);
    if (field && !field.value) field.value = value;
  }
}

/**
 * What is chosen and typed into a form of texts beside them outlives a reload, in this window only. What is sealed is kept
 * nowhere: whoever reads the browser's storage must not find it.
 */
const openName = () => `barometer.typed.${location.pathname}`;
const openFields = (form) => [...form.elements].filter((field) => field.name && !["hidden", "submit"].includes(field.type));
const isChosen = (field) => ["radio", "checkbox"].includes(field.type);

function keepOpen(form) {
  const held = (field) => [field.name, field.value, isChosen(field) ? field.checked : null];
  keep(inWindow, openName(), openFields(form).map(held));
}

function bringOpenBack(form) {
  // What the server sent back with its faults is newer.
  if (document.querySelector('section[role="alert"]')) return;
  const fields = openFields(form);
  for (const [name, value, checked] of kept(inWindow, openName()) ?? []) {
    const same = fields.filter((field) => field.name === name);
    if (checked === null) for (const field of same) field.value = value;
    else for (const field of same) if (field.value === value) field.checked = checked;
  }
}

/** What stands for a municipality's code and a name behind a link's `#`; as `invitation_link` in crates/kit. */
function spelled(text) {
  const bytes = String.fromCharCode(...new TextEncoder().encode(text));
  return btoa(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Whether a form's fields are sealed as texts: any of them may be left empty. */
const isOfTexts = (form) => form.querySelector("[data-seal-texts]") !== null;

/** Seals every text that was written, by its field's name, as one JSON object. */
async function sealTexts(form) {
  const { code, slot, key } = form.dataset;
  const written = fieldsOf(form).map((field) => [field.dataset.sealed, field.value.trim()]);
  const texts = Object.fromEntries(written.filter(([, text]) => text));
  if (!Object.keys(texts).length) return put(form, "sealed", "");
  const module = await sealing();
  if (!(await isTrusted(code, key))) throw "other_key";
  put(form, "sealed", module.sealText(key, code, slot, JSON.stringify(texts)));
}

/** Seals the fields into the hidden one; nothing where nothing was typed. */
async function seal(form) {
  const { code, slot, key } = form.dataset;
  const of = (name) => form.querySelector(`[data-sealed="${name}"]`)?.value.trim() ?? "";
  const municipality = form.dataset.municipality ?? form.elements.municipality?.value ?? "";
  if (isOfTexts(form)) return sealTexts(form);
  if (!of("name")) return put(form, "sealed", "");
  const module = await sealing();
  if (!(await isTrusted(code, key))) throw "other_key";
  if (!form.querySelector('[data-sealed="email"]')) {
    const known = /^\d{4}$/.test(municipality) ? municipality : undefined;
    return put(form, "sealed", module.seal(key, code, slot, of("name"), known, of("role")));
  }
  const { sealed, token, hash } = JSON.parse(module.sealContact(key, code, slot, of("name"), of("email")));
  put(form, "sealed", sealed);
  // A personal link is made only where the page shows one: it has the name in it.
  if (!document.querySelector("[data-own]")) return;
  put(form, "invitation", hash);
  const link = [module.fingerprint(key), token, municipality, spelled(of("name"))].join(".");
  form.action = `${form.action.split("#")[0]}#${link}`;
}

function tell(form, why) {
  const place = form.querySelector("[data-seal-trouble]");
  if (!place) return;
  place.textContent = (why === "other_key" ? place.dataset.otherKey : why && place.dataset.failed) || "";
  place.hidden = !why;
  if (why) place.scrollIntoView({ block: "nearest" });
}

/** One press is one sheet: until the page answers, another press does nothing. */
async function send(form, pressed) {
  if (form.dataset.sending) return;
  tell(form, "");
  if (!check(form)) return;
  form.dataset.sending = "yes";
  try {
    await seal(form);
    if (pressed?.name) put(form, pressed.name, pressed.value);
    keepTyped(form);
    form.submit();
  } catch (why) {
    delete form.dataset.sending;
    tell(form, why === "other_key" ? why : "failed");
  }
}

function begin(form) {
  // As boot.js keeps it: what the link named holds also for the page that the form comes back on.
  const { fingerprint } = readLink();
  if (fingerprint) keep(always, `barometer.fingerprint.${form.dataset.code}`, fingerprint);
  for (const field of fieldsOf(form)) {
    field.removeAttribute("name");
    field.addEventListener("input", () => complain(field, ""));
  }
  form.noValidate = true;
  bringBack(form);
  if (isOfTexts(form)) {
    bringOpenBack(form);
    for (const touch of ["input", "change"]) form.addEventListener(touch, () => keepOpen(form));
  }
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, event.submitter);
  });
  // The browser's own way back shows the page as it was left.
  addEventListener("pageshow", () => delete form.dataset.sending);
  for (const fields of form.querySelectorAll("[data-seal-fields]")) fields.disabled = false;
  const place = form.querySelector("[data-seal-words]");
  if (!place) return;
  // The words take a tenth of a second, and the module is needed later anyway.
  wordsOf(form.dataset.key)
    .then((words) => {
      place.textContent = words;
      place.closest("[data-seal-note]").hidden = false;
    })
    .catch(() => {});
}

/** What was handed in and taken needs no keeping: only a form that came back has its fields still to fill. */
function forgetTyped(forms) {
  const wanted = new Set([...forms.map(typedName), ...forms.filter(isOfTexts).map(openName)]);
  try {
    for (const name of Object.keys(sessionStorage)) {
      if (name.startsWith("barometer.typed.") && !wanted.has(name)) delete sessionStorage[name];
    }
  } catch {
    // Storage is blocked: nothing was kept.
  }
}

/** What a personal link is for: the places marked `data-own` are shown to whoever has one, and filled in. */
function showOwn() {
  const own = readLink();
  if (!own.token) return;
  const link = location.hash;
  for (const place of document.querySelectorAll("[data-own]")) place.hidden = false;
  for (const place of document.querySelectorAll("[data-not-own]")) place.hidden = true;
  for (const field of document.querySelectorAll("[data-own-link]")) {
    field.value = `${location.origin}${field.dataset.ownLink}${link}`;
  }
  for (const field of document.querySelectorAll("[data-own-token]")) field.value = own.token;
  for (const to of document.querySelectorAll("a[data-own-way]")) to.href = `${to.href.split("#")[0]}${link}`;
  for (const button of document.querySelectorAll("button[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
}

/** Copies what stands in the field that the button names, and says so on the button. */
async function copy(button) {
  const field = document.getElementById(button.dataset.copy);
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    button.textContent = button.dataset.copied;
  } catch {
    // It is selected: the browser's own way to copy is one step away.
  }
}

/**
 * A form that was not taken comes back, with its faults on top, under the address it was sent to: behind that `#` stands
 * a link that nobody has.
 */
if (document.querySelector('section[role="alert"]')) {
  history.replaceState(null, "", location.pathname + location.search);
}
const forms = [...document.querySelectorAll("form[data-seal]")];
forgetTyped(forms);
for (const form of forms) begin(form);
for (const note of document.querySelectorAll("[data-seal-missing]")) note.hidden = true;
showOwn();
// A link to this very page, pasted over it, brings only another `#`.
addEventListener("hashchange", () => location.reload());
