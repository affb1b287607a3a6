// In every page of the preview: shows the problems over it and marks what is not published yet.
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

  const row = (problem) =>
    made("li", { className: problem.severity },
      made("p", { className: "place" }, made("code", {}, place(problem)), ` ${problem.severity}`),
      made("p", {}, problem.message),
      ...(problem.hint ? [made("p", { className: "hint" }, problem.hint)] : []));

  const heading = (news) => {
    const errors = news.problems.filter((problem) => problem.severity === "error").length;
    const warnings = news.problems.length - errors;
    const found = [errors && counted(errors, "error"), warnings && counted(warnings, "warning")];
    const shown = news.built ? "Below is the site as it last built." : "There is nothing to show yet.";
    return found.filter(Boolean).join(", ") + (errors ? `. ${shown}` : "");
  };

  // One host for all of it, closed to the page's styles.
  const host = made("div", { id: "dateline-preview" });
  const root = host.attachShadow({ mode: "open" });
  const sheet = made("link", { rel: "stylesheet", href: new URL("preview.css", own) });
  const live = made("div", {});
  live.setAttribute("role", "status");
  root.append(sheet, live);

  const show = (news) => {
    const errors = news.problems.some((problem) => problem.severity === "error");
    const mark = news.marks[decodeURI(location.pathname).replace(news.base, "")];
    const parts = [];
    if (mark) parts.push(made("p", { className: "ribbon" }, ribbons[mark]));
    if (news.problems.length) {
      parts.push(made("details", { open: errors, className: errors ? "errors" : "warnings" },
        made("summary", {}, heading(news)), made("ol", {}, ...news.problems.map(row))));
    }
    live.replaceChildren(...parts);
    if (!host.isConnected) document.body.append(host);
  };

  const ribbons = {
    draft: "A draft: this page will not be published.",
    future: "The date of this page is in the future.",
  };

  const markLinks = (news) => {
    for (const old of document.querySelectorAll("[data-dateline-mark]")) old.remove();
    for (const link of document.querySelectorAll("main a[href]")) {
      if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin) continue;
      const word = news.marks[decodeURI(link.pathname).replace(news.base, "")];
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
    if (connected && version && news.version !== version) {
      location.reload(); // a build came between this page and its socket
      return;
    }
    version = news.version;
    show(news);
    markLinks(news);
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
