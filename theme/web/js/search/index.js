/* Loading the index: scripts, because they load from a folder opened by double click too. */
(function (search) {
  "use strict";
  const waiting = new Map();
  const here = new Map();
  let root = "";

  /* Each file of the index calls this with its name and its content. */
  search.put = function (name, content) { here.set(name, content); };

  search.from = function (folder) { root = folder; };

  function file(name) {
    if (!waiting.has(name)) {
      waiting.set(name, new Promise(function (resolve, reject) {
        const script = document.createElement("script");
        script.src = root + name + ".js";
        script.onload = function () { resolve(here.get(name)); };
        script.onerror = function () { waiting.delete(name); reject(new Error(name)); };
        document.head.append(script);
      }));
    }
    return waiting.get(name);
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
    const base = await file("base");
    lexicon = lexicon || new search.Lexicon(base);
    return { base, lexicon };
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
