// "/" goes to the search from anywhere on the page, never while somebody types.

const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
const field = document.getElementById("find");

document.addEventListener("keydown", (event) => {
  const taken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey;
  // On some keyboards "/" is Shift and a digit, which ticks a reading of the card with the focus.
  const ticks = /^Digit/.test(event.code) && document.activeElement?.closest(".card")?.querySelector("[name=ticked]");
  if (event.key !== "/" || ticks || taken || !field || event.target.closest(TYPING) || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  field.focus();
  field.select();
});
