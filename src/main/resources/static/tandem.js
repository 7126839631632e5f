// Comfort only: everything on these pages works without it.
(() => {
  const localTimes = (root) => {
    const today = new Date().toDateString();
    root.querySelectorAll('time[datetime]').forEach((time) => {
      const at = new Date(time.dateTime);
      const clock = { hour: 'numeric', minute: '2-digit' };
      const day = { day: 'numeric', month: 'short' };
      time.textContent = at.toLocaleString('en', at.toDateString() === today ? clock : { ...day, ...clock });
    });
  };

  // a second click on a form that is on its way does nothing
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.hasAttribute('data-once')) return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
    form.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.removeAttribute('aria-busy');
    });
  });

  const typing = () => document.activeElement && document.activeElement.matches('textarea, input');
  document.addEventListener('htmx:afterSettle', (event) => {
    localTimes(document);
    if (event.target.id === 'live' && !typing()) {
      document.getElementById('latest')?.scrollIntoView({ block: 'nearest' });
    }
  });

  const connected = (yes) => {
    const notice = document.getElementById('offline');
    if (notice) notice.hidden = yes;
  };
  document.addEventListener('htmx:sendError', () => connected(false));
  document.addEventListener('htmx:responseError', () => connected(false));
  document.addEventListener('htmx:afterRequest', (event) => { if (event.detail.successful) connected(true); });

  localTimes(document);
})();
