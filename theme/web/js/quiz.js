/* The self-test of a course, one question at a time. Nothing is kept or sent. */
(function () {
  "use strict";
  const quiz = document.querySelector("[data-pa-quiz]");
  if (!quiz) return;
  const questions = [...quiz.querySelectorAll("[data-answer]")];
  let now = 0;

  function make(tag, properties) {
    return Object.assign(document.createElement(tag), properties);
  }

  function button(words, act, quiet) {
    const made = make("button", {
      type: "button",
      className: quiet ? "pa-button pa-button--quiet" : "pa-button",
      textContent: words,
    });
    made.addEventListener("click", act);
    return made;
  }

  /* below the question: how far, how well, and on */
  const done = make("progress", { max: questions.length, value: 0 });
  done.setAttribute("aria-label", "做了几题");
  const told = make("p", {});
  told.setAttribute("role", "status");
  const back = button("上一题", function () { show(now - 1); }, true);
  const on = button("下一题", function () { show(now + 1); }, true);
  const end = button("看成绩", result, true);
  const row = make("div", { className: "pa-quiz__row" });
  row.append(back, on, end);
  const foot = make("div", { className: "pa-quiz__foot" });
  foot.append(row, done, told);

  /* at the end: the score, and what to look at again */
  const score = make("section", { className: "pa-quiz__score", hidden: true });
  const title = make("h3", { tabIndex: -1 });
  const left = make("p", {});
  const again = make("ul", {});
  score.append(title, left, again, button("重新做", restart), button("回到题目", function () { show(now); }, true));
  quiz.append(foot, score);
  quiz.classList.add("pa-quiz--single");

  function right(question) { return question.dataset.verdict === "right"; }

  function tell() {
    const answered = questions.filter(function (each) { return each.dataset.verdict; });
    done.value = answered.length;
    told.textContent = "做了 " + answered.length + " 题，答对 " + answered.filter(right).length + " 题";
    end.hidden = now < questions.length - 1 && answered.length < questions.length;
  }

  function show(place, quietly) {
    now = place;
    questions.forEach(function (question, at) { question.classList.toggle("pa-question--now", at === now); });
    back.hidden = now === 0;
    on.hidden = now === questions.length - 1;
    foot.hidden = false;
    score.hidden = true;
    tell();
    if (!quietly) questions[now].querySelector("h3").focus();
  }

  function result() {
    const missed = questions.filter(function (each) { return !right(each); });
    title.textContent = "共 " + questions.length + " 题，答对 " + (questions.length - missed.length) + " 题";
    left.textContent = missed.length ? "这几题再看一看：" : "全部答对了。";
    again.replaceChildren(...missed.map(function (question) {
      const place = questions.indexOf(question);
      const state = question.dataset.verdict ? "答错了" : "没有做";
      const words = question.querySelector("h3").lastChild.textContent.trim();
      const line = make("li", {});
      line.append(button("第 " + (place + 1) + " 题（" + state + "）：" + words, function () { show(place); }, true));
      return line;
    }));
    for (const question of questions) question.classList.remove("pa-question--now");
    foot.hidden = true;
    score.hidden = false;
    title.focus();
  }

  function restart() {
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
    show(0);
  }

  questions.forEach(function (question, place) {
    const many = question.dataset.kind === "multiple";
    const list = question.querySelector("ul");
    const heading = question.querySelector("h3");
    const key = question.querySelector("details");
    heading.tabIndex = -1;
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
    const verdict = make("p", { tabIndex: -1 });
    verdict.setAttribute("role", "status");
    const check = button("对答案", function () {
      const chosen = [...list.querySelectorAll("input:checked")].map(function (input) { return input.value; }).join("");
      if (!chosen) { verdict.textContent = "先选一个答案。"; return; }
      const fits = chosen === question.dataset.answer;
      question.dataset.verdict = fits ? "right" : "wrong";
      verdict.textContent = fits ? "答对了。" : "答错了，正确答案是 " + question.dataset.answer + "。";
      for (const row of list.children) {
        const belongs = question.dataset.answer.includes(row.dataset.choice);
        const picked = row.querySelector("input").checked;
        if (belongs) row.dataset.verdict = "right";
        else if (picked) row.dataset.verdict = "wrong";
        row.querySelector("input").disabled = true;
      }
      key.hidden = false;
      key.open = true;
      check.hidden = true;
      verdict.focus();
      tell();
    });
    key.before(check, verdict);
    key.hidden = true;
  });
  show(0, true);
})();
