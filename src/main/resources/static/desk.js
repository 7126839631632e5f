// A session that has ended is no broken connection (staff.js sees to it), and what went wrong is where the keyboard is.
(() => {
  document.addEventListener('htmx:responseError', (event) => {
    const offline = document.getElementById('offline');
    if (offline && event.detail.xhr.getResponseHeader('Tandem-Sign-In')) offline.hidden = true;
  });

  // how many offers are open is in the title too, for whoever looks at another tab
  const title = document.title;
  const count = () => {
    const open = Number(document.getElementById('offers-now')?.dataset.open ?? 0);
    document.title = open ? `(${open}) ${title}` : title;
  };
  document.addEventListener('htmx:afterSettle', count);
  count();

  document.querySelector('#too-late, #flaws:not([hidden])')?.focus();
})();
