// Putting a digest together: what is typed is saved, and nobody leaves the page with words that are not.

const form = document.getElementById("composing");
const RETRY_MILLISECONDS = 5000;
let dirty = false;

/** The line that says what is saved; a refusal stays until it is answered. */
function say(sentence) {
  const line = form.querySelector("#composing-state .saved");
  if (line) line.textContent = sentence;
}

form.addEventListener("input", () => {
  dirty = true;
  say(form.dataset.unsaved);
});
// Whatever is typed while a save is on its way goes with the next one.
let sent = false;
form.addEventListener("htmx:beforeRequest", () => { sent = true; dirty = false; });
form.addEventListener("htmx:afterRequest", ({ detail }) => {
  sent = false;
  if (!detail.successful) dirty = true;
});
// Where Newsroom did not answer, the words go once more by themselves.
form.addEventListener("htmx:sendError", () => setTimeout(() => htmx.trigger(form, "save"), RETRY_MILLISECONDS));
form.addEventListener("submit", () => { dirty = false; });
document.addEventListener("visibilitychange", () => {
  if (document.hidden && dirty) htmx.trigger(form, "save");
});
addEventListener("beforeunload", (event) => {
  if (dirty || sent) event.preventDefault();
});
