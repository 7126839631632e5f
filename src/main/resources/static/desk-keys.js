// Snippets by typing ::name, and the keys of the page of a task. Everything they do can be done with the page's own controls, too.
(() => {
  const list = document.getElementById('snippets');
  const keys = document.getElementById('keys');
  if (!list || !keys) return;
  const byId = (id) => document.getElementById(id);
  const reply = () => document.querySelector('#form textarea[id*="Field_Reply"]:not([readonly], [disabled])');

  // a field of form-js hears of it as if it were typed
  const write = (field, from, to, text) => {
    field.focus();
    field.setRangeText(text, from, to, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };

  // Snippets

  let snippets = {};
  let field = null;
  let begins = 0;
  let at = 0;
  document.addEventListener('tandem:form', (event) => { snippets = event.detail.snippets ?? {}; });

  const close = () => {
    list.hidden = true;
    field?.removeAttribute('aria-activedescendant');
    field?.removeAttribute('aria-controls');
    field = null;
  };
  const mark = (next) => {
    const options = [...list.children];
    at = (next + options.length) % options.length;
    options.forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    options[at].scrollIntoView({ block: 'nearest' });
    field.setAttribute('aria-activedescendant', options[at].id);
  };
  const insert = () => {
    const into = field;
    const text = snippets[list.children[at].dataset.name];
    close();
    write(into, begins, into.selectionStart, text);
  };
  const offer = (into) => {
    const begun = /(?:^|[\s(])(::([a-z0-9-]*))$/i.exec(into.value.slice(0, into.selectionStart));
    const found = begun ? Object.keys(snippets).filter((name) => name.startsWith(begun[2].toLowerCase())) : [];
    if (!found.length) return close();
    field = into;
    begins = into.selectionStart - begun[1].length;
    list.replaceChildren(...found.map((name, index) => {
      const option = document.createElement('li');
      option.id = `snippet-${index}`;
      option.role = 'option';
      option.dataset.name = name;
      const strong = document.createElement('strong');
      strong.textContent = `::${name}`;
      option.append(strong, ` ${snippets[name]}`);
      return option;
    }));
    const box = into.getBoundingClientRect();
    list.style.left = `${box.left + window.scrollX}px`;
    list.style.top = `${box.bottom + window.scrollY + 4}px`;
    list.style.width = `${box.width}px`;
    list.hidden = false;
    field.setAttribute('aria-controls', 'snippets');
    mark(0);
  };

  document.addEventListener('input', (event) => {
    if (event.target.matches('#form textarea:not([readonly])')) offer(event.target);
  });
  list.addEventListener('mousedown', (event) => {
    const option = event.target.closest('[role=option]');
    if (!option) return;
    event.preventDefault();
    mark([...list.children].indexOf(option));
    insert();
  });
  document.addEventListener('focusout', (event) => { if (event.target === field) close(); });

  // The draft into the reply, where the caret is

  const useDraft = () => {
    const into = reply();
    const draft = byId('draft-text');
    if (!into || !draft || !byId('use-draft')) return;
    const [from, to] = [into.selectionStart, into.selectionEnd];
    const before = into.value.slice(0, from);
    const after = into.value.slice(to);
    const apart = (text, breaks) => (text.trim() === '' ? '' : '\n'.repeat(Math.max(0, 2 - breaks.length)));
    write(into, from, to, apart(before, /\n*$/.exec(before)[0]) + draft.textContent.trim() + apart(after, /^\n*/.exec(after)[0]));
  };
  document.addEventListener('click', (event) => {
    if (event.target.id === 'use-draft') useDraft();
    if (event.target.id === 'show-keys') keys.showModal();
    if (event.target.matches('[data-close-keys]')) keys.close();
  });

  // Keys; single letters can be turned off for who speaks to the computer

  const single = byId('single-keys');
  const OFF = 'tandem-single-keys-off';
  try {
    single.checked = localStorage.getItem(OFF) === null;
    single.addEventListener('change', () => (single.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, 'true')));
  } catch { /* a browser that keeps nothing asks again */ }

  const press = (selector) => document.querySelector(selector)?.click();
  const actions = {
    '?': () => keys.showModal(),
    r: () => reply()?.focus(),
    c: () => byId('live')?.focus(),
    d: useDraft,
    b: () => press('#take-back'),
    n: () => press('#claim'),
  };
  const choosing = { ArrowDown: () => mark(at + 1), ArrowUp: () => mark(at - 1), Enter: insert, Tab: insert, Escape: close };

  document.addEventListener('keydown', (event) => {
    if (field && choosing[event.key] && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      choosing[event.key]();
      return;
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      press('#completion:not([hidden]) #complete');
      return;
    }
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === 'Escape' && typing) typing.blur();
    if (typing || document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key];
    if (!action || (event.key !== '?' && !single.checked)) return;
    event.preventDefault();
    action();
  }, true);
})();
