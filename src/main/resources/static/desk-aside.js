// What was typed in one window and not gone on with in another, field by field. The server keeps it until it is deleted or the task is done.
(() => {
  const place = document.getElementById('form');
  if (!place) return;

  const byId = (id) => document.getElementById(id);
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

  const when = (time) => new Date(time).toLocaleString(undefined, { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' });

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

  const drop = async ({ window: of }, item) => {
    let answer = null;
    try {
      answer = await window.tandem.send(place.dataset.drop, { method: 'POST', body: new URLSearchParams({ window: of }) });
    } catch { /* it stays on the page, too */ }
    if (!answer?.ok) return;
    item.remove();
    byId('aside').hidden = byId('asides').children.length === 0;
  };

  const show = (asides, form, fields, mine, use) => {
    byId('asides').replaceChildren(...asides.flatMap((aside) => {
      const item = byId('one-aside').content.firstElementChild.cloneNode(true);
      if (!list(item.querySelector('dl'), form, fields, aside.values, mine)) return [];
      item.querySelector('p').textContent = when(aside.savedAt);
      item.querySelector('.use-aside').addEventListener('click', () => use(aside));
      item.querySelector('.drop-aside').addEventListener('click', () => drop(aside, item));
      return [item];
    }));
    byId('aside').hidden = byId('asides').children.length === 0;
  };

  window.tandem.aside = { list, show, when };
})();
