// Names the place of a pincode below the field while it is typed. The server checks it again on submit.
for (const field of document.querySelectorAll("input[data-place]")) {
  const hint = document.getElementById(field.dataset.place);
  let asked = "";

  const show = async () => {
    const pin = field.value.replaceAll(" ", "");
    if (pin === asked) return;
    asked = pin;
    hint.textContent = "";
    if (!/^[1-9][0-9]{5}$/.test(pin)) return;
    try {
      const answer = await fetch(`/api/v1/pincodes/${pin}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) return;
      const { district, state } = await answer.json();
      if (pin === asked) hint.textContent = [district, state].filter(Boolean).join(", ");
    } catch {
      // Without the line there is no hint; the form works all the same.
    }
  };

  field.addEventListener("input", show);
  show();
}
