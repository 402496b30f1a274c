/* The panel above the results: one card, a question, or whom to call where the site has nothing. */
(function (search) {
  "use strict";
  const panel = document.querySelector("[data-pa-answer]");
  const root = document.querySelector("[data-pa-search]").dataset.root;
  const NEVER = "千万不要";

  const make = search.make;

  /* Who says no more than a title means it. */
  function bare(text) { return text.replace(/怎么办|咋办|咋整|了|[^0-9A-Za-z\u3400-\u9fff]/g, ""); }

  function heading(text) { return make("h2", { tabIndex: -1 }, text); }

  function calls(numbers, className = "pa-calls") {
    return make("p", { className }, ...numbers.map(function ([number, name]) {
      return make("a", { className: "pa-call", href: "tel:" + number.replace(/-/g, "").replace("转", ",") }, make("b", {}, number), " " + name);
    }));
  }

  function never(lines) {
    return make("div", { className: "pa-never" }, make("p", { className: "pa-never__title" }, NEVER),
      make("ul", {}, ...lines.map(function (line) { return make("li", {}, line); })));
  }

  /* Steps, and below the first that uses a procedure how it is done. */
  function steps(rows, card, told, className = "pa-steps") {
    return make("ol", { className }, ...rows.map(function ([text, place]) {
      const item = make("li", {}, text);
      if (place < 0) return item;
      const [title, how, not] = card.procedures[place];
      if (told.has(place)) { item.append("（" + title + "）"); return item; }
      told.add(place);
      item.append(make("div", { className: "pa-how" }, make("p", { className: "pa-how__title" }, "怎么做：" + title), steps(how, card, told, ""), never(not)));
      return item;
    }));
  }

  /* The picture of a card; words beside it say what it shows. */
  function picture(card) {
    if (!card.picture.length) return [];
    const [address, width, height] = card.picture;
    return [make("img", { className: "pa-scene", src: root + address, width, height, alt: "" })];
  }

  function showCard(card, back) {
    const told = new Set();
    panel.replaceChildren(
      heading(card.title), calls(card.calls), ...picture(card), steps(card.steps, card, told), never(card.never),
      ...card.variants.map(function ([place, rows]) {
        return make("section", { className: "pa-variant" }, make("p", { className: "pa-variant__place" }, place), steps(rows, card, told));
      }),
      make("p", {}, make("a", { href: root + card.address }, "打开这一页，可以转发、打印")),
      ...(back ? [back] : []),
    );
    return "先做这几步：" + card.title;
  }

  function tile(title, summary, act, shown = []) {
    const button = make("button", { type: "button", className: "pa-choice" }, ...shown, make("b", {}, title), ...(summary ? [make("span", {}, summary)] : []));
    button.addEventListener("click", act);
    return button;
  }

  /* Go on to what was chosen, and say so. */
  function go(sentence, told) {
    told(sentence);
    panel.querySelector("h2").focus();
  }

  /* Which is it? What is chosen takes the place of the question, and leads back to it.
     Where it may be none of them (`known` is whom to call then), that is said first. */
  function showChoices(choices, known, over, told) {
    const back = make("p", {}, make("button", { type: "button", className: "pa-choice pa-choice--back" }, "不是这一种，重新选"));
    back.addEventListener("click", function () { go(showChoices(choices, known, over, told), told); });
    const none = tile("都不是", "", function () {
      search.elsewhere().then(
        function (loaded) { if (!over()) go(showElsewhere(null, loaded, back), told); },
        function () { if (!over()) told("没有加载成功，急事请直接打 120、119、110"); },
      );
    });
    const asked = known ? "是不是下面的情况？" : "是哪一种情况？";
    panel.replaceChildren(
      heading(asked),
      ...(known ? [make("p", {}, "拿不准，本站也可能没有这一条。急事先打电话："), calls(known.general, "pa-calls pa-calls--row")] : []),
      make("div", { className: "pa-choices" }, ...choices.map(function (card) {
        return tile(card.title, card.summary, function () { go(showCard(card, back), told); }, picture(card));
      }), none),
    );
    return asked + "有 " + choices.length + " 种可选" + (known ? "；也可能本站没有，急事请打 " + known.general[0][0] : "");
  }

  /* Honestly: the site has nothing on it, here is whom to call and what to say. */
  function showElsewhere(named, known, back) {
    const [title, numbers] = named || ["", known.general];
    panel.replaceChildren(
      heading("本站没有这一条"),
      make("p", {}, title ? "听起来是“" + title + "”。急事先打电话：" : "有人受伤生病、着火被困、有人伤人，先打电话："),
      calls(numbers),
      make("ul", {}, ...numbers.map(function ([number, name, say]) { return make("li", {}, "打通" + number + "（" + name + "）说：" + say.map(function (line) { return line.replace(/。$/, ""); }).join("；")); })),
      ...(back ? [back] : []),
    );
    return "本站没有这一条，急事请打 " + numbers[0][0];
  }

  search.panel = {
    hide: function () { panel.hidden = true; panel.replaceChildren(); },
    /* Show what a question is answered, unless it is `over` by then; tells in a sentence what stands there. */
    show: async function (question, over, told) {
      const { outcome, things } = await search.decide(question);
      if (over() || outcome === "nothing") { return; }
      const unsure = outcome === "perhaps" || outcome === "elsewhere";
      const [known, ...cards] = await Promise.all([unsure ? search.elsewhere() : null, ...things.map(search.card)]);
      const named = outcome === "elsewhere" ? await search.named(question) : undefined;
      if (over()) { return; }
      const meant = outcome === "card" ? cards[0] : cards.find(function (card) { return bare(card.title) === bare(question); });
      if (meant) told(showCard(meant));
      else if (outcome === "elsewhere") told(showElsewhere(named, known));
      else told(showChoices(cards, known, over, told));
      panel.hidden = false;
    },
    enter: function () {
      if (panel.hidden) { return false; }
      /* Numbers that stand before the choices are not jumped over. */
      const choice = panel.querySelector(".pa-calls") ? null : panel.querySelector(".pa-choices button");
      (choice || panel.querySelector("h2")).focus();
      return true;
    },
  };
})(window.pinganSearch);
