// A session that has ended is no broken connection (staff.js sees to it), and what went wrong is where the keyboard is.
(() => {
  document.addEventListener('htmx:responseError', (event) => {
    const offline = document.getElementById('offline');
    if (offline && event.detail.xhr.getResponseHeader('Tandem-Sign-In')) offline.hidden = true;
  });
  document.querySelector('#too-late, #flaws:not([hidden])')?.focus();
})();
