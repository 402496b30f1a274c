/* The filter of the download centre. */
(function () {
  "use strict";

  const filter = document.querySelector("[data-pa-filter]");
  if (filter) {
    filter.classList.remove("pa-waiting");
    const count = filter.querySelector("[data-pa-count]");
    const rows = [...document.querySelectorAll(".pa-centre tbody tr")];
    const has = function (list, wanted) { return !wanted || (list || "").split(" ").includes(wanted); };
    const apply = function () {
      const sector = filter.elements.sector.value;
      const audience = filter.elements.audience.value;
      const format = filter.elements.format.value;
      let courses = 0;
      for (const row of rows) {
        const course = "audience" in row.dataset;
        row.hidden = !has(row.dataset.sectors, sector) || (course && !has(row.dataset.audience, audience));
        for (const file of row.querySelectorAll(".pa-file")) {
          file.hidden = Boolean(format) && file.dataset.format !== format;
        }
        for (const line of row.querySelectorAll(".pa-centre__files")) {
          line.hidden = !line.querySelector(".pa-file:not([hidden])");
        }
        const pieces = row.querySelector("details");
        if (pieces) pieces.open = Boolean(format);
        if (course && !row.hidden) courses += 1;
      }
      count.textContent = courses ? "有 " + courses + " 门课" : "没有合适的课。换一个条件，或看下面的安全提示单。";
    };
    filter.addEventListener("change", apply);
    filter.addEventListener("submit", function (event) { event.preventDefault(); });
    apply();
  }
})();
