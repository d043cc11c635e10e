// Says before the upload that a file is too large; the server says it too.
export function watch(largest) {
  const form = document.getElementById("bulk-form");
  const input = document.getElementById("bulk-sheet");
  const fault = document.getElementById("bulk-fault");
  if (!form || !input || !fault) return;
  const check = () => {
    const tooLarge = input.files.length > 0 && input.files[0].size > largest;
    fault.textContent = tooLarge ? fault.dataset.tooLarge : "";
    input.toggleAttribute("aria-invalid", tooLarge);
    return tooLarge;
  };
  if (input.files.length > 0) check();
  input.addEventListener("change", check);
  form.addEventListener("submit", event => {
    if (!check()) return;
    event.preventDefault();
    input.focus();
  });
}
