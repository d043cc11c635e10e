// The booking page: Ctrl+Enter books, and the focus goes where the page says.
const onKey = (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.repeat) return;
  const button = document.getElementById("book-button");
  if (!button || button.disabled) return;
  event.preventDefault();
  button.click();
};

export function listen() {
  document.addEventListener("keydown", onKey);
}

export function unlisten() {
  document.removeEventListener("keydown", onKey);
}

export function focus(id) {
  const target = document.getElementById(id);
  if (!target) return;
  target.focus();
  if (target instanceof HTMLInputElement && target.type === "text") target.select();
  target.scrollIntoView({ block: "center", behavior: "instant" });
}
