// Drag files anywhere onto the page, or paste copy anywhere outside a field; the form itself works without this.

const form = document.querySelector("[data-drop]");
const input = form?.querySelector("input[type=file]");
const list = form?.querySelector("[data-picked]");
const button = form?.querySelector("button");
const ONE_DECIMAL = new Intl.NumberFormat(document.documentElement.lang, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
let upload = null;

const carriesFiles = (transfer) => transfer && [...transfer.types].includes("Files");
const inField = (target) => target instanceof Element && target.closest("input, textarea, select, [contenteditable]");
const say = (sentence) => document.dispatchEvent(new CustomEvent("say", { detail: { sentence } }));

function size(bytes) {
  if (bytes < 1024) return form.dataset.bytes.replace("{number}", bytes);
  return bytes < 1024 * 1024 ? `${ONE_DECIMAL.format(bytes / 1024)} KB` : `${ONE_DECIMAL.format(bytes / 1024 / 1024)} MB`;
}

function row(file) {
  const item = document.createElement("li");
  const name = document.createElement("span");
  const weight = document.createElement("span");
  const bar = document.createElement("progress");
  name.textContent = file.name;
  weight.textContent = size(file.size);
  weight.className = "quiet";
  bar.max = file.size || 1;
  bar.value = 0;
  bar.hidden = true;
  bar.setAttribute("aria-label", form.dataset.sent.replace("{name}", file.name));
  item.append(name, bar, weight);
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
  if (!upload) takeFiles(event.dataTransfer.files);
}

function onPaste(event) {
  if (inField(event.target) || upload) return;
  if (event.clipboardData.files.length) takeFiles(event.clipboardData.files);
  else if (event.clipboardData.getData("text")) takeText(event.clipboardData.getData("text"));
  else return;
  event.preventDefault();
}

// The files go one after the other in one request, so what has been sent fills their bars in order.
function showSent(bytes) {
  let left = bytes;
  list.querySelectorAll("progress").forEach((bar) => {
    bar.hidden = false;
    bar.value = Math.max(0, Math.min(left, bar.max));
    left -= bar.max;
  });
}

function rest(sentence) {
  upload = null;
  button.disabled = false;
  list.querySelectorAll("progress").forEach((bar) => (bar.hidden = true));
  if (sentence) say(sentence);
}

// A page that came without going on says what is wrong with the form: the browser sends the form itself, and shows it.
function finished() {
  const arrived = new URL(upload.responseURL, location.href);
  if (upload.status === 200 && arrived.pathname !== new URL(form.action).pathname) return location.assign(arrived);
  form.submit();
}

function send(event) {
  // Sending text alone takes no time that could be shown.
  if (!input.files.length) return setTimeout(() => (button.disabled = true));
  event.preventDefault();
  upload = new XMLHttpRequest();
  upload.upload.addEventListener("progress", ({ loaded }) => showSent(loaded));
  upload.addEventListener("load", finished);
  upload.addEventListener("error", () => rest(form.dataset.notArrived));
  upload.open("POST", form.action);
  upload.send(new FormData(form));
  button.disabled = true;
  showSent(0);
}

if (form) {
  input.addEventListener("change", showPicked);
  addEventListener("dragover", onDrag);
  addEventListener("dragleave", (event) => event.relatedTarget ?? document.body.classList.remove("dropping"));
  addEventListener("drop", onDrop);
  addEventListener("paste", onPaste);
  form.addEventListener("submit", send);
  addEventListener("pageshow", () => rest());
}
