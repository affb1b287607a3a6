/* What a page offers beyond reading: finding, keys, copying. All of it stands on links and text that work
   without it. Nothing is stored, nobody else is asked, and the index is fetched only when a reader looks. */
import words from "./words.js";

export { words };
export const root = new URL("../", import.meta.url);
const FILTERS = ["q", "status", "who", "what", "source", "disputed"];
const FOLDERS = { actors: "who", tags: "what", about: "status", sources: "source" };

/** An element with these properties, and these nodes or texts in it. */
export function make(name, properties = {}, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inside);
  return element;
}

/** A sentence with its places filled: `%(shown)s of 69 events`. */
export const fill = (sentence, values) => sentence.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

/** The filters that the address names. */
export function filters() {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(FILTERS.map((name) => [name, asked.get(name)?.trim() ?? ""]).filter(([, value]) => value));
}

/** The address with these filters. Typing replaces the entry of the history; a choice adds one. */
export function go(wanted, { typing = false } = {}) {
  const before = filters();
  const asked = new URLSearchParams(FILTERS.filter((name) => wanted[name]).map((name) => [name, wanted[name]]));
  const address = `${location.pathname}${asked.size ? `?${asked}` : ""}`;
  history[typing && before.q && wanted.q ? "replaceState" : "pushState"](null, "", address);
}

/* Finding */

const nav = document.getElementById("find");
const box = make("input", { type: "search", id: "q", placeholder: words.hint, autocomplete: "off", spellcheck: false });
let found;

/** The part that finds, with its index: fetched once, when it is wanted. */
function want() {
  found ??= Promise.all([
    import("./find.js"),
    fetch(new URL("data/search.json", root)).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status))),
  ]).then(([part, index]) => part.start({ nav, box, more, index }));
  found.catch(() => {
    found = undefined;
  });
  return found;
}

const more = make("button", { type: "button" }, words.more);

function offerFinding() {
  const keys = make("button", { type: "button", className: "keys-button" }, words.keys);
  const row = make(
    "form",
    { className: "frow find", action: root.href },
    make("label", { htmlFor: "q" }, words.find),
    make("div", {}, box, more, keys),
  );
  row.setAttribute("role", "search");
  more.setAttribute("aria-expanded", "false");
  nav.querySelector("h2").after(row);

  box.addEventListener("focus", want, { once: true });
  box.addEventListener("input", () => ask({ ...filters(), q: box.value.trim() }, { typing: true }));
  more.addEventListener("click", () => want().then((part) => part.unfold(), trouble));
  keys.addEventListener("click", showKeys);
  row.addEventListener("submit", (event) => {
    event.preventDefault();
    want().then((part) => part.enter(), trouble);
  });
  nav.addEventListener("click", choose);
  addEventListener("popstate", () => found?.then((part) => part.show()));
  if (Object.keys(filters()).length) ask();
  if (location.hash === "#find") box.focus();
}

/** Filter by this; without it, by what the address says. */
export function ask(wanted, how) {
  if (wanted) go(wanted, how);
  return want().then((part) => part.show(), trouble);
}

function trouble() {
  const told = nav.querySelector(".trouble") ?? make("p", { className: "trouble" });
  told.setAttribute("role", "alert");
  nav.append(told);
  told.textContent = words.trouble;
}

/** A link to a narrower timeline narrows this one, on top of the other filters; again, and it no longer does. */
function choose(event) {
  const link = event.target.closest?.("a");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const chosen = filterOf(link);
  if (!chosen) return;
  event.preventDefault();
  const [name, value] = chosen;
  const now = filters();
  const before = now[name] === value ? "" : value;
  go({ ...now, [name]: before });
  want().then((part) => part.show(), () => location.assign(link.href));
}

/** What a link stands for: `actors/ford/` for who=ford, `about/#denied` for status=denied. */
export function filterOf(link) {
  const [folder, id, ...rest] = link.href.slice(root.href.length).split(/\/#?/);
  return link.href.startsWith(root.href) && FOLDERS[folder] && id && !rest.join("") && [FOLDERS[folder], id];
}

/* Keys */

const KEYS = { "/": words.keyFind, j: words.keyNext, k: words.keyBefore, "?": words.keyKeys };
let keysAreOn = true;
let keysShown;

function press(event) {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || typing) return;
  if (!keysAreOn || !(event.key in KEYS) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  if (event.key === "/") find();
  else if (event.key === "?") showKeys();
  else step(event.key === "j" ? 1 : -1);
}

function find() {
  if (!nav) return location.assign(new URL("#find", root));
  box.focus();
  box.select();
}

/** To the headline of the next event, or the one before: from the one in focus, or from the top of the window. */
function step(by) {
  const turn = document.querySelector(by > 0 ? ".turn [rel=next]" : ".turn [rel=prev]");
  if (turn) return turn.click();
  const links = [...document.querySelectorAll(".event h3 a, .hits a, .rests :is(h2, h3) a")].filter((link) => link.checkVisibility());
  let at = links.findIndex((link) => link.closest("li").contains(document.activeElement));
  if (at < 0) {
    at = links.findIndex((link) => link.getBoundingClientRect().top > 0);
    at = at < 0 ? links.length : at;
    at -= by > 0 ? 1 : 0;
  }
  const next = links[at + by];
  if (!next) return;
  next.focus({ preventScroll: true });
  next.closest("li").scrollIntoView({ block: "start", behavior: "instant" });
}

function showKeys() {
  keysShown ??= document.body.appendChild(keysDialog());
  keysShown.showModal();
}

function keysDialog() {
  const rows = Object.entries(KEYS).map(([key, what]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, what)));
  const on = make("input", { type: "checkbox", checked: true, onchange: () => (keysAreOn = on.checked) });
  const close = make("button", { type: "button", autofocus: true, onclick: () => dialog.close() }, words.close);
  const dialog = make(
    "dialog",
    { className: "keys" },
    make("h2", { id: "keys-h" }, words.keys),
    make("dl", {}, ...rows),
    make("p", {}, make("label", {}, on, " ", words.keysOn)),
    make("p", {}, close),
  );
  dialog.setAttribute("aria-labelledby", "keys-h");
  return dialog;
}

/* Copying */

function offerCopying(code) {
  const told = make("span", { className: "copied" });
  told.setAttribute("role", "status");
  const button = make("button", { type: "button" }, words.copy);
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(code.textContent);
      told.textContent = words.copied;
    } catch {
      getSelection().selectAllChildren(code);
      told.textContent = words.selected;
    }
  });
  code.after(make("p", { className: "copy" }, button, " ", told));
}

if (nav) offerFinding();
document.querySelectorAll(".share pre").forEach(offerCopying);
addEventListener("keydown", press);
