/* What a page offers beyond reading: finding, keys, copying. All of it stands on links and text that work
   without it. Nothing is stored, nobody else is asked, and the index is fetched only when a reader looks. */
export const words = globalThis.dateline;
export const root = new URL("../", import.meta.url);
const FILTERS = ["q", "status", "who", "what", "source", "disputed"];
const STANDS_FOR = { statuses: "status", actors: "who", tags: "what", sources: "source" };
const KEYS = { "/": words.keyFind, j: words.keyNext, k: words.keyBefore, "?": words.keyKeys };
const PAUSE = 150;

/** An element with these properties and attributes, and these nodes or texts in it. */
export function make(name, { attributes = {}, ...properties } = {}, ...inside) {
  const element = Object.assign(document.createElement(name), properties);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...inside);
  return element;
}

/** A sentence with its places filled: `%(shown)s of 69 events`. */
export const fill = (sentence, values) => sentence.replace(/%\((\w+)\)s/g, (_, name) => values[name]);

/** The filters that the address names. */
export function filters() {
  const asked = new URLSearchParams(location.search);
  const named = FILTERS.map((name) => [name, (asked.get(name) ?? "").trim()]);
  return Object.fromEntries(named.filter(([, value]) => value));
}

/** The link's filter: `actors/ford/` stands for who=ford. */
export function filterOf(link) {
  const [folder, id, more] = link.href.startsWith(root.href) ? link.href.slice(root.href.length).split("/") : [];
  return STANDS_FOR[folder] && id && more === "" ? [STANDS_FOR[folder], id] : undefined;
}

/* Finding */

const nav = document.getElementById("find");
const box = make("input", {
  ...{ type: "search", id: "q", placeholder: words.hint, autocomplete: "off", spellcheck: false },
});
const more = make("button", { type: "button", attributes: { "aria-expanded": "false" } }, words.more);
let part;
let waiting;

/** The part that finds, with its index: fetched once, when it is wanted. */
function want() {
  const read = () => fetch(new URL("data/search.json", root)).then((answer) => answer.json());
  part ??= Promise.all([import("./find.js"), read()]).then(([found, index]) => found.start({ nav, box, more, index }));
  part.catch(() => (part = undefined));
  return part;
}

/** Filter by this, or by what the address says. While somebody types, the history keeps one entry. */
export function ask(wanted, typing = false) {
  if (wanted) {
    const named = new URLSearchParams(FILTERS.filter((name) => wanted[name]).map((name) => [name, wanted[name]]));
    const change = typing && filters().q ? "replaceState" : "pushState";
    history[change](null, "", location.pathname + (`${named}` && `?${named}#find`));
  }
  return want().then((found) => found.show(typing), trouble);
}

function trouble() {
  const told = make("p", { className: "trouble", attributes: { role: "alert" } });
  nav.querySelector(".trouble")?.remove();
  nav.append(told);
  told.textContent = words.trouble;
}

function offerFinding() {
  const keys = make("button", { type: "button", onclick: showKeys }, words.keys);
  const row = make("form", { className: "frow find", action: root.href, attributes: { role: "search" } });
  row.append(make("label", { htmlFor: "q" }, words.find), make("div", {}, box, more, keys));
  nav.querySelector("h2").after(row);
  const type = () => ask({ ...filters(), q: box.value.trim() }, true);
  box.addEventListener("focus", want, { once: true });
  box.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(type, PAUSE);
  });
  row.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    type().then(() => want()).then((found) => found.enter());
  });
  more.addEventListener("click", () => want().then((found) => found.unfold(), trouble));
  nav.addEventListener("click", choose);
  addEventListener("popstate", () => part && ask());
  const narrowed = () => Object.keys(filters()).length > 0;
  const arrive = () => location.hash === "#find" && !narrowed() && box.focus();
  addEventListener("load", arrive); // not before: going to a fragment takes the focus away
  addEventListener("hashchange", arrive);
  if (narrowed()) ask();
}

/** A link to a narrower timeline narrows this one, on top of the other filters; once more, and it widens again. */
function choose(event) {
  const link = event.target.closest("li a");
  const filter = link && filterOf(link);
  if (!filter || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const [name, value] = filter;
  const now = filters();
  const toggle = () => ask({ ...now, [name]: now[name] === value ? "" : value });
  want().then(toggle, () => location.assign(link.href));
}

/* Keys */

let keysAreOn = true;
let dialog;

function press(event) {
  const typing = event.target.closest?.("input, select, textarea, [contenteditable]");
  if (typing || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (!keysAreOn || !(event.key in KEYS) || dialog?.open) return;
  event.preventDefault();
  if (event.key === "?") showKeys();
  else if (event.key !== "/") step(event.key === "j" ? 1 : -1);
  else if (nav) box.select();
  else location.assign(new URL("#find", root));
}

/** To the headline after or before the one in focus, or the top of the window; at the end, to the next page. */
function step(by) {
  const inList = [...document.querySelectorAll(".event h3 a, .hits a, .rests :is(h2, h3) a")];
  const links = inList.filter((link) => link.checkVisibility());
  let at = links.findIndex((link) => link.closest("li").contains(document.activeElement));
  if (at < 0) {
    at = links.filter((link) => topOf(link) <= 0).length - (by > 0 ? 1 : 0);
  }
  const turn = document.querySelector(`.turn [rel=${by > 0 ? "next" : "prev"}]`);
  const next = links[at + by] ?? turn;
  if (!inList.length) return turn?.click();
  next?.focus({ preventScroll: true });
  next?.closest("li, nav").scrollIntoView({ block: "start", behavior: "instant" });
}

/** Where a headline stands; one that is not laid out stands where its period does. */
function topOf(link) {
  const { height, top } = link.getBoundingClientRect();
  return height ? top : (link.closest(".period")?.getBoundingClientRect().top ?? 0);
}

function showKeys() {
  dialog ??= document.body.appendChild(keysDialog());
  dialog.showModal();
}

function keysDialog() {
  const row = ([key, does]) => make("div", {}, make("dt", {}, make("kbd", {}, key)), make("dd", {}, does));
  const on = make("input", { type: "checkbox", checked: true, onchange: () => (keysAreOn = on.checked) });
  return make(
    "dialog",
    { className: "keys", attributes: { "aria-labelledby": "keys" } },
    make("h2", { id: "keys" }, words.keys),
    make("dl", {}, ...Object.entries(KEYS).map(row)),
    make("p", {}, make("label", {}, on, " ", words.keysOn)),
    make("p", {}, make("button", { type: "button", autofocus: true, onclick: () => dialog.close() }, words.close)),
  );
}

/* Copying */

function offerCopying(code) {
  const told = make("span", { attributes: { role: "status" } });
  const copy = () => navigator.clipboard.writeText(code.textContent).then(() => words.copied);
  const select = () => (getSelection().selectAllChildren(code), words.selected);
  const button = make("button", { type: "button" }, words.copy);
  button.onclick = async () => (told.textContent = await (navigator.clipboard ? copy().catch(select) : select()));
  code.after(make("p", { className: "copy" }, button, " ", told));
}

if (nav) offerFinding();
document.querySelectorAll(".share pre").forEach(offerCopying);
addEventListener("keydown", press);
