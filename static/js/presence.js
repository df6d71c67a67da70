// Which card has the focus goes with the pulse of the page; who else is at a card is said on the card.

// Long enough that running through the queue with j tells nobody of every card.
const PAUSE = 1500;
const line = () => document.querySelector(".present");
const alone = line()?.dataset.card ?? "";
let card = "";
let waiting;

function attend(event) {
  const number = event.target.closest(".card")?.id.replace("conflict-card-", "");
  if (!number || number === card) return;
  card = number;
  clearTimeout(waiting);
  waiting = setTimeout(() => line() && htmx.trigger(line(), "attend"), PAUSE);
}

function names() {
  const at = new Map();
  line()?.querySelectorAll("[data-at]").forEach((who) => {
    at.set(who.dataset.at, [...(at.get(who.dataset.at) ?? []), who.querySelector("strong").textContent]);
  });
  return at;
}

function showOnCards() {
  const at = names();
  document.querySelectorAll(".card").forEach((shown) => {
    const here = at.get(shown.id.replace("conflict-card-", ""));
    const old = shown.querySelector(".top .here");
    if (!here) return old?.remove();
    const tag = old ?? document.createElement("p");
    tag.className = "here";
    const { one, several } = line().dataset;
    tag.textContent = (here.length > 1 ? several : one).replace("{names}", () => here.join(", "));
    if (!old) shown.querySelector(".top").append(tag);
  });
}

document.addEventListener("focusin", attend);
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt === line()) detail.parameters.card = card || alone;
});
document.addEventListener("htmx:afterSettle", showOnCards);
showOnCards();
