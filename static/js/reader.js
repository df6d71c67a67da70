// Beside the queue: the words of the focused card are marked in the copy, and a witness opens its copy there.

const WIDE = matchMedia("(width >= 64rem)");
const STORY = document.querySelector(".columns.story");
// Long enough that running through the queue with j does not fetch a copy at every card.
const PAUSE = 300;
let wanted = "";
let waiting;

const pane = () => document.getElementById("article-copy");
const numberOf = (card) => card.id.replace("conflict-card-", "");

function markCopy(number, scroll) {
  pane()?.querySelectorAll(".disputed").forEach((words) => {
    words.classList.toggle("shown", words.dataset.conflicts.split(" ").includes(number));
  });
  if (scroll) bringIntoView(pane()?.querySelector(".disputed.shown"));
}

// Beside the queue only the column moves: the page stays where the editor reads.
function bringIntoView(words) {
  const column = words?.closest(".beside");
  if (!column) return words?.scrollIntoView({ block: "center" });
  const offset = words.getBoundingClientRect().top - column.getBoundingClientRect().top;
  column.scrollBy({ top: offset - column.clientHeight / 2 });
}

function openBeside(event) {
  const link = event.target.closest(".witness a, .reports .serif a");
  const changed = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
  if (!link || !pane() || !WIDE.matches || changed) return;
  event.preventDefault();
  show(link, link.closest(".card"));
}

function show(link, card) {
  clearTimeout(waiting);
  wanted = card ? numberOf(card) : "";
  htmx.ajax("GET", link.pathname, { target: "#article-copy", swap: "outerHTML" });
}

// The copy that prints the doubtful words: of the readings that are not suggested, the first one's first witness.
function follow(card) {
  clearTimeout(waiting);
  markCopy(numberOf(card), WIDE.matches);
  if (!WIDE.matches || !pane() || pane().querySelector(".disputed.shown")) return;
  const link = card.querySelector(".reading:not([data-suggested]) .witness a") ?? card.querySelector(".witness a");
  if (link) waiting = setTimeout(() => show(link, card), PAUSE);
}

// On the article's own page: the words that the address names are marked.
function markAddressed() {
  const number = location.hash.replace("#c", "");
  if (/^\d+$/.test(number)) markCopy(number, true);
}

if (STORY) {
  document.addEventListener("click", openBeside);
  document.addEventListener("focusin", (event) => {
    const card = event.target.closest(".card");
    if (card) follow(card);
  });
  document.addEventListener("htmx:afterSettle", () => {
    const shown = pane()?.dataset.beside;
    document.querySelectorAll(".reports li").forEach((row) => row.classList.toggle("shown", row.dataset.article === shown));
    if (wanted) markCopy(wanted, true);
    wanted = "";
  });
} else {
  addEventListener("hashchange", markAddressed);
  markAddressed();
}
