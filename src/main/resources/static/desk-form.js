// Shows the form of a task as it is deployed and keeps what is typed: on the server, and in this tab while the server does not have it.
(() => {
  const place = document.getElementById('form');
  if (!place) return;

  const SOON = 800;
  const LATER = 5000;
  const byId = (id) => document.getElementById(id);
  const completion = byId('completion');
  const memory = `tandem-draft:${place.dataset.who}:${place.dataset.key}`;

  let form = null;
  let fields = [];
  let stranger = false;
  let revision = 0;
  let kept = '';
  let current = '';
  let timer = 0;
  let saving = Promise.resolve(true);
  let elsewhere = null;

  // under this name the server sets aside what this window has while another was faster, and then what it goes on instead of
  const named = () => `w${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;
  let name = named();

  const at = (data, path) => path.reduce((value, key) => (value === null || value === undefined ? undefined : value[key]), data);
  const put = (data, path, value) => {
    const last = path.slice(0, -1).reduce((inner, key) => {
      if (typeof inner[key] !== 'object' || inner[key] === null) inner[key] = {};
      return inner[key];
    }, data);
    last[path[path.length - 1]] = value;
  };
  const copied = (from, to) => {
    fields.forEach((path) => {
      const value = at(from, path);
      if (value !== undefined) put(to, path, value);
    });
    return to;
  };
  const typed = (data) => JSON.stringify(copied(data, {}));

  const writable = () => byId('standing')?.dataset.writable === 'true';
  const say = (words) => { byId('draft-state').textContent = words; };

  const remember = () => {
    try {
      sessionStorage.setItem(memory, JSON.stringify({ revision, name, values: JSON.parse(current) }));
    } catch { /* a browser that keeps nothing still has the server */ }
  };
  const remembered = () => {
    try {
      return JSON.parse(sessionStorage.getItem(memory));
    } catch {
      return null;
    }
  };
  const forget = () => {
    try {
      sessionStorage.removeItem(memory);
    } catch { /* see above */ }
  };

  const fetched = async () => {
    const answer = await window.tandem.send(place.dataset.source, { cache: 'no-store' });
    if (!answer.ok) throw answer;
    return answer.json();
  };

  const send = (keepalive) => window.tandem.send(place.dataset.draft, {
    method: 'POST',
    body: new URLSearchParams({ values: current, seen: revision, window: name }),
    keepalive,
  });

  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(save, LATER);
  };

  const keep = async (keepalive) => {
    if (stranger) return false;
    const sent = current;
    let answer;
    try {
      answer = await send(keepalive);
    } catch {
      say('Not connected: your draft is kept in this tab until the server can be reached.');
      again();
      return false;
    }
    if (answer.headers.has('Tandem-Sign-In')) {
      say('Your draft is kept in this tab until you are signed in again.');
      return false;
    }
    if (answer.status === 409) {
      differs({ ...await answer.json(), has: sent });
      if (!elsewhere.isSetAside) {
        say('This is kept in this tab only, as ten texts are set aside already: delete one of them below the form.');
        again();
      } else if (current === sent) {
        forget();
        say('Kept beside the draft of the other window');
      }
      return false;
    }
    if (answer.status === 413) {
      say('This is more than can be kept: all fields together can have up to 500,000 characters.');
      return false;
    }
    if (!answer.ok) {
      say('Your draft is kept in this tab; the server could not keep it just now.');
      again();
      return false;
    }
    revision = (await answer.json()).revision;
    name = named();
    kept = sent;
    agreed();
    if (current === sent) {
      forget();
      say('Draft saved');
    } else {
      remember();
    }
    return true;
  };

  function save(keepalive = false) {
    clearTimeout(timer);
    saving = saving.then(() => keep(keepalive), () => keep(keepalive));
    return saving;
  }

  const changed = ({ data }) => {
    const now = typed(data);
    if (now === current) return;
    current = now;
    if (!writable()) return;
    remember();
    say('');
    clearTimeout(timer);
    timer = setTimeout(save, SOON);
  };

  const stand = () => {
    if (!form) return;
    if (form._getState().properties.readOnly !== !writable()) form.setProperty('readOnly', !writable());
    completion.hidden = !writable();
  };

  // What is wrong, with the name of the field, as one list to begin with

  const reasons = (errors) => Array.isArray(errors) ? errors : Object.values(errors ?? {}).flatMap(reasons);
  const sentences = (errors) => Object.entries(errors).flatMap(([id, wrong]) => {
    const field = form.get('formFieldRegistry').get(id);
    const name = field?.label || field?.dateLabel || field?.timeLabel || field?.key || id;
    return reasons(wrong).map((reason) => ({ id, text: /^(Field|Value) /.test(reason) ? `"${name}" ${reason.replace(/^(Field|Value) /, '')}` : `"${name}": ${reason}` }));
  });

  const tell = (flaws) => {
    const box = byId('flaws');
    const list = box.querySelector('ul');
    list.replaceChildren(...flaws.map((flaw) => {
      const item = document.createElement('li');
      const go = document.createElement('button');
      go.type = 'button';
      go.className = 'link';
      go.textContent = flaw.text;
      go.addEventListener('click', () => place.querySelector(`[id^="fjs-form-"][id*="-${CSS.escape(flaw.id)}"]:is(input, textarea, select, [tabindex])`)?.focus());
      item.append(go);
      return item;
    }));
    box.hidden = flaws.length === 0;
    if (flaws.length) box.focus();
  };

  completion.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (completion.dataset.sent) return;
    const { data, errors } = form.submit();
    const flaws = sentences(errors);
    tell(flaws);
    if (flaws.length) return;
    completion.dataset.sent = 'true';
    completion.setAttribute('aria-busy', 'true');
    if (await save()) {
      byId('values').value = typed(data);
      completion.submit();
    } else {
      delete completion.dataset.sent;
      completion.removeAttribute('aria-busy');
    }
  });

  // giving a task back takes the draft along
  document.addEventListener('submit', async (event) => {
    if (!event.target.hasAttribute('data-keep') || current === kept || !writable()) return;
    event.preventDefault();
    await save();
    event.target.submit();
  });

  const show = async (values) => {
    const { data, properties } = form._getState();
    await form.importSchema(schema, copied(values, structuredClone(data)));
    form.setProperty('readOnly', properties.readOnly);
  };
  let schema = null;

  // Two windows of the same person: both texts are seen and kept, and the one that is not gone on with is set aside

  function differs(other) {
    const isNews = elsewhere?.revision !== other.revision;
    elsewhere = other;
    if (!isNews) return;
    window.tandem.aside.list(byId('other-text'), form, fields, other.instead, JSON.parse(current));
    byId('elsewhere').hidden = false;
  }
  function agreed() {
    elsewhere = null;
    byId('elsewhere').hidden = true;
  }
  const asides = async () => {
    const { asides: all } = await fetched();
    showAsides(all);
  };
  const showAsides = (all) => window.tandem.aside.show(all, form, fields, JSON.parse(current), use);
  const safely = (act) => (...given) => act(...given).catch(() => say('Not connected: try again in a moment.'));

  // the text of this window is on the server before another is shown instead of it
  const isSafe = async () => {
    const saved = await save();
    return saved || Boolean(elsewhere?.isSetAside && elsewhere.has === current);
  };
  const showOther = async (values) => {
    await show(values);
    current = typed(form._getState().data);
    clearTimeout(timer);
  };

  byId('take-other').addEventListener('click', safely(async () => {
    if (!await isSafe() || !elsewhere) return;
    const { revision: newer, instead } = elsewhere;
    agreed();
    revision = newer;
    name = named();
    await showOther(instead);
    kept = current;
    forget();
    say('Draft of the other window');
    await asides();
  }));
  byId('keep-this').addEventListener('click', safely(async () => {
    if (!await isSafe() || !elsewhere) return;
    revision = elsewhere.revision;
    if (await save()) await asides();
  }));
  const use = safely(async ({ window: of, values }) => {
    if (!await save()) return;
    name = of;
    await showOther(values);
    remember();
    if (await save()) await asides();
  });

  // what the customer adds meanwhile comes into the brief of the form, too; what is typed stays
  const refresh = async () => {
    if (!form) return;
    const { data: newer } = await fetched();
    const { data } = form._getState();
    fields.forEach((path) => {
      if (at(data, path) !== undefined || at(newer, path) !== undefined) put(newer, path, at(data, path));
    });
    if (JSON.stringify(newer) !== JSON.stringify(data)) form._setState({ data: newer });
  };

  document.addEventListener('htmx:afterSettle', (event) => {
    stand();
    if (event.target.id === 'live') refresh().catch(() => {}); // the next change brings it
  });
  document.addEventListener('htmx:oobAfterSwap', stand);
  document.addEventListener('visibilitychange', () => {
    if (!form || current === kept || !writable()) return;
    save(document.hidden && current.length < 60000);
  });
  document.addEventListener('tandem:signed-in', async () => {
    if (!form) return;
    const { who } = await fetched();
    stranger = who !== place.dataset.who;
    if (stranger) say(`You are signed in as ${who} now. What ${place.dataset.who} typed is kept in this tab and is not saved.`);
    else if (current !== kept && writable() && await save()) window.tandem.tell('You are signed in again, and what you typed is saved.');
  });

  const begin = async () => {
    const task = await fetched();
    if (!task.schema) throw new Error('There is no form that can be read');
    schema = task.schema;
    fields = task.fields;
    const inThisTab = remembered();
    revision = inThisTab?.revision ?? task.revision;
    name = inThisTab?.name ?? name;
    const posted = place.dataset.waiting ? JSON.parse(byId('raw-values').value || '{}') : null;
    const data = copied(posted ?? inThisTab?.values ?? task.draft ?? {}, structuredClone(task.data));

    const fresh = new FormViewer.Form({ container: place, properties: { readOnly: !writable() } });
    await fresh.importSchema(schema, data);
    form = fresh;
    document.dispatchEvent(new CustomEvent('tandem:form', { detail: task }));
    current = typed(form._getState().data);
    kept = task.draft || posted || inThisTab ? '' : current;
    form.on('changed', changed);
    stand();
    showAsides(task.asides.filter((aside) => aside.window !== name));
    if ((inThisTab || posted) && writable()) {
      save();
    } else if (task.draft) {
      kept = current;
      say(`Draft of ${window.tandem.aside.when(task.savedAt)}`);
    }
  };

  begin().catch((failure) => {
    console.error('The form cannot be shown', failure);
    place.hidden = true;
    byId('not-rendered').hidden = false;
    byId('raw').open = true;
  });
})();
