// Copies the text of data-copy and says so with the text of data-copied; pages hold no script of their own.
document.addEventListener("click", async event => {
  const button = event.target.closest("[data-copy]");
  if (!button) return;
  const text = button.dataset.copy.startsWith("/") ? new URL(button.dataset.copy, document.baseURI).href : button.dataset.copy;
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = document.createElement("textarea");
    field.value = text;
    field.style.position = "fixed";
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
  const status = document.getElementById("copy-status");
  if (status) status.textContent = button.dataset.copied;
});
