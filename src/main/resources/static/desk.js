// Tells people of the staff when their session has ended, instead of showing the sign-in page inside of another one.
(() => {
  const show = (id, yes) => {
    const notice = document.getElementById(id);
    if (notice) notice.hidden = !yes;
  };
  const endedBy = (xhr) => xhr.status === 401 || (xhr.responseURL && !new URL(xhr.responseURL).pathname.includes('/desk'));

  document.addEventListener('htmx:beforeSwap', (event) => {
    if (endedBy(event.detail.xhr)) {
      event.detail.shouldSwap = false;
      show('signed-out', true);
    }
  });
  document.addEventListener('htmx:afterRequest', (event) => {
    if (endedBy(event.detail.xhr)) show('offline', false);
    else if (event.detail.successful) show('signed-out', false);
  });

  const summary = document.querySelector('#too-late, #flaws:not([hidden])');
  if (summary) summary.focus();
})();
