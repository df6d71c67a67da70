// Two reports side by side: paragraphs that tell the same stay level; between them the distance is shared out.

const PANES = [...document.querySelectorAll("[data-together] .pane")];
const SWITCH = document.getElementById("scroll-together");
// The line of a pane, from its top, that is kept level.
const LINE = 0.25;
let leading = null;

const pairs = (pane) => new Map([...pane.querySelectorAll("[data-pair]")].map((words) => [words.dataset.pair, words]));
const END = (pane) => Math.max(0, pane.scrollHeight - pane.clientHeight);

// Where each pair stands in either pane, with the top and the end, so that both are always reached together.
function stations(one, other) {
  const there = pairs(other);
  const line = one.clientHeight * LINE;
  const met = [...pairs(one)].map(([number, words]) => [words.offsetTop - line, there.get(number).offsetTop - line]);
  const inside = met.filter(([here, beyond]) => here > 0 && beyond > 0 && here < END(one) && beyond < END(other));
  return [[0, 0], ...inside, [END(one), END(other)]];
}

function level(one, other) {
  const places = stations(one, other);
  const at = Math.max(1, places.findIndex(([here]) => here >= one.scrollTop));
  const [[from, there], [to, beyond]] = [places[at - 1], places[at]];
  const share = to > from ? (one.scrollTop - from) / (to - from) : 0;
  other.scrollTop = there + Math.min(1, share) * (beyond - there);
}

function follow(pane) {
  if (leading !== pane || !SWITCH?.checked) return;
  const other = PANES.find((one) => one !== pane);
  if (other) level(pane, other);
}

function show(number) {
  PANES.flatMap((pane) => [...pane.querySelectorAll("[data-pair]")]).forEach((words) => {
    words.classList.toggle("met", words.dataset.pair === number);
  });
}

PANES.forEach((pane) => {
  // Only the pane under the hand leads; the other one's scrolling is an answer and not a wish.
  ["pointerenter", "touchstart", "wheel", "focusin", "keydown"].forEach((act) => {
    pane.addEventListener(act, () => { leading = pane; }, { passive: true });
  });
  pane.addEventListener("scroll", () => follow(pane), { passive: true });
  pane.addEventListener("pointerover", (event) => show(event.target.closest("[data-pair]")?.dataset.pair));
});
