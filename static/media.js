// A video of another site plays in the place of its link: once it is clicked, and not before.
const ALLOWED = "autoplay; encrypted-media; fullscreen; picture-in-picture";

const isPlain = (event) => event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);

function play(link) {
  const frame = document.createElement("iframe");
  frame.src = link.dataset.embed;
  frame.title = link.dataset.title;
  frame.allow = ALLOWED;
  frame.allowFullscreen = true;
  // YouTube plays for pages that say where they are; their path stays with us.
  frame.referrerPolicy = "strict-origin";
  link.replaceWith(frame);
  frame.focus();
}

for (const link of document.querySelectorAll("a.facade")) {
  const says = link.querySelector(".says");
  says.textContent = says.dataset.loads;
  link.setAttribute("role", "button");
  link.addEventListener("click", (event) => {
    if (!isPlain(event)) return;
    event.preventDefault();
    play(link);
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    play(link);
  });
}
