// More of the queue: whoever asked for the next cards goes on at the first of them, and nobody else's focus is moved.

let asked = "";

// The key j presses the link too. The cards may be on their way already, so that no request follows on the click.
document.addEventListener("click", ({ target }) => {
  const link = target.closest("[data-more]");
  if (link) asked = link.closest("[id^=queue-more]").id.replace("queue-more", "queue-after");
});

document.addEventListener("htmx:afterSettle", () => {
  const card = asked && document.getElementById(asked)?.querySelector(".card");
  if (!card) return;
  asked = "";
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
});
