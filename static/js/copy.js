// A text is copied with one press. Where the browser forbids it, as on a page without TLS, it is marked for copying by hand.

const say = (sentence) => document.dispatchEvent(new CustomEvent("say", { detail: { sentence } }));

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  }
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  const done = await copy(document.getElementById(button.dataset.copy));
  say(done ? button.dataset.copied : button.dataset.marked);
});
