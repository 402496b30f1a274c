/* Runs before the first paint, so that 关怀版 and the chosen colours do not flash. */
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.remove("no-js");
  let scheme = null;
  try {
    if (localStorage.getItem("pa-care") === "on") root.dataset.care = "on";
    scheme = localStorage.getItem("pa-scheme");
  } catch (error) { /* private mode keeps nothing */ }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.scheme = scheme || (dark ? "slate" : "default");

  /* The body says its colours too, and is not there yet: browsers tell of it before they paint. */
  new MutationObserver(function (changes, observer) {
    if (!document.body) return;
    document.body.dataset.mdColorScheme = root.dataset.scheme;
    observer.disconnect();
  }).observe(root, { childList: true });
})();
