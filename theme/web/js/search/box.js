/* The search box: a combobox whose list holds the results, grouped by kind. */
(function (search) {
  "use strict";
  const form = document.querySelector("[data-pa-search]");
  const input = form.elements.q;
  const list = document.querySelector("[data-pa-results]");
  const said = document.querySelector("[data-pa-found]");
  const filter = document.querySelector("[data-pa-kinds]");
  const empty = document.querySelector("[data-pa-nothing]");
  const root = form.dataset.root;
  const make = search.make;
  const SHOWN = 5;
  const NEAREST = 5;
  const PASSAGE = 84;
  const keyed = matchMedia("(hover: hover) and (pointer: fine)").matches;
  let chosenKind = "";
  let active = -1;
  let turn = 0;
  let asked = "";
  let answered = "";
  let counted = "";

  search.from(form.dataset.index);

  /* A text with the grams of the query marked. */
  function marked(text, words) {
    const folded = text.toLowerCase();
    const marks = new Array(text.length).fill(false);
    for (const word of words) {
      for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) marks.fill(true, at, at + word.length);
    }
    const holder = document.createElement("span");
    for (let at = 0; at < text.length;) {
      let end = at;
      while (end < text.length && marks[end] === marks[at]) end += 1;
      holder.append(marks[at] ? make("mark", {}, text.slice(at, end)) : text.slice(at, end));
      at = end;
    }
    return holder;
  }

  function hits(text, words) {
    const folded = text.toLowerCase();
    return words.filter(function (word) { return folded.includes(word); }).length;
  }

  /* The passage of a record that answers best: its anchor and the sentence that matched. */
  function passage(texts, words) {
    let best = { score: -1, anchor: "", heading: "", text: "" };
    for (const [anchor, heading, text] of texts.parts) {
      const score = 1.5 * hits(heading, words) + hits(text, words);
      if (score > best.score) best = { score, anchor, heading, text };
    }
    return best;
  }

  /* A stretch of a text around its densest run of matches, begun at a sentence where it can. */
  function around(text, words) {
    if (text.length <= PASSAGE) return text;
    let best = { score: -1, from: 0 };
    const starts = [0];
    for (const match of text.matchAll(/[。！？；]/g)) starts.push(match.index + 1);
    for (const from of starts) {
      const score = hits(text.slice(from, from + PASSAGE), words);
      if (score > best.score) best = { score, from };
    }
    const piece = text.slice(best.from, best.from + PASSAGE);
    return (best.from ? "…" : "") + piece + (best.from + PASSAGE < text.length ? "…" : "");
  }

  /* One result: its title, the heading it stands under, and the sentence that matched. */
  function option(result, texts, words) {
    const found = passage(texts, words);
    const anchor = found.anchor && !texts.address.includes("#") ? "#" + found.anchor : "";
    const heading = found.heading === texts.title ? "" : found.heading;
    const text = heading && hits(heading, words) && !hits(found.text, words) ? heading : found.text;
    const link = make("a", { id: "pa-option-" + result.record, href: root + texts.address + anchor },
      make("b", {}, marked(texts.title, words)),
      make("span", { className: "pa-results__text" },
        ...(heading && heading !== text ? [make("em", {}, marked(heading, words)), "　"] : []),
        marked(around(text, words), words)));
    link.setAttribute("role", "option");
    link.setAttribute("aria-selected", "false");
    return link;
  }

  function showKinds({ results, far }, base) {
    if (far) { chosenKind = ""; filter.hidden = true; remember(); return; }
    const kinds = base.kinds.map(function ([kind]) { return kind; }).filter(function (kind) { return results.some(function (result) { return result.kind === kind; }); });
    if (!kinds.includes(chosenKind)) chosenKind = "";
    remember();
    filter.hidden = kinds.length < 2;
    const held = filter.contains(document.activeElement);
    filter.replaceChildren(...["", ...kinds].map(function (kind) {
      const count = results.filter(function (result) { return !kind || result.kind === kind; }).length;
      const button = make("button", { type: "button" }, (kind || "全部") + " " + count);
      button.setAttribute("aria-pressed", String(kind === chosenKind));
      button.addEventListener("click", function () { chosenKind = kind; run(); });
      return button;
    }));
    if (held) (filter.querySelector("[aria-pressed=true]") || input).focus();
  }

  /* Groups in the order of their best result, each with its best few. */
  function groupsOf({ results, far }) {
    const groups = new Map();
    for (const result of far ? results.slice(0, NEAREST) : results) {
      if (chosenKind && result.kind !== chosenKind) continue;
      if (!groups.has(result.kind)) groups.set(result.kind, []);
      if (chosenKind || groups.get(result.kind).length < SHOWN) groups.get(result.kind).push(result);
    }
    return [...groups];
  }

  async function show(found, base, mine) {
    if (mine !== turn) return;
    showKinds(found, base);
    const groups = groupsOf(found);
    const shown = new Map();
    await Promise.all(groups.flatMap(function ([, results]) { return results; }).map(async function (result) {
      shown.set(result.record, await search.texts(result.record, base));
    }));
    if (mine !== turn) return;
    active = -1;
    input.removeAttribute("aria-activedescendant");
    list.replaceChildren(...groups.map(function ([kind, results], place) {
      const heading = make("div", { id: "pa-kind-" + place, className: "pa-results__kind" }, kind);
      const group = make("div", { className: "pa-results__group" }, heading, ...results.map(function (result) {
        return option(result, shown.get(result.record), found.words);
      }));
      group.setAttribute("role", "group");
      group.setAttribute("aria-labelledby", heading.id);
      return group;
    }));
    list.hidden = !shown.size;
    input.setAttribute("aria-expanded", String(shown.size > 0));
    empty.hidden = shown.size > 0;
    const many = found.far ? "没有专门讲这个的页面，最接近的是下面 " + shown.size + " 条" : "找到 " + found.results.length + " 条";
    counted = shown.size ? many + (keyed ? "，按 ↓ 键选择" : "") : "没有找到“" + input.value.trim() + "”";
    tell();
  }

  function tell() { said.textContent = [answered, counted].filter(Boolean).join("。"); }

  function clear() {
    list.replaceChildren();
    list.hidden = filter.hidden = empty.hidden = true;
    input.setAttribute("aria-expanded", "false");
    answered = counted = "";
    search.panel.hide();
    tell();
  }

  /* A page left open over a nightly build has lost its index: tell whether there is a new one. */
  async function renewed() {
    try {
      const answer = await fetch(location.href, { cache: "reload" });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      return ["[data-pa-search]", "[data-later]"].some(function (place) {
        return JSON.stringify(page.querySelector(place).dataset) !== JSON.stringify(document.querySelector(place).dataset);
      });
    } catch (error) {
      return false;
    }
  }

  async function listed(query, mine) {
    const found = await search.rank(query);
    if (mine !== turn) return;
    const { base } = await search.base();
    await show(found, base, mine);
  }

  /* The address says what is asked, so that a result can be sent on and come back to. */
  function remember() {
    const address = new URL(location.href);
    for (const [name, value] of [["q", input.value.trim()], ["kind", chosenKind]]) {
      if (value) address.searchParams.set(name, value); else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(null, "", address);
  }

  async function run() {
    turn += 1;
    const mine = turn;
    const query = input.value.trim();
    remember();
    if (query !== asked) {
      search.panel.hide();
      answered = "";
      counted = "正在搜索…";
      tell();
    }
    if (!query) { asked = chosenKind = ""; remember(); clear(); return; }
    const answering = query === asked ? null : search.panel.show(query, function () { return mine !== turn; }, function (sentence) {
      answered = sentence;
      tell();
    });
    asked = query;
    try {
      let fault = null;
      /* On a slow line the card comes first, alone: the index is larger than all that it needs. */
      await Promise.resolve(answering).catch(function (error) { fault = error; });
      if (mine !== turn) return;
      await listed(query, mine);
      if (fault) throw fault;
    } catch (error) {
      if (mine !== turn) return;
      if (await renewed()) { location.reload(); return; }
      answered = "";
      counted = "搜索没有加载成功，请检查网络后再试，或在下面按拼音查找。";
      tell();
    }
  }

  function unselect() {
    list.querySelector("[aria-selected=true]")?.setAttribute("aria-selected", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  }

  function select(place) {
    unselect();
    active = place;
    const option = list.querySelectorAll("[role=option]")[place];
    option.setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", option.id);
    return option;
  }

  function move(step) {
    const count = list.querySelectorAll("[role=option]").length;
    if (!count) return null;
    return select((active + step + count + (active < 0 && step < 0 ? 1 : 0)) % count);
  }

  input.addEventListener("keydown", function (event) {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      move(step)?.scrollIntoView({ block: "nearest" });
    }
    if (event.key === "Escape") { input.value = ""; clear(); run(); }
    if (event.key === "Enter" && active >= 0) {
      event.preventDefault();
      list.querySelectorAll("[role=option]")[active].click();
    }
  });
  /* Tab goes through the results too; whichever way one is reached, it is the chosen one. */
  list.addEventListener("focusin", function (event) {
    select([...list.querySelectorAll("[role=option]")].indexOf(event.target.closest("[role=option]")));
  });
  list.addEventListener("focusout", unselect);
  list.addEventListener("keydown", function (event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    move(step).focus();
  });
  /* Who turns to the box will ask; who has asked waits for the answer, which nothing may delay. */
  input.addEventListener("focus", function () {
    if (!input.value) search.file("answers").then(search.base).catch(function () { /* told when searching */ });
  }, { once: true });
  input.addEventListener("input", function (event) { if (!event.isComposing) run(); });
  input.addEventListener("compositionend", run);
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    if (input.value.trim() !== asked || !search.panel.enter()) run();
  });
  search.run = run;
  const opened = new URL(location.href).searchParams;
  input.value = opened.get("q") || "";
  chosenKind = opened.get("kind") || "";
  if (input.value) {
    /* Arrived with a question: go on from here, without calling up a phone's keyboard. */
    if (document.activeElement === document.body) (keyed ? input : said).focus();
    run();
  }
})(window.pinganSearch);
