// For every page of the staff: sends the token of the session along, and keeps what is typed when the session ends.
// Other scripts call tandem.send instead of fetch and hear of 'tandem:signed-out' and 'tandem:signed-in' at the document.
window.tandem = (() => {
  const meta = (name) => document.querySelector(`meta[name="${name}"]`);
  const home = () => meta('home')?.content.replace(/;.*/, '') ?? '/';

  const tell = (words) => {
    const told = document.getElementById('told');
    if (!told) return;
    told.textContent = words;
    told.hidden = !words;
  };

  /** The token of the session there is now, into the page; false when nobody is signed in. */
  const renew = async () => {
    const answer = await fetch(`${home()}account/token`, { headers: { Accept: 'application/json' }, redirect: 'manual' });
    if (!answer.ok) return false;
    const { token } = await answer.json();
    const csrf = meta('csrf');
    if (csrf) {
      csrf.content = token;
      document.querySelectorAll(`input[type=hidden][name="${csrf.dataset.field}"]`).forEach((field) => { field.value = token; });
    }
    return true;
  };

  const goOn = async () => {
    if (!(await renew())) return;
    document.getElementById('sign-in-again')?.close();
    tell('You are signed in again. What you typed is still here; do the last thing once more.');
    document.dispatchEvent(new CustomEvent('tandem:signed-in'));
  };

  let asking = false;
  const signedOut = async () => {
    if (asking) return;
    asking = true;
    try {
      if (await renew()) {
        tell('You were signed in anew meanwhile. Please do the last thing once more.');
        document.dispatchEvent(new CustomEvent('tandem:signed-in'));
        return;
      }
      document.dispatchEvent(new CustomEvent('tandem:signed-out'));
      const dialog = document.getElementById('sign-in-again');
      if (dialog && !dialog.open) dialog.showModal();
    } catch {
      // no connection: whoever sent the request says so
    } finally {
      asking = false;
    }
  };

  const refused = (text) => {
    try {
      tell(JSON.parse(text).detail ?? '');
    } catch {
      tell('That was refused.');
    }
  };

  /** As fetch, with the token; a session that has ended is seen to, and the answer given back as it is. */
  const send = async (address, options = {}) => {
    const headers = new Headers(options.headers);
    const csrf = meta('csrf');
    if (csrf) headers.set(csrf.dataset.header, csrf.content);
    if (!headers.has('Accept')) headers.set('Accept', 'application/json');
    const answer = await fetch(address, { ...options, headers });
    if (answer.headers.has('Tandem-Sign-In')) await signedOut();
    return answer;
  };

  document.addEventListener('htmx:configRequest', (event) => {
    const csrf = meta('csrf');
    if (csrf) event.detail.headers[csrf.dataset.header] = csrf.content;
  });
  document.addEventListener('htmx:responseError', (event) => {
    const request = event.detail.xhr;
    if (request.getResponseHeader('Tandem-Sign-In')) signedOut();
    else if (request.status === 403) refused(request.responseText);
  });
  document.addEventListener('click', (event) => {
    if (event.target.matches('#sign-in-again [data-close]')) event.target.closest('dialog').close();
  });
  window.addEventListener('focus', () => {
    if (document.getElementById('sign-in-again')?.open) goOn();
  });

  return { send, tell };
})();
