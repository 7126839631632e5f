// What was typed in one window and not gone on with in another, field by field. It stays in this tab until it is deleted or the tab is closed.
(() => {
  const place = document.getElementById('form');
  if (!place) return;

  const byId = (id) => document.getElementById(id);
  const memory = `tandem-aside:${place.dataset.who}:${place.dataset.key}`;
  let values = null;
  try {
    values = JSON.parse(sessionStorage.getItem(memory));
  } catch { /* a browser that keeps nothing has it until the page is left */ }

  const at = (data, path) => path.reduce((value, key) => (value === null || value === undefined ? undefined : value[key]), data);
  const isEmpty = (value) => value === undefined || value === null || value === '' || value === false;
  const named = (form, path) => {
    const field = form.get('formFieldRegistry').getAll().find((one) => one.key === path.join('.'));
    return { label: field?.label || field?.dateLabel || field?.timeLabel || path.join('.'), options: field?.values ?? [] };
  };
  const words = (value, options) => {
    if (isEmpty(value)) return '(empty)';
    const chosen = options.find((option) => option.value === value);
    return chosen ? chosen.label : value === true ? 'yes' : typeof value === 'string' ? value : JSON.stringify(value);
  };

  // only what differs from what is in the form; says whether anything does
  const list = (into, form, fields, other, mine) => {
    const rows = fields.filter((path) => JSON.stringify(at(other, path) ?? null) !== JSON.stringify(at(mine, path) ?? null)
      && !(isEmpty(at(other, path)) && isEmpty(at(mine, path))));
    into.replaceChildren(...rows.map((path) => {
      const { label, options } = named(form, path);
      const row = document.createElement('div');
      const what = document.createElement('dt');
      const text = document.createElement('dd');
      what.textContent = label;
      text.className = 'text';
      text.textContent = words(at(other, path), options);
      row.append(what, text);
      return row;
    }));
    return rows.length > 0;
  };

  const drop = () => {
    values = null;
    byId('aside').hidden = true;
    try {
      sessionStorage.removeItem(memory);
    } catch { /* see above */ }
  };

  const keep = (form, fields, other, mine) => {
    if (!other || !list(byId('aside-text'), form, fields, other, mine)) return drop();
    values = other;
    byId('aside').hidden = false;
    try {
      sessionStorage.setItem(memory, JSON.stringify(values));
    } catch { /* see above */ }
    return undefined;
  };

  byId('drop-aside').addEventListener('click', drop);

  window.tandem.aside = { list, keep, drop, kept: () => values };
})();
