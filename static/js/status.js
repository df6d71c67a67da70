// The line at the foot of the page: what was recorded, with an undo, and what went wrong. The page brings the words.

const status = document.getElementById("status");
const SECONDS_SHOWN = 12;
let timer;

function line(sentence) {
  const box = document.createElement("div");
  const words = document.createElement("span");
  box.className = "line";
  words.textContent = sentence;
  box.append(words);
  return box;
}

/** The button of the page's line that undoes and redoes the editor's last act, where there is one. */
const stepOf = (key) => document.querySelector(`#story-history [data-key=${key}]`);

function stepButton(word, key, printed) {
  const button = document.createElement("button");
  const sign = document.createElement("kbd");
  button.type = "button";
  button.className = "button";
  sign.textContent = printed;
  button.append(sign, ` ${word}`);
  button.addEventListener("click", () => stepOf(key)?.click());
  return button;
}

function show(box) {
  clearTimeout(timer);
  status.replaceChildren(box);
  timer = setTimeout(() => status.contains(document.activeElement) || status.replaceChildren(), SECONDS_SHOWN * 1000);
}

/** The reason for a refusal; the page of a form that is too old marks itself. */
function why({ status: code, responseText: page }) {
  if (code === 403 && page.includes("data-load-again")) return status.dataset.tooOld;
  const known = { 403: status.dataset.forbidden, 404: status.dataset.gone };
  return known[code] ?? status.dataset.fault;
}

document.addEventListener("recorded", ({ detail }) => {
  const [word, key, printed] = detail.undo ? [status.dataset.undo, "z", "z"] : [status.dataset.redo, "Z", "⇧z"];
  const box = line(detail.sentence);
  if (stepOf(key)) box.append(stepButton(word, key, printed));
  show(box);
});
document.addEventListener("say", ({ detail }) => show(line(detail.sentence)));
document.addEventListener("htmx:responseError", ({ detail }) => {
  const asked = detail.requestConfig.verb === "get";
  show(line(`${asked ? status.dataset.notFetched : status.dataset.notRecorded}: ${why(detail.xhr)}.`));
});
// Whoever was signed out meanwhile gets the page of the sign-in, and it must not be put into this one.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!new URL(detail.xhr.responseURL || location.href).pathname.startsWith("/sign-in/")) return;
  detail.shouldSwap = false;
  show(line(status.dataset.signedOut));
});
document.addEventListener("htmx:sendError", () => show(line(status.dataset.unreachable)));
