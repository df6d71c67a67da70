// More of the queue keeps the focus in it: whoever asked for the next cards with the focus goes on at the first of them.

let asked = "";

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (!detail.elt.matches("[data-more]")) return;
  const last = [...document.querySelectorAll(".card")].at(-1);
  const here = document.activeElement === detail.elt || last?.contains(document.activeElement);
  asked = here ? detail.target.id.replace("queue-more", "queue-after") : "";
});

document.addEventListener("htmx:afterSettle", () => {
  const card = asked && document.getElementById(asked)?.querySelector(".card");
  if (!card) return;
  asked = "";
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
});
