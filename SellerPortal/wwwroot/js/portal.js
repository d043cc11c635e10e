// Small comforts that every page works without.
(() => {
  const isTyping = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

  // A double click is one press: its second click falls on what the first one has just done, or put in its place.
  document.addEventListener("click", (event) => {
    if (event.detail < 2 || !(event.target instanceof Element) || !event.target.closest("button.btn, a.btn[download]")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // "/" goes to the search box.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
    const search = document.querySelector("[data-search]");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });

  // An article number is shown in groups and copied without spaces.
  document.addEventListener("copy", (event) => {
    const text = String(document.getSelection());
    const article = text.trim();
    if (!/^[A-Z]{2} \d{3} \d{3} \d{3} IN$/.test(article)) return;
    event.clipboardData.setData("text/plain", article.replaceAll(" ", ""));
    event.preventDefault();
  });

  // An open menu closes on Escape and on a press beside it.
  const openMenus = () => document.querySelectorAll("details.menu[open]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector("summary").focus();
    }
  });
  document.addEventListener("click", (event) => {
    for (const menu of openMenus()) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  // When a circuit starts it takes the page's title out and puts it back a moment later; meanwhile the old one stays.
  let title = document.title;
  new MutationObserver(() => {
    if (document.title) title = document.title;
    else if (title) document.title = title;
  }).observe(document.head, { childList: true, subtree: true, characterData: true });
})();
