// Marks the texts of a page whose contrast has not been judged yet, and gives what they look like.
//
// Two texts look the same when all that axe reads to judge a text is the same: how the text and
// all around it are painted, and what lies over and under the middle of each of its lines.
(known) => {
  const READ = [
    "color", "backgroundColor", "backgroundImage", "backgroundClip", "opacity", "fontSize",
    "fontWeight", "textShadow", "filter", "mixBlendMode", "position", "zIndex", "visibility",
    "clip", "clipPath", "webkitTextStrokeColor", "webkitTextStrokeWidth",
  ];
  const UNUSUAL = /[^\u0020-\u007e\u3000-\u303f\u3400-\u9fff\uff00-\uffef\s]/u;
  const STATES = ":disabled, [aria-disabled=true], [aria-hidden=true], [inert], [hidden]";

  // every part of a page can be met at a point, also one that lets clicks through
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { pointer-events: auto !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  const shortened = (text) => {
    let first = 7, second = 11;
    for (let place = 0; place < text.length; place++) {
      first = Math.imul(first ^ text.charCodeAt(place), 2654435761);
      second = Math.imul(second ^ text.charCodeAt(place), 1597334677);
    }
    return (first >>> 0).toString(36) + "." + (second >>> 0).toString(36);
  };
  const paints = new Map();
  const paint = (element) => {
    if (!paints.has(element)) {
      const parts = [null, "::before", "::after"].map((part) => {
        const style = getComputedStyle(element, part);
        if (part && style.content === "none") return "";
        const read = READ.map((name) => style[name]);
        return (part ? [...read, style.width, style.height] : read).join();
      });
      paints.set(element, shortened(parts.join("|")));
    }
    return paints.get(element);
  };
  const around = new Map([[null, ""]]);
  const chain = (element) => {
    if (!around.has(element)) {
      around.set(element, shortened(paint(element) + chain(element.parentElement)));
    }
    return around.get(element);
  };
  const lines = (element) => {
    const texts = [...element.childNodes].filter((node) => node.nodeType === 3 && node.data.trim());
    if (!texts.length) return [element.getBoundingClientRect()];
    return texts.flatMap((text) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      return [...range.getClientRects()];
    });
  };
  const look = (element) => {
    const at = lines(element).map((line) =>
      document
        .elementsFromPoint(line.left + line.width / 2, line.top + line.height / 2)
        .map((each) => (each === element ? "*" : "") + paint(each))
        .join());
    const text = element.textContent.trim();
    const states = [
      text.length < 3 ? text.length : "", UNUSUAL.test(text), element.matches("input, select"),
      Boolean(element.closest(STATES)), Boolean(element.closest("label")?.control?.disabled),
    ];
    return shortened([chain(element), ...new Set(at), ...states].join());
  };

  const judged = new Set(known);
  const fresh = new Set();
  for (const element of document.body.querySelectorAll("*")) {
    element.removeAttribute("data-unjudged");
    const shows = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!shows && !element.matches("input, select, textarea, button")) continue;
    if (!element.checkVisibility()) continue;
    const name = look(element);
    if (judged.has(name) || fresh.has(name)) continue;
    fresh.add(name);
    element.setAttribute("data-unjudged", "");
  }
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  return [...fresh];
}
