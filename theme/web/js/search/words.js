/* Understanding a query: the same cutting as generator/search/grams.py, then the site's lexicon. */
(function (search) {
  "use strict";
  const LONGEST = 18; /* as generator/model/synonyms.py */
  const RUN = /[0-9a-z\u3400-\u9fff]+/g;
  const UNIT = /[0-9]+|[a-z]+|[\u3400-\u9fff]/g;
  const HAN = /^[\u3400-\u9fff]+$/;

  /* Whether a place in a run lies inside a Latin word or a number. */
  function cutsLatin(run, at) {
    return /^([a-z]{2}|[0-9]{2})$/.test(run.slice(at - 1, at + 1));
  }

  search.units = function (run) { return run.match(UNIT) || []; };

  /* The grams of a text, each once: neighbouring units, Latin words and numbers. */
  search.grams = function (text) {
    const found = new Set();
    for (const run of text.match(RUN) || []) {
      const units = search.units(run);
      if (units.length === 1) found.add(units[0]);
      units.forEach(function (unit, place) {
        if (/^[0-9a-z]/.test(unit)) found.add(unit);
        if (place) found.add(units[place - 1] + unit);
      });
    }
    return [...found];
  };

  /* The lexicon as it is used: from words to places, from places to words that mean the same. */
  search.Lexicon = class {
    constructor(base) {
      this.terms = base.terms.split(" ");
      this.places = new Map(this.terms.map(function (term, place) { return [term, place]; }));
      this.leads = base.leads;
      this.idle = base.idle;
      this.records = base.records;
      this.odd = base.odd;
      this.groups = new Map();
      for (const group of base.groups) for (const place of group) this.groups.set(place, group);
      this.sounds = new Map();
      this.spoken = new Set(Object.keys(base.sounds));
      for (const [sound, characters] of Object.entries(base.sounds)) {
        for (const character of characters) this.sounds.set(character, sound);
      }
      this.simple = new Map();
      for (let at = 0; at < base.traditional.length; at += 2) {
        this.simple.set(base.traditional[at], base.traditional[at + 1]);
      }
    }

    normal(text) {
      const simple = this.simple;
      return [...text.normalize("NFKC").toLowerCase()].map(function (character) {
        return simple.get(character) || character;
      }).join("");
    }

    /* The stretches of a query that carry meaning; what is left where all of it is idle. */
    stretches(query) {
      const { spoken, places } = this;
      const whole = this.normal(query).replace(/([a-z])-(?=[a-z])/g, "$1").replace(/[a-z]+(?: +[a-z]+)+/g, function (words) {
        const parts = words.split(/ +/);
        const whole = parts.join("");
        return places.has(whole) || parts.every(function (part) { return spoken.has(part); }) ? whole : words;
      });
      let text = whole;
      for (const word of this.idle) {
        if (!this.places.has(text)) text = this.without(text, word);
      }
      const typed = whole.match(RUN) || [];
      const left = text.match(RUN) || typed;
      /* One character that idle words leave over (怎么看) says nothing beside what else is asked;
         one that was typed as a word does (蛇 咬伤). */
      const told = left.filter(function (run) { return run.length > 1 || typed.includes(run); });
      return told.length ? told : left;
    }

    /* Take an idle word out, but not where it is a part of a word of ours (怎么 in no word, 会 in 会议). */
    without(text, word) {
      let out = text;
      for (let at = out.indexOf(word); at >= 0; at = out.indexOf(word, at + 1)) {
        if (!this.insideTerm(out, at, word.length)) out = out.slice(0, at) + " " + out.slice(at + word.length);
      }
      return out;
    }

    insideTerm(text, at, length) {
      for (let from = Math.max(0, at - LONGEST); from <= at; from += 1) {
        for (let to = at + length; to <= Math.min(text.length, from + LONGEST); to += 1) {
          if (to - from > length && this.places.has(text.slice(from, to))) return true;
        }
      }
      return false;
    }

    /* Cut a stretch into our words so that they cover most of it: [{place, from, to}]. */
    words(run) {
      const best = [{ score: 0, words: [] }];
      for (let to = 1; to <= run.length; to += 1) {
        let chosen = best[to - 1];
        for (let from = Math.max(0, to - LONGEST); from < to - 1; from += 1) {
          const place = this.places.get(run.slice(from, to));
          if (place === undefined || cutsLatin(run, from) || cutsLatin(run, to)) continue;
          const score = best[from].score + (to - from) * (to - from);
          if (score > chosen.score) chosen = { score, words: [...best[from].words, { place, from, to }] };
        }
        best.push(chosen);
      }
      return best[run.length].words;
    }

    /* All places that mean the same as this one, itself first. */
    alike(place) {
      const group = this.groups.get(place);
      return group ? [place, ...group.filter(function (other) { return other !== place; })] : [place];
    }

    sound(place) {
      if (this.odd[place]) return this.odd[place].split(" ");
      const sounds = this.sounds;
      return search.units(this.terms[place]).map(function (unit) { return sounds.get(unit) || unit; });
    }

    soundOf(text) {
      const sounds = this.sounds;
      return [...text].map(function (character) { return sounds.get(character) || character; }).join(" ");
    }

    /* Terms by their full pinyin, their initials and their length, made when first asked for. */
    get heard() {
      if (!this._heard) {
        this._heard = { full: new Map(), initials: new Map(), spoken: new Map(), lengths: new Map() };
        const put = function (map, key, place) {
          if (!map.has(key)) map.set(key, []);
          map.get(key).push(place);
        };
        this.terms.forEach(function (term, place) {
          const sound = this.sound(place);
          put(this._heard.full, sound.join(""), place);
          put(this._heard.initials, sound.map(function (one) { return /^[a-z]/.test(one) ? one[0] : one; }).join(""), place);
          put(this._heard.spoken, sound.join(" "), place);
          if (HAN.test(term)) put(this._heard.lengths, term.length, place);
        }, this);
      }
      return this._heard;
    }

    /* The words that Latin letters may stand for: full pinyin, initials, then the start of either. */
    spelled(letters) {
      const heard = this.heard;
      const exact = [...(heard.full.get(letters) || []), ...(heard.initials.get(letters) || [])];
      if (exact.length) return exact;
      const split = this.spelledInParts(letters);
      if (split.length) return split;
      if (letters.length < 3) return [];
      const starts = [];
      for (const map of [heard.full, heard.initials]) {
        for (const [key, places] of map) if (key.startsWith(letters)) starts.push(...places);
      }
      return starts.slice(0, 12);
    }

    /* Several words written as one in pinyin: dianpingchezhaohuo. */
    spelledInParts(letters) {
      const full = this.heard.full;
      const best = [[]];
      for (let to = 1; to <= letters.length; to += 1) {
        for (let from = Math.max(0, to - 30); from < to; from += 1) {
          const places = best[from] && full.get(letters.slice(from, to));
          if (places && (!best[to] || best[from].length + 1 < best[to].length)) best[to] = [...best[from], places[0]];
        }
      }
      return best[letters.length] || [];
    }

    /* The words of ours that a misspelt word may be: [{place, at}], `at` the wrong character.
       The same sound counts for any length (`at` is -1), one wrong character from three on. */
    misspelt(text) {
      const same = this.heard.spoken.get(this.soundOf(text));
      if (same) return same.map(function (place) { return { place, at: -1 }; });
      if (text.length < 3) return [];
      const near = [];
      for (const place of this.heard.lengths.get(text.length) || []) {
        const term = this.terms[place];
        const wrong = [];
        for (let at = 0; at < text.length && wrong.length < 2; at += 1) if (term[at] !== text[at]) wrong.push(at);
        if (wrong.length === 1) near.push({ place, at: wrong[0] });
      }
      return near;
    }
  };
})(window.pinganSearch);
