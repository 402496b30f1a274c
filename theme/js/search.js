/* Looks through the index for what a reader typed; nothing is loaded before there is a query. */
(function () {
  "use strict";
  const form = document.querySelector("[data-pa-search]");
  if (!form) return;
  const input = form.elements.q;
  const found = document.querySelector("[data-pa-found]");
  const list = document.querySelector("[data-pa-results]");
  const WEIGHTS = { title: 8, keyword: 6, heading: 3, text: 1 };
  const SHOWN = 20;
  const IDLE = /怎么办|怎么|什么|如何|可以|能不能|应该|为什么|咋办|咋|吗|呢|的|了|是/g;
  let loading;

  function load() {
    loading = loading || new Promise(function (resolve, reject) {
      const script = document.createElement("script");
      script.src = form.dataset.index;
      script.onload = function () { resolve(window.pinganSearchIndex); };
      script.onerror = reject;
      document.head.append(script);
    });
    return loading;
  }

  function normal(text) {
    return text.normalize("NFKC").toLowerCase().replace(/[\s，。、；：？！“”（）《》·,.?!]/g, "");
  }

  function grams(text) {
    const clean = normal(text);
    const parts = clean.replace(IDLE, " ").split(" ").filter(Boolean);
    const set = new Set();
    for (const part of parts) {
      if (/^[a-z0-9]+$/.test(part) || part.length === 1) { set.add(part); continue; }
      for (let i = 0; i + 2 <= part.length; i += 1) set.add(part.slice(i, i + 2));
    }
    return [...set];
  }

  function share(text, wanted) {
    if (!text) return 0;
    const clean = normal(text);
    let hits = 0;
    for (const gram of wanted) if (clean.includes(gram)) hits += 1;
    return hits / wanted.length;
  }

  function look(records, query) {
    const wanted = grams(query);
    if (!wanted.length) return [];
    const results = [];
    for (const record of records) {
      let best = null;
      for (const [anchor, heading, text] of record.p) {
        const score = WEIGHTS.heading * share(heading, wanted) + WEIGHTS.text * share(heading + text, wanted);
        if (!best || score > best.score) best = { score, anchor, heading, text };
      }
      const keyword = Math.max(0, ...record.w.map(function (word) { return share(word, wanted); }));
      const score = WEIGHTS.title * share(record.t, wanted) + WEIGHTS.keyword * keyword + (best ? best.score : 0);
      if (score > 1.2) results.push({ record, best, score });
    }
    results.sort(function (a, b) { return b.score - a.score; });
    return results.slice(0, SHOWN);
  }

  function marked(text, wanted) {
    const holder = document.createElement("span");
    const pattern = wanted.map(function (gram) { return gram.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"); }).join("|");
    let from = 0;
    for (const match of text.matchAll(new RegExp("(?:" + pattern + ")+", "gi"))) {
      holder.append(text.slice(from, match.index));
      const mark = document.createElement("mark");
      mark.textContent = match[0];
      holder.append(mark);
      from = match.index + match[0].length;
    }
    holder.append(text.slice(from));
    return holder;
  }

  function row(result, wanted) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const root = form.dataset.root.replace(/index\.html$/, "");
    link.href = root + result.record.u + (result.best.anchor ? "#" + result.best.anchor : "");
    const kind = document.createElement("small");
    kind.textContent = result.record.k;
    const title = document.createElement("b");
    title.append(marked(result.record.t, wanted));
    const text = document.createElement("span");
    const passage = result.best.heading === result.record.t ? result.best.text : result.best.heading + "　" + result.best.text;
    text.append(marked(passage.slice(0, 90) + (passage.length > 90 ? "…" : ""), wanted));
    link.append(kind, title, text);
    item.append(link);
    return item;
  }

  async function search() {
    const query = input.value.trim();
    const address = new URL(location.href);
    if (query) address.searchParams.set("q", query); else address.searchParams.delete("q");
    if (location.protocol !== "file:") history.replaceState(null, "", address);
    if (!query) { list.replaceChildren(); found.textContent = ""; return; }
    try {
      const records = await load();
      if (query !== input.value.trim()) return;
      const results = look(records, query);
      const wanted = grams(query);
      list.replaceChildren(...results.map(function (result) { return row(result, wanted); }));
      found.textContent = results.length
        ? "找到 " + results.length + " 条"
        : "没有找到“" + query + "”。换个说法试试，或在下面按场景查找；急事请直接拨打 119、120、110。";
    } catch (error) {
      found.textContent = "搜索没有加载成功，请检查网络后再试，或在下面按场景查找。";
    }
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); search(); });
  input.addEventListener("input", search);
  input.value = new URL(location.href).searchParams.get("q") || "";
  if (input.value) search();
})();
