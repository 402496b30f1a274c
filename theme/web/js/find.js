/* The filter of the emergency page: of all situations only those that fit what is typed. */
(function () {
  "use strict";
  const form = document.querySelector("[data-pa-find]");
  if (!form) return;
  const input = form.elements.q;
  const found = form.querySelector("[data-pa-found]");
  const none = form.querySelector("[data-pa-none]");
  const elsewhere = form.querySelector("[data-pa-elsewhere]");
  const search = elsewhere.href;
  const list = document.querySelector(".pa-groups");
  const groups = [...document.querySelectorAll(".pa-group")];
  const rows = [...document.querySelectorAll(".pa-group li")].map(function (row) {
    return { row: row, words: (row.textContent + " " + row.dataset.heard).toLowerCase() };
  });
  form.classList.remove("pa-waiting");

  function pairs(word) {
    return word.length < 3 ? [word] : [...word].slice(1).map(function (_, at) { return word.slice(at, at + 2); });
  }

  /* What is typed stands in the words as it is; where nothing has it so, pairs of its characters
     count, each the more the fewer rows have it; one that no row has counts half of what one row alone has. */
  function fitting(typed) {
    const whole = rows.filter(function (each) {
      return typed.every(function (word) { return each.words.includes(word); });
    });
    if (whole.length) return whole;
    const asked = [...new Set(typed.flatMap(pairs))].map(function (pair) {
      const having = rows.filter(function (each) { return each.words.includes(pair); });
      const weight = having.length ? Math.log(1 + rows.length / having.length) : Math.log(1 + rows.length) / 2;
      return { having: new Set(having), weight: weight };
    });
    const weigh = function (sum, each) { return sum + each.weight; };
    const all = asked.reduce(weigh, 0);
    return rows.filter(function (row) {
      return asked.filter(function (each) { return each.having.has(row); }).reduce(weigh, 0) > all / 2;
    });
  }

  function apply() {
    const typed = input.value.toLowerCase().split(/[\s，。、？！,.?!]+/).filter(Boolean);
    const fits = new Set(typed.length ? fitting(typed) : rows);
    for (const each of rows) each.row.hidden = !fits.has(each);
    for (const group of groups) {
      group.hidden = !group.querySelector("li:not([hidden])");
      group.open = Boolean(typed.length) && !group.hidden;
    }
    list.classList.toggle("pa-groups--found", typed.length > 0);
    none.hidden = fits.size > 0;
    elsewhere.hidden = !typed.length;
    found.textContent = !typed.length ? "" : fits.size ? "有 " + fits.size + " 条对得上" : "没有对得上的";
    elsewhere.href = search + "?q=" + encodeURIComponent(input.value.trim());
  }

  input.addEventListener("input", apply);
  /* 搜索 on the keyboard: to the first that fits, or to the search of the whole site. */
  form.addEventListener("submit", function (event) {
    const first = input.value.trim() && document.querySelector(".pa-group li:not([hidden]) a");
    if (!first && input.value.trim()) return;
    event.preventDefault();
    if (first) first.focus();
  });
  if (input.value) apply();
})();
