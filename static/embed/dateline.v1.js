/* dateline, version 1, for pages that show a timeline in a frame: the frame becomes as high as the timeline.
   Loads once however often it is asked for; sends nothing, keeps nothing, and this file never changes. */
(() => {
  "use strict";
  if (customElements.get("dateline-timeline")) return;

  const LEAST = 40;
  const MOST = 100000;
  const within = (height) => `${Math.min(MOST, Math.max(LEAST, Math.ceil(height)))}px`;
  const own = new Set();
  const frames = () => [...document.querySelectorAll("iframe[data-dateline]"), ...own];

  // Any frame may send messages here: only a number counts, from the frame itself, at its own origin.
  addEventListener("message", ({ data, origin, source }) => {
    if (!source || data?.dateline !== "height" || !Number.isFinite(data.value)) return;
    const frame = frames().find((one) => one.contentWindow === source);
    if (!frame || new URL(frame.src, location.href).origin !== origin) return;
    frame.style.height = within(data.value);
  });

  // Frames that spoke before this script came.
  for (const frame of frames()) frame.contentWindow?.postMessage({ dateline: "ask" }, "*");

  customElements.define(
    "dateline-timeline",
    class extends HTMLElement {
      #frame;

      connectedCallback() {
        this.#frame ??= this.#build();
        if (!this.#frame) return;
        own.add(this.#frame);
        this.style.height = "auto";
      }

      disconnectedCallback() {
        own.delete(this.#frame);
      }

      // What stands inside the element is not shown any more, and comes back if the element goes.
      #build() {
        const frame = document.createElement("iframe");
        frame.src = this.getAttribute("src") ?? "";
        if (!/^https?:/.test(frame.src)) return undefined;
        frame.title = this.getAttribute("label") ?? "Timeline";
        frame.style.cssText = "display:block;width:100%;border:0";
        frame.style.height = within(parseInt(this.getAttribute("height"), 10) || 400);
        this.attachShadow({ mode: "open" }).append(frame);
        return frame;
      }
    },
  );
})();
