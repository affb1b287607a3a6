/* dateline, version 1, for pages that show a timeline in a frame: the frame becomes as high as the timeline.
   Loads once however often it is asked for; sends nothing, keeps nothing, and this file never changes. */
(() => {
  "use strict";
  if (customElements.get("dateline-timeline")) return;

  const LEAST = 40;
  const MOST = 100000;
  const within = (height) => `${Math.min(MOST, Math.max(LEAST, Math.ceil(height)))}px`;
  const own = new Set();

  // What is an address on the web; not "" or "#…", which lead to the page itself.
  const addressOf = (typed) => {
    try {
      const { protocol, href } = new URL(typed, document.baseURI);
      return /^https?:$/.test(protocol) && !/^\s*(#|$)/.test(typed) ? href : undefined;
    } catch {
      return undefined;
    }
  };

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
      static observedAttributes = ["src", "label", "height"];
      #frame = document.createElement("iframe");
      #stated;

      connectedCallback() {
        this.#show();
      }

      disconnectedCallback() {
        own.delete(this.#frame);
      }

      attributeChangedCallback() {
        if (this.isConnected) this.#show();
      }

      // The frame, or what stands inside the element for as long as it has no address.
      #show() {
        const address = addressOf(this.getAttribute("src") ?? "");
        if (!address && !this.shadowRoot) return;
        const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
        if (!address) {
          own.delete(this.#frame);
          root.replaceChildren(document.createElement("slot"));
          return;
        }
        this.#dress(address);
        if (this.#frame.parentNode !== root) root.replaceChildren(this.#frame);
        own.add(this.#frame);
        this.style.height = "auto";
      }

      // A frame that is given the address it has would load again; one given a height is asked for its own.
      #dress(address) {
        const frame = this.#frame;
        const height = within(parseInt(this.getAttribute("height"), 10) || 400);
        frame.title = this.getAttribute("label") ?? "Timeline";
        if (frame.src !== address) frame.src = address;
        if (height === this.#stated) return;
        this.#stated = height;
        frame.style.cssText = `display:block;width:100%;border:0;height:${height}`;
        frame.contentWindow?.postMessage({ dateline: "ask" }, "*");
      }
    },
  );
})();
