// Draws each chart from the table below it, in the colours of the page, and again when the page or its colours change.
(() => {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const colours = () => [colour('--accent'), colour('--ai-ink')];
  const drawn = new Map();

  const data = (figure) => {
    const points = figure.dataset.kind === 'points';
    const rows = [...figure.querySelectorAll('tbody tr')];
    const names = [...figure.querySelectorAll('thead th')].slice(1).map((head) => head.textContent.replace(/ \(.*/, ''));
    const value = (cell) => (cell?.dataset.value === undefined ? null : Number(cell.dataset.value));
    return {
      labels: rows.map((row) => row.querySelector('th').textContent),
      datasets: names.map((label, at) => ({
        label,
        data: rows.map((row) => {
          const y = value(row.querySelectorAll('td')[at]);
          return points ? { x: Number(row.querySelector('th').dataset.at), y } : y;
        }).filter((point) => !points || point.y !== null),
        borderColor: colours()[at],
        backgroundColor: colours()[at],
        borderDash: at === 1 ? [6, 4] : [],
        pointStyle: at === 1 ? 'rect' : 'circle',
        pointRadius: rows.length > 20 ? 2 : 3,
        borderWidth: 2,
        spanGaps: true,
      })),
    };
  };

  const options = (figure) => {
    const ink = colour('--ink');
    const axis = { ticks: { color: ink }, grid: { color: colour('--line') }, title: { display: true, color: ink } };
    const points = figure.dataset.kind === 'points';
    return {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      interaction: { mode: points ? 'nearest' : 'index', intersect: false },
      plugins: { legend: { labels: { color: ink, usePointStyle: true } } },
      scales: {
        x: { ...axis, type: points ? 'linear' : 'category', title: { ...axis.title, text: figure.querySelector('thead th').textContent } },
        y: { ...axis, beginAtZero: true, title: { ...axis.title, text: figure.dataset.unit } },
      },
    };
  };

  const draw = () => {
    drawn.forEach((chart) => chart.destroy());
    drawn.clear();
    document.querySelectorAll('figure.chart canvas').forEach((canvas) => {
      const figure = canvas.closest('figure');
      drawn.set(figure.id, new Chart(canvas, { type: 'line', data: data(figure), options: options(figure) }));
      figure.dataset.drawn = 'true';
    });
  };

  // what was opened stays open when the numbers are fetched again
  let open = [];
  document.addEventListener('htmx:beforeSwap', () => {
    open = [...document.querySelectorAll('#live details[open]')].map((details) => details.id);
  });
  document.addEventListener('htmx:afterSettle', () => {
    open.forEach((id) => document.getElementById(id)?.setAttribute('open', ''));
    draw();
  });

  const connected = (yes) => {
    const notice = document.getElementById('offline');
    if (notice) notice.hidden = yes;
  };
  document.addEventListener('htmx:sendError', () => connected(false));
  document.addEventListener('htmx:responseError', (event) => {
    if (!event.detail.xhr.getResponseHeader('Tandem-Sign-In')) connected(false);
  });
  document.addEventListener('htmx:afterRequest', (event) => { if (event.detail.successful) connected(true); });

  window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
  window.matchMedia('print').addEventListener('change', draw);
  draw();
})();
