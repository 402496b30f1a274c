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
  const FIRST_HAN = 0x3400;

  /* What was learned, in the order of generator/answers/files.py: {sounds, spoken, rows, things, gate}. */
  function unpacked(packed) {
    const { symbol, number, chosen } = search.unpacker(packed.packed);
    const { strongest, things, words, gate } = packed;
    const spoken = packed.sounds ? packed.sounds.split(" ") : [];
    const soundBits = bitsOf(spoken.length);
    const weightBits = bitsOf(2 * strongest);
    const sounds = new Map();
    const rows = new Map();
    function weights(of, feature) {
      const row = chosen(of, things.length);
      if (row.length) rows.set(feature, row.map(function (thing) { return [thing, symbol("weight " + Math.min(things[thing], 0), weightBits) - strongest]; }));
    }
    let code = FIRST_HAN;
    for (let left = number("count"); left; left -= 1) {
      code += number("gap");
      sounds.set(String.fromCharCode(code), spoken[symbol("sound", soundBits)]);
    }
    for (const character of sounds.keys()) weights("character", character);
    const follow = spoken.map(function () { return chosen("follow", spoken.length); });
    spoken.forEach(function (one, place) { for (const next of follow[place]) weights("pair", one + " " + spoken[next]); });
    for (const word of words) weights("word", word);
    return { sounds, spoken: new Set(spoken), rows, things, gate };
  }

  function bitsOf(number) { return number.toString(2).length; }

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
