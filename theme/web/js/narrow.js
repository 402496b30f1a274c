/* A list that narrows as one types: rows without the words are hidden, drawers that have some open. */
(function () {
  "use strict";
  const form = document.querySelector("[data-pa-narrow]");
  const box = form.querySelector("input");
  const told = form.querySelector("[role=status]");

  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[《》〈〉“”()〔〕［］\[\]]/g, "");
  }

  const drawers = [...document.querySelectorAll("[data-pa-drawer]")].map(function (drawer) {
    const rows = [...drawer.querySelectorAll("li")];
    return { drawer: drawer, rows: rows.map(function (row) { return { row: row, text: plain(row.textContent) }; }) };
  });

  function narrow() {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const each of drawers) {
      let here = 0;
      for (const line of each.rows) {
        line.row.hidden = !words.every(function (word) { return line.text.includes(word); });
        if (!line.row.hidden) here += 1;
      }
      each.drawer.hidden = !here;
      each.drawer.open = Boolean(words.length && here);
      found += here;
    }
    told.textContent = !words.length ? "" : found ? "找到 " + found + " 个" : "没有找到，换个说法试试。";
  }

  form.hidden = false;
  box.addEventListener("input", narrow);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (box.value) narrow();
})();
