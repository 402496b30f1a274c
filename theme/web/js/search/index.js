/* Loading the index: scripts, because they load from a folder opened by double click too. */
window.pinganSearch = window.pinganSearch || {};

(function (search) {
  "use strict";
  const waiting = new Map();
  const here = new Map();
  /* What makes the list of results: it comes after what answers an emergency. */
  const later = document.currentScript.dataset.later;
  let root = "";

  /* Each file of the index calls this with its name and its content. */
  search.put = function (name, content) { here.set(name, content); };

  search.from = function (folder) { root = folder; };

  /* Load a script once; where that fails, the next who asks tries again. */
  function load(address) {
    if (!waiting.has(address)) {
      waiting.set(address, new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        script.src = address;
        script.onload = resolve;
        script.onerror = function () { waiting.delete(address); reject(new Error(address)); };
        document.head.append(script);
      }));
    }
    return waiting.get(address);
  }

  async function file(name) {
    await load(root + name + ".js");
    return here.get(name);
  }

  search.file = file;

  /* An element with its properties and what stands in it. */
  search.make = function (tag, properties, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  let lexicon;
  search.base = async function () {
    const [base] = await Promise.all([file("base"), load(later)]);
    lexicon = lexicon || new search.Lexicon(base);
    return { base, lexicon };
  };

  /* The records that answer a query, as rank.js gives them. */
  search.rank = async function (query) {
    const { base, lexicon } = await search.base();
    return search.ranked(query, base, lexicon);
  };

  function shardOf(gram, count) {
    let number = 7;
    for (const character of gram) number = (number * 31 + character.codePointAt(0)) % 1000003;
    return number % count;
  }

  /* The rows of some grams: Map(gram -> [idf × 100, record, strength, next record, strength, …]); unknown grams are left out. */
  search.rows = async function (grams, count) {
    const rows = new Map();
    await Promise.all(grams.map(async function (gram) {
      const shard = await file("grams-" + shardOf(gram, count));
      if (shard[gram]) rows.set(gram, shard[gram]);
    }));
    return rows;
  };

  /* What one record shows: {title, address, parts}. */
  search.texts = async function (record, base) {
    const chunk = await file("texts-" + base.records[record][1]);
    const [title, address, parts] = chunk[record];
    return { title, address, parts };
  };
})(window.pinganSearch);
