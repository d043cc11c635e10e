// Search as you type for an input with data-suggest: a combobox with a list of offices, by keyboard and pointer.
// Without this file the form still works.
for (const input of document.querySelectorAll('input[data-suggest]')) enhance(input);

function enhance(input) {
  const data = input.dataset;
  const types = Object.fromEntries(data.suggestTypes.split(';').map(pair => pair.split('=')));
  const list = document.createElement('ul');
  list.className = 'pin-list';
  list.id = `${input.id}-list`;
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', data.suggestLabel);
  const spoken = document.createElement('p');
  spoken.className = 'spoken';
  spoken.setAttribute('role', 'status');
  input.after(list, spoken);
  for (const [name, value] of Object.entries({ role: 'combobox', 'aria-expanded': 'false', 'aria-controls': list.id, 'aria-autocomplete': 'list' })) {
    input.setAttribute(name, value);
  }

  let timer = 0;
  let asked = null;
  let active = -1;

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', event => {
    if (event.key === 'Escape' && !list.hidden) {
      close();
      event.preventDefault();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (list.hidden) ask();
      else move(event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
    } else if (event.key === 'Enter' && active >= 0) {
      event.preventDefault();
      open(list.children[active]);
    }
  });
  // The pointer must not take the focus away before its click arrives.
  list.addEventListener('pointerdown', event => event.preventDefault());
  list.addEventListener('click', event => {
    const item = event.target.closest('li');
    if (item) open(item);
  });

  async function ask() {
    const text = input.value.trim();
    asked?.abort();
    if (!/[a-z0-9]/i.test(text)) return close();
    asked = new AbortController();
    try {
      const answer = await fetch(`${data.suggest}?limit=8&search=${encodeURIComponent(text)}`, { signal: asked.signal });
      if (!answer.ok) return close();
      show((await answer.json()).offices);
    } catch {
      // A newer key press took over, or the line is gone; the form itself still answers.
      close();
    }
  }

  function show(offices) {
    if (document.activeElement !== input) return;
    list.replaceChildren(...offices.map((office, index) => {
      const item = document.createElement('li');
      item.id = `${list.id}-${index}`;
      item.dataset.pincode = office.pincode;
      item.setAttribute('role', 'option');
      item.setAttribute('aria-selected', 'false');
      item.textContent = `${office.pincode} ${office.name}`;
      const place = document.createElement('span');
      place.className = 's';
      place.textContent = [types[office.type], office.taluk, office.district, office.state]
        .filter((part, at, all) => part && all.indexOf(part) === at).join(', ');
      item.append(place);
      return item;
    }));
    active = -1;
    list.hidden = offices.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    input.removeAttribute('aria-activedescendant');
    spoken.textContent = offices.length === 0 ? data.suggestNone : data.suggestCount.replace('{0}', offices.length);
  }

  function move(step) {
    const items = list.children;
    items[active]?.setAttribute('aria-selected', 'false');
    active = (active + step + items.length + (active < 0 && step < 0 ? 1 : 0)) % items.length;
    items[active].setAttribute('aria-selected', 'true');
    items[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', items[active].id);
  }

  function close() {
    list.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  function open(item) {
    location.assign(`${data.suggestPage}?q=${item.dataset.pincode}`);
  }
}
