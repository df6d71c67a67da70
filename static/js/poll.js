// What asks again by itself rests while nobody looks, and asks more seldom while Newsroom does not answer.

const LONGEST_PAUSE = 60;
let failures = 0;
let restUntil = 0;

const polls = (detail) => detail.elt.matches("[data-poll]") && !detail.requestConfig.triggeringEvent;

document.addEventListener("htmx:beforeRequest", (event) => {
  if (polls(event.detail) && (document.hidden || Date.now() < restUntil)) event.preventDefault();
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (!detail.elt.matches("[data-poll]")) return;
  failures = detail.successful ? 0 : failures + 1;
  restUntil = failures ? Date.now() + Math.min(LONGEST_PAUSE, 2 ** failures) * 1000 : 0;
});
