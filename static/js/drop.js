// Drag files anywhere onto the page, or paste copy anywhere outside a field; the form itself works without this.

const form = document.querySelector("[data-drop]");
const input = form?.querySelector("input[type=file]");
const list = form?.querySelector("[data-picked]");
const button = form?.querySelector("button");

const carriesFiles = (transfer) => transfer && [...transfer.types].includes("Files");
const inField = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");

function size(bytes) {
  if (bytes < 1024) return `${bytes} bytes`;
  return bytes < 1024 * 1024 ? `${(bytes / 1024).toFixed(1)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function row(file) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const weight = document.createElement("span");
  name.textContent = file.name;
  weight.textContent = size(file.size);
  weight.className = "quiet";
  item.append(name, weight);
  return item;
}

function showPicked() {
  const files = [...input.files];
  list.replaceChildren(...files.map(row));
  if (files.length) button.focus();
}

function takeFiles(files) {
  form.closest("details")?.setAttribute("open", "");
  input.files = files;
  showPicked();
  form.scrollIntoView({ block: "nearest" });
}

function takeText(text) {
  const area = form.querySelector("textarea");
  for (let box = area.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  area.value = text;
  area.focus();
}

function onDrag(event) {
  if (!carriesFiles(event.dataTransfer)) return;
  event.preventDefault();
  document.body.classList.add("dropping");
}

function onDrop(event) {
  document.body.classList.remove("dropping");
  if (!carriesFiles(event.dataTransfer)) return;
  event.preventDefault();
  takeFiles(event.dataTransfer.files);
}

function onPaste(event) {
  if (inField(event.target)) return;
  if (event.clipboardData.files.length) takeFiles(event.clipboardData.files);
  else if (event.clipboardData.getData("text")) takeText(event.clipboardData.getData("text"));
  else return;
  event.preventDefault();
}

if (form) {
  input.addEventListener("change", showPicked);
  addEventListener("dragover", onDrag);
  addEventListener("dragleave", (event) => event.relatedTarget ?? document.body.classList.remove("dropping"));
  addEventListener("drop", onDrop);
  addEventListener("paste", onPaste);
  form.addEventListener("submit", () => setTimeout(() => (button.disabled = true)));
  addEventListener("pageshow", () => (button.disabled = false));
}
