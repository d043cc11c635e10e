// Names the place of the pincode and finds a mistyped GSTIN while the form is filled in. The server checks all of it again.
const alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

const checkCharacter = (fourteen) => {
  let sum = 0;
  [...fourteen].forEach((character, index) => {
    const product = alphabet.indexOf(character) * (1 + (index % 2));
    sum += Math.floor(product / 36) + (product % 36);
  });
  return alphabet[(36 - (sum % 36)) % 36];
};

for (const field of document.querySelectorAll("input[data-gstin]")) {
  const hint = document.getElementById("tax-hint");
  const usual = hint.textContent;
  field.addEventListener("blur", () => {
    field.value = field.value.replaceAll(/\s/g, "").toUpperCase();
    const wrong = /^[0-9]{2}[A-Z]{5}[0-9]{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/.test(field.value) && checkCharacter(field.value.slice(0, 14)) !== field.value[14];
    hint.textContent = wrong ? field.dataset.gstin : usual;
    hint.classList.toggle("bad", wrong);
  });
}

const pin = document.querySelector("input[data-pin]");
const place = document.querySelector("[data-place-hint]");
if (pin && place) {
  const usual = place.textContent;
  const city = document.getElementById("City");
  const state = document.getElementById("State");
  let asked = "";
  let before = null;

  // City and state follow the pincode as long as nobody typed others.
  const follow = (told) => {
    if (before && city.value === before.district && state.value === before.state) [city.value, state.value] = [told.district, told.state];
    before = told;
  };

  const show = async () => {
    const digits = pin.value.replaceAll(/\s/g, "");
    if (digits === asked) return;
    asked = digits;
    place.textContent = usual;
    place.classList.remove("ok", "bad");
    if (!/^[0-9]{6}$/.test(digits)) return;
    try {
      const answer = await fetch(`/api/v1/pincodes/${digits}`, { headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (digits !== asked) return;
      place.textContent = answer.ok ? [told.district, told.state].filter(Boolean).join(", ") : told.detail;
      if (answer.ok) follow(told);
      place.classList.add(answer.ok ? "ok" : "bad");
    } catch {
      // Without the line there is no hint; the form works all the same.
    }
  };
  pin.addEventListener("input", show);
  show();
}
