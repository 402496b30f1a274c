/* Numbers as generator/answers/packed.py writes them: an adaptive binary range coder. */
(function (search) {
  "use strict";
  const WHOLE = 65536;
  const LEAST = 48;
  const LIMIT = 250;
  const TOP = 16777216;
  const MANY = 7;

  search.unpacker = function (text) {
    const bytes = atob(text);
    const states = new Map();
    let at = 0;
    let range = 4294967295;
    let code = 0;
    function next() { return at < bytes.length ? bytes.charCodeAt(at++) : 0; }
    for (let place = 0; place < 4; place += 1) code = code * 256 + next();

    /* One bit; `states` of a place are how likely none is, and how often it was asked. */
    function bit(states, place) {
      const none = states.likely[place] || WHOLE / 2;
      const asked = Math.min(states.asked[place] + 1, LIMIT);
      const bound = (range >>> 16) * none;
      const found = code >= bound;
      if (found) { code -= bound; range -= bound; } else range = bound;
      const moved = found
        ? none - Math.floor(none * 2 / (2 * asked + 1))
        : none + Math.floor((WHOLE - none) * 2 / (2 * asked + 1));
      states.likely[place] = Math.min(Math.max(moved, LEAST), WHOLE - LEAST);
      states.asked[place] = asked;
      while (range < TOP) { range *= 256; code = code * 256 + next(); }
      return found;
    }

    function statesOf(name, size) {
      if (!states.has(name)) states.set(name, { likely: new Uint16Array(size), asked: new Uint8Array(size) });
      return states.get(name);
    }

    /* A number of a few bits. */
    function symbol(name, bits) {
      const known = statesOf("symbol " + name, 1 << bits);
      let node = 1;
      for (let left = bits; left; left -= 1) node = 2 * node + (bit(known, node) ? 1 : 0);
      return node - (1 << bits);
    }

    /* A number of any size. */
    function number(name) {
      const known = statesOf("number " + name, 33 * 33);
      let length = 1;
      while (bit(known, length)) length += 1;
      let found = 1;
      for (let place = length - 2; place >= 0; place -= 1) found = 2 * found + (bit(known, length * 33 + place) ? 1 : 0);
      return found - 1;
    }

    /* Which of `count` numbers are chosen, rising. */
    function chosen(name, count) {
      const known = statesOf("chosen " + name, 64 * 4 * (count + 1));
      const found = [];
      (function half(node, many, begin, end) {
        if (!many) return;
        if (many === end - begin) { for (let each = begin; each < end; each += 1) found.push(each); return; }
        const middle = (begin + end) >> 1;
        const most = Math.min(many, middle - begin);
        let left = Math.max(0, many - (end - middle));
        const place = node * 64 + Math.min(many, MANY) * 8;
        while (left < most && bit(known, place + Math.min(left, MANY))) left += 1;
        half(2 * node, left, begin, middle);
        half(2 * node + 1, many - left, middle, end);
      })(1, number(name), 0, count);
      return found;
    }

    return { symbol, number, chosen };
  };
})(window.pinganSearch);
