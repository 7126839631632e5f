// Comfort only: everything on these pages works without it.
(() => {
  const localTimes = (root) => {
    const today = new Date().toDateString();
    root.querySelectorAll('time[datetime]').forEach((time) => {
      const at = new Date(time.dateTime);
      const clock = { hour: 'numeric', minute: '2-digit' };
      const day = { day: 'numeric', month: 'short' };
      time.textContent = at.toLocaleString(undefined, at.toDateString() === today ? clock : { ...day, ...clock });
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

  // one click on a score is a rating; with the keyboard it is chosen first
  document.addEventListener('click', (event) => {
    if (event.detail > 0 && event.target.matches('.rating input[name="score"]')) event.target.form.requestSubmit();
  });

  // what is half typed in the part that is fetched again stays, with the caret in it; if its form is gone, it becomes a message
  const fields = () => [...document.querySelectorAll('#live textarea, #live input')];
  let typed = [];
  let caret = null;
  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.target.id !== 'live') return;
    typed = fields().filter((field) => field.value !== field.defaultValue || field.checked !== field.defaultChecked)
      .map(({ name, type, value, checked }) => ({ name, type, value, checked }));
    const at = document.activeElement;
    caret = at?.matches('#live textarea') ? { id: at.id, start: at.selectionStart, end: at.selectionEnd } : null;
  });
  document.addEventListener('htmx:afterSwap', (event) => {
    if (event.target.id !== 'live') return;
    typed.forEach((was) => {
      const field = fields().find((now) => now.name === was.name && (was.type !== 'radio' || now.value === was.value));
      if (field && was.type === 'radio') field.checked = was.checked;
      else if (field) field.value = was.value;
      else if (was.type === 'textarea') {
        const message = document.getElementById('text');
        if (message) message.value = [message.value, was.value].filter(Boolean).join('\n');
      }
    });
    const at = caret && document.getElementById(caret.id);
    if (at) {
      at.focus({ preventScroll: true });
      at.setSelectionRange(caret.start, caret.end);
    }
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
