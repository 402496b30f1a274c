/* The self-test of a course, and the filter of the download centre. Nothing is kept or sent. */
(function () {
  "use strict";

  function make(tag, properties) {
    return Object.assign(document.createElement(tag), properties);
  }

  /* self-test */
  const quiz = document.querySelector("[data-pa-quiz]");
  if (quiz) {
    const questions = [...quiz.querySelectorAll("[data-answer]")];
    const score = make("div", { className: "pa-quiz__score" });
    const told = make("p", {});
    told.setAttribute("role", "status");
    const again = make("button", { type: "button", className: "pa-button", textContent: "重新做" });
    score.append(told, again);
    quiz.append(score);

    const tell = function () {
      const done = questions.filter(function (question) { return question.dataset.verdict; });
      const right = done.filter(function (question) { return question.dataset.verdict === "right"; });
      told.textContent = "做了 " + done.length + " / " + questions.length + " 题，答对 " + right.length + " 题";
    };

    questions.forEach(function (question, place) {
      const many = question.dataset.kind === "multiple";
      const list = question.querySelector("ul");
      const heading = question.querySelector("h3");
      const key = question.querySelector("details");
      list.setAttribute("role", many ? "group" : "radiogroup");
      list.setAttribute("aria-labelledby", heading.id);
      for (const row of list.children) {
        const label = make("label", {});
        const input = make("input", { type: many ? "checkbox" : "radio", name: "q" + place, value: row.dataset.choice });
        const words = make("span", {});
        words.append(...row.childNodes);
        label.append(input, words);
        row.append(label);
        row.setAttribute("role", "presentation");
      }
      const button = make("button", { type: "button", className: "pa-button", textContent: "对答案" });
      const verdict = make("p", { tabIndex: -1 });
      verdict.setAttribute("role", "status");
      key.before(button, verdict);
      key.hidden = true;

      button.addEventListener("click", function () {
        const chosen = [...list.querySelectorAll("input:checked")].map(function (input) { return input.value; }).join("");
        if (!chosen) { verdict.textContent = "先选一个答案。"; return; }
        const right = chosen === question.dataset.answer;
        question.dataset.verdict = right ? "right" : "wrong";
        verdict.textContent = right ? "答对了。" : "答错了，正确答案是 " + question.dataset.answer + "。";
        for (const row of list.children) {
          const belongs = question.dataset.answer.includes(row.dataset.choice);
          const picked = row.querySelector("input").checked;
          if (belongs) row.dataset.verdict = "right";
          else if (picked) row.dataset.verdict = "wrong";
          row.querySelector("input").disabled = true;
        }
        key.hidden = false;
        key.open = true;
        button.hidden = true;
        verdict.focus();
        tell();
      });
    });

    again.addEventListener("click", function () {
      for (const question of questions) {
        delete question.dataset.verdict;
        for (const row of question.querySelectorAll("li")) {
          delete row.dataset.verdict;
          const input = row.querySelector("input");
          if (input) { input.checked = false; input.disabled = false; }
        }
        question.querySelector("button").hidden = false;
        question.querySelector("[role=status]").textContent = "";
        const key = question.querySelector("details");
        key.hidden = true;
        key.open = false;
      }
      tell();
      questions[0].querySelector("input").focus();
    });
    tell();
  }

  /* filter */
  const filter = document.querySelector("[data-pa-filter]");
  if (filter) {
    filter.hidden = false;
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
