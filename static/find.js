/* Finds events and sources in the index (data/search.json), and shows what it found: the list itself, with
   the rest hidden, where the page has every event; else a list of links. */
import { ask, fill, filterOf, filters, make, root, words } from "./reader.js";

/* Words */

const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };

/** A text as it is compared: no case, no accents, no marks; digits are 0 to 9; a space at both ends. */
export function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(MARKS, "").replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter]);
  const figures = plain.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);
  return ` ${figures.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()} `;
}

/** The folded words of a question; what stands in quotation marks is one. */
export function terms(question) {
  const parts = question.match(/["“„«][^"”“»]+["”“»]?|[^\s"“„«]+/gu) ?? [];
  return parts.map((part) => fold(part).trim()).filter(Boolean);
}

/** A number is found whole, but for the end of a long one; a short word where a word begins; else anywhere. */
export function holds(text, term) {
  if (/(^|\D)\d{1,2}$/.test(term)) return text.includes(` ${term} `);
  const spaced = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{1,4}$/u.test(term);
  return text.includes(spaced || /^\d/.test(term) ? ` ${term}` : term);
}

/** 0 where a headline holds every term, 1 where names and dates help, 2 where the texts do; else -1. */
const rank = (layers, asked) => layers.findIndex((text) => asked.every((term) => holds(text, term)));

/* The index */

const rows = (index) =>
  index.events.map(([id, title, date, edtf, status, who, what, source, disputed, text = ""], at) => {
    const name = (table) => (place) => index[table][place][1];
    const names = [date, edtf, ...who.map(name("who")), ...what.map(name("what")), ...source.map(name("source"))];
    const layers = [fold(title)];
    layers.push(layers[0] + fold(names.join(" \n")));
    layers.push(layers[1] + fold(text));
    return { id, at, title, date, layers, status: [status], who, what, source, disputed: [disputed] };
  });

/** The events that fit, the best first: those whose headline fits, then names and dates, then texts. */
export function matching(events, index, wanted) {
  const asked = terms(wanted.q ?? "");
  const named = Object.keys(wanted).filter((name) => name !== "q");
  const place = (name) => (name === "disputed" ? Number(wanted[name] === "yes") : index[name].findIndex(([id]) => id === wanted[name]));
  const places = named.map((name) => [name, place(name)]);
  return events
    .filter((event) => places.every(([name, at]) => event[name].includes(at)))
    .map((event) => [asked.length ? rank(event.layers, asked) : 0, event])
    .filter(([rank]) => rank >= 0)
    .sort(([a, one], [b, other]) => a - b || one.at - other.at)
    .map(([, event]) => event);
}

/* The page */

const format = new Intl.NumberFormat(words.language, { numberingSystem: "latn" }).format;

/** Takes over the row of controls; gives what the page's script calls. */
export function start({ nav, box, more, index }) {
  const events = rows(index);
  const list = document.getElementById("events");
  const items = new Map([...list.querySelectorAll(".event")].map((event) => [event.id.slice(2), event.closest("li")]));
  const whole = events.every((event) => items.has(event.id));
  const counts = new Map([...list.querySelectorAll(".period")].map((period) => [period, period.querySelector("header p")?.textContent]));
  const selects = Object.fromEntries(["status", "who", "what", "source", "disputed"].map((name) => [name, choice(name, index)]));
  const panel = make("div", { className: "more", id: "more", hidden: true }, ...Object.values(selects).map((select) => select.parentNode));
  const searched = make("p", { className: "searched" }, words[index.searched.at(-1) ?? "little"]);
  const told = make("p", { className: "told" });
  const clear = make("button", { type: "button", hidden: true, onclick: () => { ask({}); box.focus(); } }, words.clear);
  const sources = make("p", { className: "sources", hidden: true });
  const hits = make("ol", { className: "hits", hidden: true });
  const paper = make("p", { className: "paper" });

  told.setAttribute("role", "status");
  hits.setAttribute("role", "list");
  panel.append(searched);
  panel.addEventListener("change", () => {
    const chosen = Object.fromEntries(Object.entries(selects).map(([name, select]) => [name, select.value]));
    ask({ ...filters(), ...chosen });
  });
  more.setAttribute("aria-controls", "more");
  box.form.after(panel);
  nav.after(make("div", { className: "found" }, make("p", {}, clear), told, sources, paper, hits));
  told.after(clear);
  addEventListener("hashchange", reveal);

  function show() {
    const wanted = filters();
    const narrowed = Object.keys(wanted).length > 0;
    const fitting = matching(events, index, wanted);
    if (document.activeElement !== box) box.value = wanted.q ?? "";
    for (const [name, select] of Object.entries(selects)) select.value = wanted[name] ?? "";
    for (const link of nav.querySelectorAll("li a")) {
      const stands = filterOf(link);
      if (stands && wanted[stands[0]] === stands[1]) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    if (whole) hide(new Set(fitting.map((event) => event.id)), narrowed);
    else link(fitting, narrowed);
    tell(wanted, narrowed, fitting.length);
    nameSources(wanted.q);
  }

  function hide(kept, narrowed) {
    for (const [id, item] of items) item.hidden = !kept.has(id);
    for (const [period, count] of counts) {
      const all = period.querySelectorAll(".event").length;
      const shown = period.querySelectorAll("li:not([hidden]) > .event").length;
      period.hidden = !shown && narrowed;
      const told = period.querySelector("header p");
      if (told) told.textContent = narrowed && shown < all ? fill(words.part, { shown: format(shown), every: format(all) }) : count;
    }
    list.classList.toggle("narrowed", narrowed);
  }

  function link(fitting, narrowed) {
    list.hidden = narrowed;
    hits.hidden = !narrowed;
    hits.replaceChildren(...(narrowed ? fitting.map((event) => hit(event, index)) : []));
  }

  function tell(wanted, narrowed, shown) {
    const named = Object.entries(wanted).map(([name, value]) => (name === "q" ? `“${value}”` : labelOf(name, value, index)));
    const by = named.join(" · ");
    const count = fill(words.shown, { shown: format(shown) });
    told.textContent = !narrowed ? "" : shown ? fill(words.filtered, { shown: count, filters: by }) : fill(words.none, { filters: by });
    clear.hidden = !narrowed;
    paper.textContent = narrowed ? fill(words.paper, { href: root.href }) : "";
  }

  function nameSources(question) {
    const asked = terms(question ?? "");
    const fitting = asked.length ? index.source.filter((source) => asked.every((term) => holds(fold(source.slice(1).join(" \n")), term))) : [];
    const links = fitting.flatMap(([id, name]) => [" ", make("a", { href: new URL(`sources/${id}/`, root) }, name)]);
    sources.hidden = !fitting.length;
    sources.replaceChildren(words.sources, ...links);
  }

  /** A link to an event that is filtered away ends the filter. */
  function reveal() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || target.checkVisibility() || !list.contains(target)) return;
    const { hash } = location;
    ask({}).then(() => location.replace(hash));
  }

  return {
    show,
    unfold() {
      panel.hidden = !panel.hidden;
      more.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) selects.status.focus();
    },
    /** To the first event that was found. */
    enter() {
      [...document.querySelectorAll(".hits a, .event h3 a")].find((link) => link.checkVisibility())?.focus();
    },
  };
}

function choice(name, index) {
  const options = name === "disputed" ? [["yes", words.yes], ["no", words.no]] : index[name];
  const select = make("select", {}, make("option", { value: "" }, words.any));
  select.append(...options.map(([id, text]) => make("option", { value: id }, text)));
  make("label", {}, words[name], " ", select);
  return select;
}

const labelOf = (name, value, index) =>
  name === "disputed" ? words[value] ?? value : index[name].find(([id]) => id === value)?.[1] ?? value;

function hit(event, index) {
  const link = make("a", { href: new URL(`events/${event.id}/`, root) }, event.title);
  const status = index.status[event.status[0]];
  const mark = make("span", { className: `status s-${status[0]}` }, status[1]);
  return make("li", {}, make("span", { className: "date" }, event.date), make("p", {}, link, " ", mark));
}
