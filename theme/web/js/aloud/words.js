/* What a page says, block by block, in words that are heard right. */
window.pinganAloud = window.pinganAloud || {};

(function (aloud) {
  "use strict";
  const SKIPPED = "nav, form, button, .pa-sr:not(h1), .pa-chips, .pa-basis, .pa-basis-fold, .pa-sources, .pa-related, .pa-files, .pa-pack,"
    + ".pa-packs, .pa-more, .pa-button, .pa-reviewed, .pa-screen, .pa-number";
  const HEADING = /^H([1-6])$/;
  const DIGITS = "零幺二三四五六七八九";
  const NUMERALS = "零一二三四五六七八九";
  /* What makes a number a count or a measure, not one to dial. */
  const COUNTED = /^ ?[元米秒分天年月日时小公里个只条户家吨克度伏安瓦毫升平厘千百万亿岁倍层号楼级次项页人%％℃]/;
  const PART_OF_ANOTHER = /[\d.A-Za-z〔第\-—－]$/;
  const SERVICE = /^(1[12]\d|12\d{3}|11\d{3}|9[56]\d{3})$/;
  const SENTENCE = /[^。！？；]+[。！？；]?/g;
  const CLAUSE = /[^，、：]+[，、：]?/g;
  const LONGEST = 48;

  /* 十二 for 12; steps are never a hundred. */
  function numeral(number) {
    const [tens, ones] = [Math.floor(number / 10), number % 10];
    if (!tens) return NUMERALS[ones];
    return (tens > 1 ? NUMERALS[tens] : "") + "十" + (ones ? NUMERALS[ones] : "");
  }

  function digitByDigit(number) {
    return number.replace(/\d/g, function (digit) { return DIGITS[digit]; }).replace(/[-－ ]+/g, "，");
  }

  /* Numbers to dial digit by digit, 119 as 幺幺九: those of the page's links, and those of services. */
  aloud.spoken = function (text, dialled) {
    return text.replace(/\d[\d\-－]*\d/g, function (number, place) {
      const counted = COUNTED.test(text.slice(place + number.length)) || PART_OF_ANOTHER.test(text.slice(0, place).trimEnd());
      return !counted && (dialled.has(number) || SERVICE.test(number)) ? digitByDigit(number) : number;
    });
  };

  /* A long text in pieces, since some voices fall silent within one. */
  aloud.pieces = function (text) {
    return text.match(SENTENCE).flatMap(function (sentence) {
      if (sentence.length <= LONGEST) return [sentence];
      return sentence.match(CLAUSE).reduce(function (made, clause) {
        const last = made.length - 1;
        if (last >= 0 && made[last].length + clause.length <= LONGEST) made[last] += clause;
        else made.push(clause);
        return made;
      }, []);
    });
  };

  /* What is said before the words of a list's entry. */
  function before(item) {
    if (item.parentElement.tagName !== "OL") return "";
    const number = numeral([...item.parentElement.children].indexOf(item) + 1);
    if (item.parentElement.matches(".pa-steps")) return "第" + number + "步，";
    return number + "，";
  }

  function isBlock(element) {
    return element.matches("a.pa-call") || !/^(inline|contents)/.test(getComputedStyle(element).display);
  }

  /* What is folded up is not read, nor the way to something elsewhere, in brackets. */
  function isSilent(child, parent) {
    if (child.matches(SKIPPED) || (child.tagName === "A" && child.textContent.trim().startsWith("（"))) return true;
    return parent.tagName === "DETAILS" && !parent.open && child.tagName !== "SUMMARY";
  }

  /* Blocks of words that are seen, each with where it stands, in the order of the page. */
  aloud.blocks = function (root) {
    const found = [];
    let item = null;

    function add(element, text) {
      const words = text.replace(/\s+/g, " ").trim();
      if (!words) return;
      const first = element.matches("a.pa-call") ? "电话，" : item ? before(item) : "";
      found.push({ element: element, text: first + words });
      item = null;
    }

    function walk(element) {
      let run = "";
      if (element.tagName === "LI") item = element;
      for (const child of element.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) run += child.data;
        if (child.nodeType !== Node.ELEMENT_NODE || isSilent(child, element)) continue;
        const seen = child.getClientRects().length;
        if (child.matches("img, svg")) run += seen ? child.getAttribute("alt") || child.getAttribute("aria-label") || "" : "";
        else if (child.tagName === "BR") run += " ";
        else if (!seen && getComputedStyle(child).display !== "contents") continue;
        else if (isBlock(child)) {
          add(element, run);
          run = "";
          if (child.matches("a.pa-call")) add(child, child.textContent);
          else walk(child);
        } else run += child.textContent;
      }
      add(element, run);
      if (item === element) item = null;
    }

    walk(root);
    return found.filter(function (block, place) {
      const level = levelOf(block);
      const next = found[place + 1];
      return !level || (next && !(levelOf(next) && levelOf(next) <= level));
    });
  };

  function levelOf(block) {
    const heading = block.element.closest("h1, h2, h3, h4");
    return heading ? Number(HEADING.exec(heading.tagName)[1]) : 0;
  }
})(window.pinganAloud);
