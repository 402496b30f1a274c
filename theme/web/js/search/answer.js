/* In an emergency: what a question is about, decided as generator/answers/ does, from one file. */
(function (search) {
  "use strict";
  const TOKEN = /[a-z]+|[0-9]+|[\u3400-\u9fff]/g;
  const LONGEST_SOUND = 6;
  const CHOICES = 4;
  const SHORTEST = 4;
  const LOOKED_AT = 12;
  const CARD = -1;
  const UNNAMED = -2;
  const NONE = -3;
  const DIGITS = new Map();
  for (let code = 35; code < 127; code += 1) if (code !== 92) DIGITS.set(String.fromCharCode(code), DIGITS.size);
  const LAST = DIGITS.size - 1;

  /* Numbers as generator/answers/files.py writes them: a character each, the last one goes on. */
  function numbers(text) {
    const found = [];
    let sum = 0;
    for (const character of text) {
      const digit = DIGITS.get(character);
      sum += digit;
      if (digit < LAST) { found.push(sum); sum = 0; }
    }
    return found;
  }

  /* Rising numbers from what lies between them. */
  function rising(text) {
    let before = -1;
    return numbers(text).map(function (gap) { before += gap + 1; return before; });
  }

  /* What was learned, unpacked: {sounds, spoken, rows, things, gate}. */
  function unpacked(packed) {
    const sounds = new Map();
    const order = [];
    const spoken = [];
    for (const group of packed.sounds.split(" ")) {
      const [, sound, told, rest] = /^([a-z0-9]+)([^|]*)\|(.*)$/.exec(group);
      spoken.push(sound);
      for (const character of told) { sounds.set(character, sound); order.push(character); }
      for (const character of rest) sounds.set(character, sound);
    }
    order.push(...packed.words);
    packed.pairs.split(" ").forEach(function (follow, place) {
      for (const next of rising(follow)) order.push(spoken[place] + " " + spoken[next]);
    });
    order.push(...packed.odd);
    const weights = numbers(packed.weights);
    const rows = new Map();
    let at = 0;
    packed.gaps.split(" ").forEach(function (gaps, place) {
      rows.set(order[place], rising(gaps).map(function (thing) { return [thing, weights[at++] - packed.strongest]; }));
    });
    return { sounds, spoken: new Set(spoken), rows, things: packed.things, gate: packed.gate };
  }

  /* Pinyin cut into the fewest sounds; nothing where letters are none, or are one letter. */
  function spelled(letters, spoken) {
    const best = [[]];
    for (let end = 1; end <= letters.length; end += 1) {
      for (let begin = Math.max(0, end - LONGEST_SOUND); begin < end; begin += 1) {
        const sound = letters.slice(begin, end);
        if (best[begin] && spoken.has(sound) && (!best[end] || best[begin].length + 1 < best[end].length)) best[end] = [...best[begin], sound];
      }
    }
    return letters.length > 1 ? best[letters.length] || [] : [];
  }

  /* What a question is told apart by, each once: its characters, and pairs of sounds. */
  function features(text, learned) {
    const characters = [];
    const sounds = [];
    for (const token of text.normalize("NFKC").toLowerCase().match(TOKEN) || []) {
      const letters = /^[a-z]/.test(token) ? spelled(token, learned.spoken) : [];
      if (letters.length) { sounds.push(...letters); continue; }
      characters.push(token);
      sounds.push(learned.sounds.get(token) || token);
    }
    const pairs = sounds.slice(1).map(function (sound, place) { return sounds[place] + " " + sound; });
    return [...new Set([...characters, ...pairs])];
  }

  /* {outcome: "card" | "ask" | "elsewhere" | "nothing", things: numbers of cards, the likeliest first};
     `named` is the row of what is not ours, less than nothing where it is not named. */
  function decide(question, learned) {
    const found = features(question, learned);
    const length = Math.sqrt(Math.max(SHORTEST, found.length));
    const scores = learned.things.map(function () { return 0; });
    for (const feature of found) for (const [thing, weight] of learned.rows.get(feature) || []) scores[thing] += weight;
    const ranked = function (wanted) {
      const some = scores.map(function (score, thing) { return { score: Math.trunc(100 * score / length), thing }; })
        .filter(function ({ thing }) { return (learned.things[thing] === CARD) === wanted; });
      const none = { score: 0, thing: -1 };
      return [none, none, ...some].sort(function (a, b) { return b.score - a.score; }).slice(0, LOOKED_AT);
    };
    const cards = ranked(true);
    const [other] = ranked(false);
    const [sure, open, near, least] = learned.gate;
    const [best, second] = cards;
    const close = cards.filter(function ({ score, thing }) { return thing >= 0 && best.score - score < near && 2 * score >= best.score; })
      .map(function ({ thing }) { return thing; });
    const gravest = close.slice(2).sort(function (a, b) { return a - b; }).slice(0, CHOICES - 2);
    const choices = [...close.slice(0, 2), ...gravest];
    if (best.score < least || other.score - best.score > open) {
      const calm = other.thing < 0 || learned.things[other.thing] === NONE || other.score < least;
      if (calm) return { outcome: "nothing", things: [], named: -1 };
      const far = best.score < least || other.score - best.score >= Math.floor(near / 2);
      return { outcome: "elsewhere", things: far ? [] : choices, named: far ? learned.things[other.thing] : UNNAMED };
    }
    if (best.score - Math.max(second.score, other.score) >= sure) return { outcome: "card", things: [best.thing] };
    return { outcome: "ask", things: choices };
  }

  let learned;
  search.decide = async function (question) {
    learned = learned || unpacked(await search.file("answers"));
    return decide(question, learned);
  };

  /* All that a card says. */
  search.card = function (thing) { return search.file("card-" + thing); };

  /* Emergencies that the site has nothing on: {rows: [[what, whom to call]], general: whom to call}. */
  search.elsewhere = function () { return search.file("elsewhere"); };
})(window.pinganSearch);
