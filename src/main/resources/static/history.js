// Draws diagram and decision tables and marks on them what happened. Everything these tell is in the page's tables as well.
(() => {
  const canvas = document.getElementById('diagram');
  const inWords = { done: 'passed', here: 'stands here', incident: 'incident', ended: 'interrupted' };
  const states = Object.keys(inWords);

  const file = async (address) => {
    const answer = await fetch(address, { credentials: 'same-origin' });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return answer.text();
  };

  // the diagram

  let viewer = null;
  let marked = [];

  const badge = (mark) => {
    const html = document.createElement('div');
    html.className = `pass is-${mark.state}`;
    const words = { done: '✓', here: 'here', incident: '! incident', ended: '✕' }[mark.state];
    html.textContent = mark.passes > 1 ? `${words} ${mark.passes}×` : words;
    html.title = `${inWords[mark.state]}, ${mark.passes} ${mark.passes === 1 ? 'time' : 'times'}`;
    return html;
  };

  const mark = () => {
    const data = document.getElementById('marks');
    if (!viewer || !data) return;
    const { elements, flows } = JSON.parse(data.dataset.marks);
    const registry = viewer.get('elementRegistry');
    const drawing = viewer.get('canvas');
    const overlays = viewer.get('overlays');
    marked.forEach(([id, name]) => drawing.removeMarker(id, name));
    marked = [];
    overlays.remove({ type: 'pass' });
    const add = (id, name) => { drawing.addMarker(id, name); marked.push([id, name]); };
    flows.filter((id) => registry.get(id)).forEach((id) => add(id, 'is-taken'));
    elements.filter((one) => registry.get(one.id) && states.includes(one.state)).forEach((one) => {
      add(one.id, `is-${one.state}`);
      if (/SubProcess$/.test(registry.get(one.id).type)) add(one.id, 'is-frame');
      overlays.add(one.id, 'pass', { position: { top: -12, left: -6 }, show: { minZoom: 0.35 }, html: badge(one) });
    });
  };

  const fit = () => viewer.get('canvas').zoom('fit-viewport', 'auto');

  // on a narrow screen the whole would be too small to read, so it begins where the process stands
  const begin = () => {
    fit();
    const drawing = viewer.get('canvas');
    if (drawing.zoom() > 0.4) return;
    const { elements } = JSON.parse(document.getElementById('marks').dataset.marks);
    const known = elements.filter((one) => viewer.get('elementRegistry').get(one.id));
    const place = known.find((one) => ['incident', 'here'].includes(one.state) && !/SubProcess$/.test(viewer.get('elementRegistry').get(one.id).type)) ?? known[0];
    drawing.zoom(0.75);
    if (place) {
      const { x, y, width, height } = viewer.get('elementRegistry').get(place.id);
      const box = drawing.viewbox();
      drawing.viewbox({ x: x + width / 2 - box.width / 2, y: y + height / 2 - box.height / 2, width: box.width, height: box.height });
    }
  };

  const zoom = (how) => {
    if (how === 'fit') fit();
    else viewer.get('zoomScroll').stepZoom(how === 'in' ? 1 : -1);
  };

  const keys = { ArrowLeft: [60, 0], ArrowRight: [-60, 0], ArrowUp: [0, 60], ArrowDown: [0, -60] };

  const steer = () => {
    const bar = document.querySelector('.zoom');
    bar.hidden = false;
    bar.addEventListener('click', (event) => {
      const button = event.target.closest('[data-zoom]');
      if (button) zoom(button.dataset.zoom);
    });
    canvas.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (keys[event.key]) viewer.get('canvas').scroll({ dx: keys[event.key][0], dy: keys[event.key][1] });
      else if (event.key === '+' || event.key === '=') zoom('in');
      else if (event.key === '-') zoom('out');
      else if (event.key === '0') zoom('fit');
      else return;
      event.preventDefault();
    });
  };

  // a step of the table leads to its element

  const links = () => {
    if (!viewer) return;
    const registry = viewer.get('elementRegistry');
    document.querySelectorAll('.step-name[data-element]').forEach((name) => {
      if (!registry.get(name.dataset.element) || name.querySelector('button')) return;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'link';
      button.textContent = name.textContent;
      button.setAttribute('aria-label', `${name.textContent}: show it on the diagram`);
      button.addEventListener('click', () => {
        const drawing = viewer.get('canvas');
        drawing.scrollToElement(name.dataset.element, 80);
        drawing.addMarker(name.dataset.element, 'is-sought');
        setTimeout(() => drawing.removeMarker(name.dataset.element, 'is-sought'), 4000);
        canvas.scrollIntoView({ block: 'nearest' });
      });
      name.replaceChildren(button);
    });
  };

  const draw = async () => {
    let model = '';
    try {
      model = await file(canvas.dataset.model);
      viewer = new BpmnJS({ container: canvas });
      await viewer.importXML(model);
      begin();
      steer();
      mark();
      links();
      canvas.dataset.drawn = 'true';
    } catch (failure) {
      console.warn('The diagram cannot be drawn:', failure.message);
      viewer = null;
      canvas.hidden = true;
      document.getElementById('diagram-failure').hidden = false;
      const raw = document.getElementById('diagram-raw');
      raw.textContent = model || 'The file cannot be had from the engine.';
      raw.hidden = false;
      raw.closest('details').open = true;
    }
  };

  // decision tables, drawn when they are opened

  let drawer = null;
  const drawerOf = (address) => {
    drawer ??= new Promise((done, failed) => {
      const script = document.createElement('script');
      script.src = address;
      script.addEventListener('load', done);
      script.addEventListener('error', () => failed(new Error('the viewer cannot be loaded')));
      document.head.append(script);
    });
    return drawer;
  };

  const markRow = (place, id) => {
    const cells = place.querySelectorAll(`[data-row-id="${CSS.escape(id)}"]`);
    cells.forEach((cell) => cell.classList.add('is-matched'));
    const index = place.querySelector(`td.rule-index[data-row-id="${CSS.escape(id)}"]`);
    if (index && !index.querySelector('.matched')) {
      const words = document.createElement('strong');
      words.className = 'matched';
      words.textContent = 'matched';
      index.append(words);
    }
    return index;
  };

  const drawTable = async (details) => {
    const place = details.querySelector('.table-viewer');
    if (place.dataset.drawn) return;
    place.dataset.drawn = 'begun';
    let model = '';
    try {
      [model] = await Promise.all([file(place.dataset.model), drawerOf(document.body.dataset.tables)]);
      const tables = new DmnJS({ container: place });
      await tables.importXML(model);
      const view = tables.getViews().find((one) => one.type === 'decisionTable' && one.element.id === place.dataset.decision);
      if (!view) throw new Error('there is no such table in the file');
      await tables.open(view);
      const rows = place.dataset.matched.split(' ').filter(Boolean).map((id) => markRow(place, id));
      place.dataset.drawn = 'true';
      rows.find(Boolean)?.scrollIntoView({ block: 'nearest' });
    } catch (failure) {
      console.warn('A table cannot be drawn:', failure.message);
      place.hidden = true;
      details.querySelector('.notice').hidden = false;
      const raw = details.querySelector('.raw-table');
      raw.textContent = model || 'The file cannot be had from the engine.';
      raw.hidden = false;
    }
  };

  document.addEventListener('toggle', (event) => {
    if (event.target.matches?.('details.drawn') && event.target.open) drawTable(event.target);
  }, true);

  // while it runs: what was open stays open, and the focus stays where it was

  let open = [];
  let focused = null;
  const where = (element) => element?.closest('#live') && [...document.querySelectorAll('#live :is(a, button, summary, [tabindex])')].indexOf(element);
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.target.id !== 'live') return;
    open = [...document.querySelectorAll('#live details[open][id]')].map((one) => one.id);
    focused = where(document.activeElement);
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.target.id !== 'live') return;
    open.forEach((id) => { const one = document.getElementById(id); if (one) one.open = true; });
    mark();
    links();
    if (typeof focused === 'number' && focused >= 0) {
      document.querySelectorAll('#live :is(a, button, summary, [tabindex])')[focused]?.focus({ preventScroll: true });
    }
  });
  const connected = (yes) => { document.getElementById('offline').hidden = yes; };
  document.addEventListener('htmx:sendError', () => connected(false));
  document.addEventListener('htmx:responseError', () => connected(false));
  document.addEventListener('htmx:afterRequest', (event) => { if (event.detail.successful) connected(true); });

  draw();
})();
