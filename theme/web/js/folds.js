/* A link to something folded opens it: browsers do so only for what lies inside, and not all of
   them; the heading of a fold is outside. */
(function () {
  "use strict";

  function unfold() {
    const id = location.hash.slice(1);
    const target = id && document.getElementById(id);
    if (!target || !target.closest(".pa-page details")) return;
    for (let fold = target.closest("details"); fold; fold = fold.parentElement.closest("details")) {
      fold.open = true;
    }
    target.scrollIntoView();
  }

  addEventListener("hashchange", unfold);
  /* The same link again changes nothing, and is meant all the same. */
  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[href^='#']");
    if (link && link.hash === location.hash) unfold();
  });
  unfold();
})();
