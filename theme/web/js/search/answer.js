/* In an emergency: what a question is about, decided as generator/answers/ does, from one file. */
(function (search) {
  "use strict";
  const TOKEN = /[a-z]+|[0-9]+|[\u3400-\u9fff]/g;
  const LONGEST_SOUND = 6;
  const CHOICES = 4;
  const SHORTEST = 4;
  const LOOKED_AT = 12;
  const NAMED = 80;
  const PATIENCE = 2000;
  const CARD = -1;
  const NONE = -3;
  const FIRST_HAN = 0x3400;
  const HAN = /[\u3400-\u9fff]/;

  /* Characters, each with what is told of it, as generator/answers/files.py packs them. */
  function charactersOf(unpacker, of, told) {
    const found = new Map();
    let code = FIRST_HAN;
    for (let left = unpacker.number("count"); left; left -= 1) {
      code += unpacker.number("gap");
      found.set(String.fromCharCode(code), told[unpacker.symbol(of, bitsOf(told.length))]);
    }
    return found;
  }

  /* The characters with their sounds, then the weights. */
  function unpacked(packed) {
    const unpacker = search.unpacker(packed.packed);
    const spoken = packed.sounds ? packed.sounds.split(" ") : [];
    const known = { sounds: charactersOf(unpacker, "sound", spoken), spoken: new Set(spoken) };
    const { things, gate } = packed;
    const rows = weightsOf(packed, unpacker, known, function (thing) { return things[thing] === CARD; });
    return { ...known, simple: new Map(), rows, things, gate };
  }

  /* The simple forms of traditional characters. */
  function simpleOf({ packed }, { sounds }) {
    return charactersOf(search.unpacker(packed), "simple", [...sounds.keys()]);
  }

  /* For each feature the things that it speaks for, and how much. */
  function weightsOf({ strongest, things, words }, { symbol, chosen }, { sounds, spoken }, isCard) {
    const rows = new Map();
    const bits = bitsOf(2 * strongest);
    const names = [...spoken];
    function take(of, feature) {
      const row = chosen(of, things.length);
      if (row.length) rows.set(feature, row.map(function (thing) { return [thing, symbol("weight " + (isCard(thing) ? "True" : "False"), bits) - strongest]; }));
    }
    for (const character of sounds.keys()) take("character", character);
    const follow = names.map(function () { return chosen("follow", names.length); });
    names.forEach(function (one, place) { for (const next of follow[place]) take("pair", one + " " + names[next]); });
    for (const word of words) take("word", word);
    return rows;
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
      const character = learned.simple.get(token) || token;
      characters.push(character);
      sounds.push(learned.sounds.get(character) || character);
    }
    const pairs = sounds.slice(1).map(function (sound, place) { return sounds[place] + " " + sound; });
    return [...new Set([...characters, ...pairs])];
  }

  /* How far features speak for each thing, for their number. */
  function scoresOf(found, rows, count) {
    const length = Math.sqrt(Math.max(SHORTEST, found.length));
    const scores = new Array(count).fill(0);
    for (const feature of found) for (const [thing, weight] of rows.get(feature) || []) scores[thing] += weight;
    return scores.map(function (score) { return Math.trunc(100 * score / length); });
  }

  /* {outcome: "card" | "ask" | "perhaps" | "elsewhere" | "nothing", things: numbers of cards, the likeliest first} */
  function decide(found, learned) {
    const scores = scoresOf(found, learned.rows, learned.things.length);
    const ranked = function (wanted) {
      const some = scores.map(function (score, thing) { return { score, thing }; })
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
      if (calm) return { outcome: "nothing", things: [] };
      const far = best.score < least || other.score - best.score >= Math.floor(near / 2);
      return far ? { outcome: "elsewhere", things: [] } : { outcome: "perhaps", things: choices };
    }
    if (best.score - Math.max(second.score, other.score) >= sure) return { outcome: "card", things: [best.thing] };
    return { outcome: "ask", things: choices };
  }

  let learning;
  /* What was learned, unpacked once, though several ask at the same time. */
  function learned() {
    if (!learning) {
      learning = search.file("answers").then(unpacked);
      learning.catch(function () { learning = undefined; });
    }
    return learning;
  }

  /* What was learned; of traditional characters only where a question has one that is unknown.
     Where their file does not come in time, the other characters tell. */
  let missed = "";
  async function known(question) {
    const ours = await learned();
    const strange = [...question.normalize("NFKC")].some(function (character) { return HAN.test(character) && !ours.sounds.has(character); });
    if (!strange || ours.simple.size || question === missed) return ours;
    const packed = await Promise.race([
      search.file("traditional").catch(function () { return null; }),
      new Promise(function (resolve) { setTimeout(resolve, PATIENCE, null); }),
    ]);
    if (packed) ours.simple = simpleOf(packed, ours); else missed = question;
    return ours;
  }

  search.decide = async function (question) {
    const ours = await known(question);
    return decide(features(question, ours), ours);
  };

  /* All that a card says. */
  search.card = function (thing) { return search.file("card-" + thing); };

  /* Emergencies that the site has nothing on: {rows: [[what, whom to call]], general: whom to call}. */
  search.elsewhere = function () { return search.file("elsewhere"); };

  /* The row of the emergency that a question is about, where one leads all others by far. */
  let naming;
  search.named = async function (question) {
    const ours = await known(question);
    const packed = await search.elsewhere();
    naming = naming || weightsOf(packed, search.unpacker(packed.packed), ours, function () { return false; });
    const scores = scoresOf(features(question, ours), naming, packed.things.length);
    const [best, second] = [...scores, 0, 0].sort(function (a, b) { return b - a; });
    return best - second >= NAMED ? packed.rows[packed.things[scores.indexOf(best)]] : undefined;
  };
})(window.pinganSearch);
