// When a circuit starts it puts a fresh form in the place of the one that came with the page. A file that was chosen
// meanwhile goes over to the field of the same id.
(() => {
  let chosen = null;
  const address = () => location.pathname;
  const observer = new MutationObserver(() => {
    if (chosen.input.isConnected) return;
    const input = address() === chosen.address ? document.getElementById(chosen.input.id) : null;
    if (input?.type === "file") {
      if (input.files.length === 0) input.files = chosen.input.files;
      input.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (address() !== chosen.address) {
      chosen = null;
      observer.disconnect();
    }
  });
  const remember = (input) => {
    if (!input.id || input.files.length === 0) return;
    chosen = { input, address: address() };
    observer.observe(document.body, { childList: true, subtree: true });
  };
  document.addEventListener("change", (event) => {
    if (event.target instanceof HTMLInputElement && event.target.type === "file") remember(event.target);
  });
  document.querySelectorAll("input[type=file]").forEach(remember);
})();
