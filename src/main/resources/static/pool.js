// Counts down how long offers are open. From when the page came, so that a wrong clock does not matter; the server decides.
(() => {
  const came = new WeakMap();
  setInterval(() => {
    document.querySelectorAll('.countdown[data-left]').forEach((span) => {
      if (!came.has(span)) came.set(span, performance.now());
      const left = Math.max(0, Math.round(span.dataset.left - (performance.now() - came.get(span)) / 1000));
      span.textContent = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
      span.classList.toggle('soon', left <= 10);
    });
  }, 500);
})();
