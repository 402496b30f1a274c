/* Folded lists that narrow as one types: rows without the words are hidden, folds with some open. */
(function () {
  "use strict";
  const form = document.querySelector("[data-pa-narrow]");
  const box = form.querySelector("input");
  const told = form.querySelector("[role=status]");

  function plain(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[《》〈〉“”()〔〕［］\[\]]/g, "");
  }

  const folds = [...document.querySelectorAll(".pa-folds > .pa-fold")].map(function (fold) {
    const rows = [...fold.querySelectorAll("li")];
    return { fold: fold, rows: rows.map(function (row) { return { row: row, text: plain(row.textContent) }; }) };
  });

  function narrow() {
    const words = plain(box.value).split(/\s+/).filter(Boolean);
    let found = 0;
    for (const each of folds) {
      let here = 0;
      for (const line of each.rows) {
        line.row.hidden = !words.every(function (word) { return line.text.includes(word); });
        if (!line.row.hidden) here += 1;
      }
      each.fold.hidden = !here;
      each.fold.open = Boolean(words.length && here);
      found += here;
    }
    told.textContent = !words.length ? "" : found ? "找到 " + found + " 个" : "没有找到，换个说法试试。";
  }

  form.classList.remove("pa-waiting");
  box.addEventListener("input", narrow);
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  if (box.value) narrow();
})();
