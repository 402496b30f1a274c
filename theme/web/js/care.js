/* 关怀版: there and back with one touch; what it leaves out is shown when somebody asks for it. */
(function () {
  "use strict";
  const root = document.documentElement;
  const switches = document.querySelectorAll("[data-pa-care]");

  function isOn() { return root.dataset.care === "on"; }

  /* Parts that this version leaves out of this page, in their order. */
  function leftOut() {
    if (!isOn()) return [];
    return [...document.querySelectorAll(".pa-page > :not([hidden], noscript, .pa-sr, .pa-only-care, .pa-screen)")].filter(function (each) {
      return !each.getClientRects().length && each.textContent.trim();
    });
  }

  function show() {
    for (const each of switches) each.hidden = each.dataset.paCare === "rest" && !leftOut().length;
  }

  /* The version changes, and what the reader was reading stays where it was. */
  function turn() {
    const parts = [...document.querySelectorAll(".pa-page > *")];
    let place = scrollY > 0 ? parts.findIndex(function (each) { return each.getBoundingClientRect().bottom > 120; }) : -1;
    if (isOn()) delete root.dataset.care; else root.dataset.care = "on";
    delete root.dataset.careAll;
    try { localStorage.setItem("pa-care", isOn() ? "on" : "off"); } catch (error) { /* private mode keeps nothing */ }
    show();
    document.dispatchEvent(new CustomEvent("pa-care"));
    while (place > 0 && !parts[place].getClientRects().length) place -= 1;
    if (place >= 0) parts[place].scrollIntoView();
  }

  for (const each of switches) each.addEventListener("click", function () {
    const first = each.dataset.paCare === "rest" && leftOut()[0];
    turn();
    if (!first) return;
    first.tabIndex = -1;
    first.focus({ preventScroll: true });
    first.scrollIntoView();
  });

  /* A link into a part that is left out has all of the page shown, in large type. */
  function lead() {
    const target = document.getElementById(location.hash.slice(1));
    if (!isOn() || !target || target.getClientRects().length) return;
    root.dataset.careAll = "";
    show();
    target.scrollIntoView();
  }
  addEventListener("hashchange", lead);

  /* The way past the bars leads to the first part, if that is there. */
  const skip = document.querySelector(".md-skip");
  function past() {
    const part = document.querySelector(skip.getAttribute("href"));
    if (part && !part.getClientRects().length) skip.href = "#pa-text";
  }

  show();
  lead();
  past();
  document.addEventListener("pa-care", past);
})();
