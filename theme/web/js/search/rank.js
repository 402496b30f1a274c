/* Ranking: how well each record answers, from its grams and from the words of ours in the query. */
(function (search) {
  "use strict";
  const TITLE = 2;
  const HAN = /^[\u3400-\u9fff]+$/;
  const WEIGHT = { title: 1.1, keyword: 0.75, same: 0.94, misspelt: 0.85, wanted: 1, index: 0.5, card: 0.6, ask: 0.4, perhaps: 0.2 };
  const UNKNOWN = 130;
  /* A page that answers less of a query than this only comes near to it. */
  const FLOOR = 0.22;

  /* How much some grams tell: the rarer, the more. */
  function worth(grams, rows) {
    return grams.reduce(function (sum, gram) { return sum + (rows.has(gram) ? rows.get(gram)[0] : UNKNOWN); }, 0);
  }

  /* What a query may mean: [{text, weight}] to look up, and our words in it with their share. */
  function readings(lexicon, runs, rows) {
    const whole = worth(search.grams(runs.join(" ")), rows);
    const named = new Map();
    const name = function (place, share, weight) {
      named.set(place, Math.max(named.get(place) || 0, share * weight));
    };
    let texts = [{ text: "", weight: 1 }];
    const add = function (choices) {
      texts = texts.flatMap(function (before) {
        return choices.map(function (choice) {
          return { text: before.text + choice.text, weight: before.weight * choice.weight };
        });
      }).slice(0, 6);
    };
    for (const run of runs) {
      let at = 0;
      for (const word of lexicon.words(run)) {
        add([{ text: run.slice(at, word.from), weight: 1 }]);
        const alike = lexicon.alike(word.place);
        const share = worth(search.grams(run.slice(word.from, word.to)), rows) / whole;
        alike.forEach(function (place, order) { name(place, share, order ? WEIGHT.same : 1); });
        const ours = (lexicon.groups.get(word.place) || [])[0];
        const choices = [{ text: run.slice(word.from, word.to), weight: 1 }];
        if (ours !== undefined && ours !== word.place) choices.push({ text: lexicon.terms[ours], weight: WEIGHT.same });
        add(choices);
        at = word.to;
      }
      add([{ text: run.slice(at) + " ", weight: 1 }]);
    }
    return { texts, named };
  }

  /* What is left of a query when our words are taken out: [{run, from, to}]. */
  function rests(lexicon, runs) {
    const left = [];
    for (const run of runs) {
      let at = 0;
      for (const word of [...lexicon.words(run), { from: run.length, to: run.length }]) {
        if (word.from > at) left.push({ run, from: at, to: word.from });
        at = word.to;
      }
    }
    return left;
  }

  /* Put our words where a query has pinyin or a misspelt word. */
  function mended(lexicon, runs, rows) {
    const out = [];
    for (const { run, from, to } of rests(lexicon, runs)) {
      const rest = run.slice(from, to);
      if (/^[a-z]+$/.test(rest) && rest.length > 1 && !rows.has(rest)) {
        for (const place of lexicon.spelled(rest)) out.push({ old: rest, place });
        continue;
      }
      const known = search.grams(rest).filter(function (gram) { return rows.has(gram); });
      if (search.units(rest).length > 1 && known.length === search.grams(rest).length) continue;
      out.push(...misspeltIn(lexicon, run, from, to, rows));
    }
    return out;
  }

  /* Misspelt words in the part of a run that none of our words covers, or around all of it.
     A character counts as wrong only where it makes a pair that the site never writes, and not
     where it is one more character before a word of ours (下窨井 is no misspelt 炸窨井). */
  function misspeltIn(lexicon, run, from, to, rows) {
    for (let length = Math.min(8, run.length); length > 1; length -= 1) {
      const found = [];
      for (let at = Math.max(0, from - length + 1); at < to && at + length <= run.length; at += 1) {
        const end = at + length;
        const inside = at >= from && end <= to;
        const around = at <= from && end >= to;
        const old = run.slice(at, end);
        if (!(inside || around) || lexicon.places.has(old) || !HAN.test(old)) continue;
        for (const { place, at: wrong } of lexicon.misspelt(old)) {
          const pairs = [old.slice(Math.max(0, wrong - 1), wrong + 1), old.slice(wrong, wrong + 2)];
          const strange = pairs.some(function (pair) { return pair.length === 2 && !rows.has(pair); });
          const leading = to - from === 1 && at === from;
          if (wrong < 0 || (strange && !leading)) found.push({ old, place });
        }
      }
      if (found.length) return found.slice(0, 4);
    }
    return [];
  }

  /* Add up the grams of one reading: Map(record -> share of the query that it answers). */
  function sum(grams, rows, weight, scores) {
    const whole = worth(grams, rows);
    const answers = new Map();
    for (const gram of grams) {
      const row = rows.get(gram);
      if (!row) continue;
      for (let at = 1, record = 0; at < row.length; at += 2) {
        record += row[at];
        answers.set(record, (answers.get(record) || 0) + row[0] * row[at + 1] / 63);
      }
    }
    for (const [record, answer] of answers) {
      scores.set(record, Math.max(scores.get(record) || 0, weight * answer / whole));
    }
  }

  /* Give the records that answer a query, best first: {results: [{record, score}], words, far: whether none answers it well}. */
  search.ranked = async function (query, base, lexicon) {
    let runs = lexicon.stretches(query);
    if (!runs.length) return { results: [], words: [], far: false };
    let rows = await search.rows([...new Set(runs.flatMap(search.grams))], base.shards);
    const all = [{ ...readings(lexicon, runs, rows), weight: 1 }];
    const mends = mended(lexicon, runs, rows).map(function ({ old, place }) {
      return runs.map(function (run) { return run.replace(old, lexicon.terms[place]); });
    });
    if (mends.length) rows = await search.rows([...new Set([...runs, ...mends.flat()].flatMap(search.grams))], base.shards);
    for (const better of mends) all.push({ ...readings(lexicon, better, rows), weight: WEIGHT.misspelt });
    const texts = all.flatMap(function (reading) {
      return reading.texts.map(function (text) { return { grams: search.grams(text.text), weight: text.weight * reading.weight }; });
    });
    rows = await search.rows([...new Set(texts.flatMap(function (text) { return text.grams; }))], base.shards);

    const scores = new Map();
    for (const text of texts) sum(text.grams, rows, text.weight, scores);
    const bonus = new Map();
    for (const reading of all) {
      for (const [place, share] of reading.named) {
        const leads = lexicon.leads[place] || [];
        for (let at = 0; at < leads.length; at += 2) {
          const worth = share * reading.weight * (leads[at + 1] === TITLE ? WEIGHT.title : WEIGHT.keyword);
          bonus.set(leads[at], Math.max(bonus.get(leads[at]) || 0, worth));
        }
      }
    }
    const words = [...new Set(all.flatMap(function (reading) {
      return reading.texts.flatMap(function (text) { return search.grams(text.text); });
    }))];
    /* Without what decides there is still a list. */
    const { outcome, things } = await search.decide(query).catch(function () { return { outcome: "nothing", things: [] }; });
    /* The first two are the likeliest; what else is asked about is only grave. */
    things.slice(0, 2).forEach(function (thing, order) {
      const record = base.cards[thing];
      bonus.set(record, (bonus.get(record) || 0) + WEIGHT[outcome] / (order + 1));
    });
    const indexes = new Set(base.kinds.map(function ([, , index]) { return index; }));
    for (const record of bonus.keys()) if (!scores.has(record)) scores.set(record, 0);
    const results = [...scores].map(function ([record, score]) {
      const [of, , behind = 0] = base.records[record];
      const [kind, lead, index] = base.kinds[of];
      const wanted = (bonus.has(index) ? WEIGHT.wanted : indexes.has(record) && bonus.has(record) ? WEIGHT.index : 0) * Math.min(1, 2 * score);
      return { record, score: score + (bonus.get(record) || 0) + lead + behind + wanted, kind };
    });
    results.sort(function (a, b) { return b.score - a.score || a.record - b.record; });
    const best = results.length ? results[0].score : 0;
    return {
      far: best < FLOOR,
      results: results.filter(function (result) { return result.score > 0.08 && result.score > Math.min(best, 1.6) * 0.25; }).slice(0, 40),
      words,
    };
  };
})(window.pinganSearch);
