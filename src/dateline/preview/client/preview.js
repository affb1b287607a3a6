// In every page of the preview: shows the problems over it, marks what is not published yet, and says beside
// each event, source and page of the author's where it is written and what is wrong there.
// Widgets for other sites are shown as they are, and only reload.
// livereload.js, which is loaded after this, does the reloading and calls the plugin below.
(() => {
  "use strict";
  const own = new URL(".", document.currentScript.src);
  let version = document.currentScript.dataset.version;

  const made = (name, properties = {}, ...children) => {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children);
    return element;
  };

  const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

  const place = (problem) => [problem.path, problem.line, problem.column].filter(Boolean).join(":");

  const lineOf = (problem) => [problem.line && `line ${problem.line}`, problem.column].filter(Boolean).join(":");

  const row = (problem, where = place(problem)) =>
    made("li", { className: problem.severity },
      made("p", { className: "place" }, made("code", {}, where), ` ${problem.severity}`),
      made("p", {}, problem.message),
      ...(problem.hint ? [made("p", { className: "hint" }, problem.hint)] : []));

  const targetOf = (url, news) => decodeURI(url.pathname).replace(news.base, "");

  const heading = (news) => {
    const errors = news.problems.filter((problem) => problem.severity === "error").length;
    const warnings = news.problems.length - errors;
    const found = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")];
    const shown = news.built ? "Below is the site as it last built." : "There is nothing to show yet.";
    return found.filter(Boolean).join(", ") + (errors ? `. ${shown}` : "");
  };

  // What we show stands in shadow roots, closed to the page's styles.
  const sheet = new CSSStyleSheet();
  const dressed = fetch(new URL("preview.css", own)).then((answer) => answer.text())
    .then((styles) => sheet.replaceSync(styles));
  const shaded = (element, ...children) => {
    const root = element.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [sheet];
    root.append(...children);
    return element;
  };

  const live = made("div", {});
  live.setAttribute("role", "status");
  const bar = made("div", { className: "bar" });
  const host = shaded(made("div", { id: "dateline-preview" }), live, bar);

  const show = (news) => {
    const errors = news.problems.some((problem) => problem.severity === "error");
    const mark = news.marks[targetOf(location, news)];
    const parts = [];
    if (mark) parts.push(made("p", { className: "ribbon" }, ribbons[mark]));
    if (news.problems.length) {
      parts.push(made("details", { open: errors, className: errors ? "errors" : "warnings" },
        made("summary", {}, heading(news)), made("ol", {}, ...news.problems.map((problem) => row(problem)))));
    }
    live.replaceChildren(...parts);
    bar.replaceChildren(...counts(news));
    if (!host.isConnected) document.body.append(host);
  };

  const drafts = (news) => Object.keys(news.marks).filter((target) => news.marks[target] === "draft");

  const counts = (news) => {
    const parts = [];
    if (drafts(news).length) {
      const link = (target) => made("li", {},
        made("a", { href: news.base + target }, news.written[target]?.[0] ?? target));
      parts.push(made("details", { className: "drafts" },
        made("summary", {}, counted(drafts(news).length, "draft")),
        made("ul", {}, ...drafts(news).map(link))));
    }
    if (Object.keys(news.written).length) {
      const shown = !hidden();
      const button = made("button", { type: "button" }, shown ? "Hide files" : "Show files");
      button.addEventListener("click", () => {
        sessionStorage.setItem("dateline-files", shown ? "hidden" : "shown");
        show(news);
        markFiles(news);
        bar.querySelector("button").focus();
      });
      parts.push(button);
    }
    return parts;
  };

  const hidden = () => sessionStorage.getItem("dateline-files") === "hidden";

  // Where one page is written, to copy or to open, and the problems in that file.
  const fileOf = (target, news) => {
    const [path, line] = news.written[target];
    const name = made("code", {}, line ? `${path}:${line}` : path);
    const copy = made("button", { type: "button", ariaLabel: `Copy ${name.textContent}` }, "Copy");
    copy.addEventListener("click", async () => {
      getSelection().selectAllChildren(name); // all that is left where there is no clipboard
      await navigator.clipboard?.writeText(name.textContent);
      copy.textContent = navigator.clipboard ? "Copied" : "Selected";
    });
    const file = made("p", { className: "file" }, name, copy);
    if (news.editor) {
      const href = `${news.editor}${path.split("/").map(encodeURIComponent).join("/")}:${line || 1}`;
      file.append(made("a", { href }, "Open"));
    }
    if (news.marks[target] === "draft") file.prepend(made("b", {}, "Draft"));
    const problems = news.problems.filter((problem) => problem.path === path);
    const list = problems.length ? [made("ol", {}, ...problems.map((problem) => row(problem, lineOf(problem))))] : [];
    return shaded(made("div", { className: "dateline-file" }), file, ...list);
  };

  const markFiles = (news) => {
    for (const old of document.querySelectorAll(".dateline-file")) old.remove();
    if (hidden()) return;
    const here = targetOf(location, news);
    if (news.written[here]) document.querySelector("main h1")?.after(fileOf(here, news));
    for (const link of document.querySelectorAll("main :is(h2, h3, h4) a[href]")) {
      if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.hash) continue;
      const target = targetOf(link, news);
      if (news.written[target]) link.closest("h2, h3, h4").after(fileOf(target, news));
    }
  };

  const ribbons = {
    draft: "A draft: this page will not be published.",
    future: "The date of this page is in the future.",
  };

  const markLinks = (news) => {
    for (const old of document.querySelectorAll("[data-dateline-mark]")) old.remove();
    for (const link of document.querySelectorAll("main a[href]")) {
      if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) continue;
      const word = news.marks[targetOf(link, news)];
      if (!word || link.hash) continue;
      const mark = made("small", {}, ` ${word}`);
      mark.dataset.datelineMark = word;
      mark.style.cssText = "font: italic .75em/1 system-ui, sans-serif; opacity: .8";
      link.append(mark);
    }
  };

  const refresh = async ({ connected }) => {
    const answer = await fetch(new URL("news.json", own), { cache: "no-store" });
    const news = await answer.json();
    if (connected && news.version !== version) {
      location.reload(); // a build came between this page and its socket
      return;
    }
    version = news.version;
    if (news.built && targetOf(location, news).startsWith("embed/")) return; // its height is fixed: no room for us
    await dressed;
    show(news);
    markLinks(news);
    markFiles(news);
  };

  window.LiveReloadPluginDateline = class {
    static identifier = "dateline";
    static version = "1.0";
    reload(path) {
      if (path !== "dateline:news") return false;
      refresh({ connected: false });
      return true;
    }
  };
  document.addEventListener("LiveReloadConnect", () => refresh({ connected: true }));
})();
