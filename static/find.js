/* Finds events and sources in the index (data/search.json), and shows what it found: the list itself with the
   rest hidden, where the page has every event; else a list of links. */
import { ask, fill, filterOf, filters, make, root, words } from "./reader.js";

const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const LETTERS = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", þ: "th", ı: "i" };
const COLUMNS = ["id", "date", "edtf", "status", "who", "what", "source", "disputed"];
const figure = new Intl.NumberFormat(words.language, { numberingSystem: "latn" }).format;

/** A text as it is compared: no case, no accents, no marks; figures from 0 to 9, in no groups; a space at both ends. */
export function fold(text) {
  const bare = text.normalize("NFKD").toLowerCase().replace(MARKS, "");
  const plain = bare.replace(/[ßæœøđðłþı]/g, (letter) => LETTERS[letter]);
  const figures = plain.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);
  const whole = figures.replace(/(?<=\d)[,.’'\u066c](?=\d{3}(?!\d))/g, "");
  return ` ${whole.replace(/[^\p{L}\p{M}\p{N}]+/gu, " ").trim()} `;
}

/** The words of a question, folded; what stands in quotation marks is one. */
export function terms(question = "") {
  const parts = question.match(/["“„«][^"”“»]+["”“»]?|[^\s"“„«]+/g) ?? [];
  return parts.map((part) => fold(part).trim()).filter(Boolean);
}

/** Short numbers are found whole; long ones and short words where a word begins with them; all else anywhere. */
export function holds(text, term) {
  if (/(^|\D)\d\d?$/.test(term)) return text.includes(` ${term} `);
  const short = /^(\d.*|[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]{1,4})$/u.test(term);
  return text.includes(short ? ` ${term}` : term);
}

const holdsAll = (text, asked) => asked.every((term) => holds(text, term));

/** The events of the index, with what is searched in three layers: the headline, names and dates, texts. */
function read(index) {
  const named = (name, at) => index[name][at].map((place) => index.tables[name][place][1]);
  return index.title.map((title, at) => {
    const event = Object.fromEntries(COLUMNS.map((name) => [name, index[name][at]]));
    const names = ["who", "what", "source"].flatMap((name) => named(name, at));
    const headline = fold(title);
    const known = headline + fold([event.date, event.edtf, ...names].join(" \n"));
    const id = typeof event.id === "number" ? idOf(title).slice(0, event.id) : event.id;
    return { ...event, id, at, title, layers: [headline, known, known + fold(index.text?.[at] ?? "")] };
  });
}

const idOf = (title) =>
  title.toLowerCase().replace(/['’‘"“”]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-/, "");

/** The events that fit: those whose headline holds all the words, then where names and dates help, then texts. */
function matching(events, { tables }, { q, ...named }) {
  const asked = terms(q);
  const rowOf = (name, id) => tables[name].findIndex((row) => row[0] === id);
  const place = (name, id) => (name === "disputed" ? Number(id === "yes") : rowOf(name, id));
  const places = Object.entries(named).map(([name, id]) => [name, place(name, id)]);
  return events
    .filter((event) => places.every(([name, at]) => event[name].includes(at)))
    .map((event) => ({ event, rank: event.layers.findIndex((text) => holdsAll(text, asked)) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank || a.event.at - b.event.at)
    .map(({ event }) => event);
}

/** Makes the controls and the place for what is found; gives what the page's script calls. */
export function start({ nav, box, more, index }) {
  const events = read(index);
  const listing = listed(events);
  const numbers = new Map(events.map(({ id, at }) => [id, at]));
  const strips = document.querySelectorAll(".overview > .strip");
  const drawings = index.marks.map((marks, n) => drawing(strips[n], marks, numbers));
  const status = nav.querySelector(".status") ? [] : ["status"];
  const selects = [...status, "who", "what", "source", "disputed"].map((name) => choice(name, index));
  const searched = make("p", { className: "searched" }, words[index.searched]);
  const labels = selects.map((select) => select.parentNode);
  const panel = make("div", { className: "more", id: "more", hidden: true }, ...labels, searched);
  const told = make("p", { className: "told", attributes: { role: "status" } });
  const clear = make("button", { type: "button", hidden: true }, words.clear);
  const sources = make("p", { className: "sources", hidden: true });
  const paper = make("p", { className: "paper" });
  const hits = make("ol", { className: "hits", hidden: true, attributes: { role: "list" } });

  box.form.after(make("div", { className: "found" }, told, clear, sources), panel);
  nav.after(paper, hits);
  more.setAttribute("aria-controls", panel.id);
  clear.onclick = () => ask({}).then(() => box.focus());
  panel.onchange = () => {
    const chosen = selects.map(({ name, value }) => [name, value]);
    ask({ ...filters(), ...Object.fromEntries(chosen) });
  };
  addEventListener("hashchange", reveal);

  function show(typing) {
    const wanted = filters();
    const narrowed = Object.keys(wanted).length > 0;
    const fitting = matching(events, index, wanted);
    const kept = new Set(fitting.map((event) => event.at));
    if (!typing) box.value = wanted.q ?? "";
    setControls(wanted);
    listing.narrow(kept, narrowed);
    hits.hidden = !listing.list.hidden;
    hits.replaceChildren(...(hits.hidden ? [] : fitting.map((event) => hit(event, index))));
    for (const dim of drawings) dim((at) => narrowed && !kept.has(at));
    clear.hidden = !narrowed;
    tell(wanted, narrowed, fitting.length);
  }

  function setControls(wanted) {
    for (const select of selects) select.value = wanted[select.name] ?? "";
    for (const link of nav.querySelectorAll("li a")) {
      const [name, value] = filterOf(link) ?? [];
      if (name && wanted[name] === value) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function tell(wanted, narrowed, shown) {
    const by = Object.entries(wanted).map(([name, value]) => labelOf(name, value, index)).join(" · ");
    const count = fill(words.shown, { shown: figure(shown) });
    const asked = terms(wanted.q);
    const held = ([, ...texts]) => asked.length > 0 && holdsAll(fold(texts.join(" \n")), asked);
    const fitting = index.tables.source.filter(held);
    const links = fitting.flatMap(([id, name], at) => [
      at ? " · " : " ",
      make("a", { href: new URL(`sources/${id}/`, root), dir: "auto" }, name),
    ]);
    told.textContent = narrowed ? fill(shown ? words.filtered : words.none, { shown: count, filters: by }) : "";
    paper.textContent = narrowed ? `${told.textContent}. ${fill(words.paper, { href: root.href })}` : "";
    sources.hidden = !fitting.length;
    sources.replaceChildren(words.sources, ...links);
  }

  /** A link to an event that is filtered away ends the filter. */
  function reveal() {
    const target = document.getElementById(unescaped(location.hash.slice(1)));
    if (!listing.list.contains(target) || target.checkVisibility()) return;
    ask({}).then(() => target.scrollIntoView());
  }

  return {
    show,
    unfold() {
      panel.hidden = !panel.hidden;
      more.setAttribute("aria-expanded", String(!panel.hidden));
      if (!panel.hidden) selects[0].focus();
    },
    /** To the first event that was found. */
    enter() {
      const links = [...document.querySelectorAll(".hits a, .event h3 a")];
      links.find((link) => link.checkVisibility())?.focus();
    },
  };
}

/** The page's own list: narrowed where it has every event, and put away where it has not. */
function listed(events) {
  const list = document.getElementById("events");
  const items = new Map([...list.querySelectorAll(".event")].map((event) => [event.id.slice(2), event.closest("li")]));
  const whole = events.every(({ id }) => items.has(id));
  const periods = [...list.querySelectorAll(".period")].map((period) => {
    const count = period.querySelector("header p");
    return { period, count, said: count.textContent };
  });
  function narrow(kept, narrowed) {
    list.hidden = narrowed && !whole;
    if (!whole) return;
    list.classList.toggle("narrowed", narrowed);
    for (const { id, at } of events) items.get(id).hidden = !kept.has(at);
    for (const { period, count, said } of periods) {
      const every = period.querySelectorAll(".event").length;
      const shown = period.querySelectorAll("li:not([hidden]) > .event").length;
      period.hidden = shown === 0;
      count.textContent = shown < every ? fill(words.part, { shown: figure(shown), every: figure(every) }) : said;
    }
  }
  return { list, narrow };
}

/** What a browser would look for; a fragment that is no escape, `#100%`, as it stands. */
function unescaped(fragment) {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

function choice(name, index) {
  const rows = name === "disputed" ? [["yes", words.yes], ["no", words.no]] : index.tables[name];
  const options = [["", words.any], ...rows].map(([value, text]) => make("option", { value }, text));
  const select = make("select", { name }, ...options);
  make("label", {}, words[name], " ", select);
  return select;
}

function labelOf(name, value, index) {
  if (name === "q") return /["“”„«»]/.test(value) ? value : fill(words.asked, { words: value });
  return (name === "disputed" ? words[value] : index.tables[name].find(([id]) => id === value)?.[1]) ?? value;
}

function hit({ id, title, date, status }, index) {
  const [name, word] = index.tables.status[status[0]];
  const link = make("a", { href: new URL(`events/${id}/`, root), dir: "auto" }, title);
  const mark = make("span", { className: `status s-${name}` }, word);
  return make("li", {}, make("span", { className: "date" }, date), make("p", {}, link, " ", mark));
}

/** Dims in a drawing of the overview what is out. `pieces` of bars and `groups` of marks say whose each is. */
function drawing(strip, [pieces, ...groups], numbers) {
  const all = (selector) => [...(strip?.querySelectorAll(selector) ?? [])];
  const dim = (element, out) => element.classList.toggle("dim", out);
  const disputed = [];
  const paths = all('g > [class^="m-"]').map((path, n) => {
    const twin = path.cloneNode();
    path.after(twin);
    if (path.matches(".acc")) disputed.push(...groups[n]);
    return [path, twin, path.getAttribute("d").split(/(?=M)/).map((d, m) => [groups[n]?.[m], d])];
  });
  return (isOut) => {
    for (const [path, twin, marks] of paths) {
      const half = (out) => marks.filter(([at]) => isOut(at) === out).map(([, d]) => d).join("");
      path.setAttribute("d", half(false));
      twin.setAttribute("d", half(true));
      dim(twin, true);
    }
    all(":scope > rect").forEach((rect, n) => dim(rect, isOut(pieces[n])));
    for (const link of all('a[href*="#e-"]')) dim(link, isOut(numbers.get(link.getAttribute("href").split("#e-")[1])));
    all('g > :not([class^="m-"])').forEach((rest) => dim(rest, isOut(disputed[0])));
  };
}
