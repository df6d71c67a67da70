// The queue by keyboard. Every key presses a button that is on the page, and never while somebody types.

const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const FIELD = "textarea, select, input:not([type=hidden])";
const keymap = document.getElementById("keymap");
let current = null;

const cards = () => [...document.querySelectorAll(".card")];
const focusedCard = () => document.activeElement?.closest(".card") ?? (current && document.getElementById(current));
const say = (sentence) => document.dispatchEvent(new CustomEvent("say", { detail: { sentence } }));

function focusCard(card) {
  if (!card) return;
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function move(step) {
  const all = cards();
  const at = all.indexOf(focusedCard());
  if (step > 0 && at === all.length - 1) document.querySelector("[data-more]")?.click();
  focusCard(at < 0 ? all[0] : all[Math.min(Math.max(at + step, 0), all.length - 1)]);
}

function press(card, key) {
  const button = card?.querySelector(`[data-key~="${key}"]`);
  if (!button) return false;
  button.click();
  button.closest("details[open]")?.querySelector(FIELD)?.focus();
  return true;
}

// Which reading is meant: the one with the focus, else the suggested one, else the only one.
function reject(card) {
  const readings = [...(card?.querySelectorAll(".reading") ?? [])];
  const meant =
    readings.find((reading) => reading.contains(document.activeElement)) ??
    readings.find((reading) => reading.dataset.suggested) ??
    (readings.length === 1 ? readings[0] : null);
  if (meant) return press(meant, "r");
  if (readings.length) {
    readings[0].querySelector("[data-key=r]")?.focus();
    say(keymap.dataset.whichReading);
  }
  return readings.length > 0;
}

const ticks = (card) => [...(card?.querySelectorAll("[name=ticked]") ?? [])];

// The reading is ticked as one that may stand, or no longer, and its box gets the focus.
function tick(card, number) {
  const all = ticks(card);
  const box = all.find((one) => one.dataset.tick === number);
  if (!box) return false;
  box.click();
  box.focus();
  const ticked = all.filter((one) => one.checked).length;
  const words = ticked ? keymap.dataset.ticked : keymap.dataset.noneTicked;
  say(words.replace("#", ticked).replace("#", all.length));
  return true;
}

// What is ticked may stand, and nothing else; where nothing is, all readings may.
function stand(card) {
  if (!ticks(card).some((box) => box.checked)) return press(card, "s");
  card.querySelector("[data-several]").click();
  return true;
}

// Undo and redo belong to the story, not to the card with the focus: they are about the editor's own last act.
const step = (key) => press(document.getElementById("story-history"), key);

const KEYS = {
  j: () => move(1) ?? true,
  k: () => move(-1) ?? true,
  r: () => reject(focusedCard()),
  s: () => stand(focusedCard()),
  z: () => step("z"),
  Z: () => step("Z"),
  "?": () => keymap.showModal() ?? true,
};

function onKey(event) {
  if (event.key === "Escape") return leave(event);
  const taken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
  if (taken || event.target.closest(TYPING) || document.querySelector("dialog[open]")) return;
  const done = KEYS[event.key]?.() ?? keyed(event);
  if (done) event.preventDefault();
}

// Shift and a digit type another sign on each keyboard, so the place of the key counts. Where a digit needs Shift, as on
// a French keyboard, it stays the digit.
function keyed({ key, code, shiftKey }) {
  if (/^[1-9anoxchm]$/.test(key)) return press(focusedCard(), key);
  const number = shiftKey && /^Digit([1-9])$/.exec(code)?.[1];
  return number ? tick(focusedCard(), number) : false;
}

// Escape leaves a field of a card, and the card keeps the focus.
function leave(event) {
  const box = event.target.closest(".card details[open]");
  if (!box) return;
  box.open = false;
  focusCard(box.closest(".card"));
}

function moveOn({ detail }) {
  const card = document.getElementById(detail.card);
  // What was taken back may stand in another part of the queue: then the focus stays with undo and redo.
  if (!card) return document.querySelector("#story-history button")?.focus();
  const all = cards();
  const later = detail.open ? null : all.slice(all.indexOf(card) + 1).find((other) => !other.matches(".decided"));
  focusCard(later ?? card);
}

document.addEventListener("keydown", onKey);
document.addEventListener("focusin", (event) => (current = event.target.closest(".card")?.id ?? current));
document.addEventListener("recorded", moveOn);
document.querySelector("[data-open-keymap]")?.addEventListener("click", () => keymap.showModal());
if (location.hash.startsWith("#conflict-card-")) focusCard(document.querySelector(location.hash));
