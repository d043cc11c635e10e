// Moves the focus to the element with an id, when it is there.
export function focus(id) {
  const target = document.getElementById(id);
  target?.focus();
  target?.scrollIntoView({ block: "center", behavior: "instant" });
}
