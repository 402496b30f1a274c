// 读写一类内容文件：表单和文件之间换一个样子；写的时候在原文上改，改不成才整份重写。
import { Document, Pair, Scalar, YAMLMap, YAMLSeq, isMap, isScalar, isSeq, parseDocument } from "yaml";

// 从别处粘贴来、读文件时认不得的字：换行符的别名变成空格，控制符和看不见的字去掉。
const BREAKS = /[\u000b\u000c\u0085\u2028\u2029]+/g;
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SOURCE = "_source";

/** 给出一类内容的读法和写法；comment 是第一行的注释，dates、maps 是日期和对照表的字段名，tables 是一行一组词的字段名，
 *  defaults 是不写也一样的值，numbers 是表单里当文字写的数（不到两位补零），status 表示有发布状态。 */
export function writer({ comment, numbers = [], status = false, id = "", ...others }) {
  const rules = { numbers, status, id, ...others };
  const originals = new Map();
  const asFile = (content) => forFile(forForm(content, rules), rules);
  return {
    fromFile(text) {
      const document = parseDocument(text.replace(/^\uFEFF/, ""));
      if (document.errors.length > 0) throw document.errors[0];
      const content = document.toJS() ?? {};
      const source = fingerprint(text);
      originals.set(source, text).set(`=${content.id}`, text);
      return { ...forForm(content, rules), [SOURCE]: source };
    },
    toFile({ [SOURCE]: source, ...content }) {
      const value = forFile(content, rules);
      const known = source && (originals.get(source) ?? originals.get(`=${value.id}`));
      if (!known) return fresh(value, comment, rules); // 新的，或者是副本
      return changed(known, value, rules, asFile) ?? fresh(value, comment, rules);
    },
  };
}

/** 表单里：对照表是一行一行的 {key, value}，才能编辑像 5.3.1 这样的条号；成组的词是多行文字。 */
function forForm(content, { maps, tables, numbers, status, defaults }) {
  const form = walk(content, (name, part) => {
    if (maps.includes(name) && part && !Array.isArray(part)) {
      return Object.entries(part).map(([key, text]) => ({ key, value: text }));
    }
    if (tables.includes(name) && Array.isArray(part)) {
      return part.map((words) => words.join("、")).join("\n");
    }
    return undefined;
  });
  for (const name of numbers) {
    if (Number.isInteger(form[name])) form[name] = String(form[name]).padStart(2, "0");
  }
  if (status) form.status ??= defaults.status;
  return form;
}

/** 文件里：换回对照表（保持先后，所以用 Map）、成组的词和数。 */
function forFile(content, { maps, tables, numbers, id }) {
  const value = walk(content, (name, part) => {
    if (maps.includes(name) && Array.isArray(part)) {
      return new Map(part.map((row) => [String(row.key), clean(row.value)]));
    }
    if (tables.includes(name) && typeof part === "string") {
      const lines = clean(part).split("\n").filter((line) => line.trim() !== "");
      return lines.map((line) => line.split("、").map((word) => word.trim()).filter(Boolean));
    }
    return undefined;
  });
  if (id) value.id = id.replace(/\{(\w+)\}/g, (_, name) => value[name] ?? "");
  for (const name of numbers) {
    if (/^\d+$/.test(value[name])) value[name] = Number(value[name]);
  }
  return value;
}

function walk(value, replaced) {
  if (Array.isArray(value)) return value.map((part) => walk(part, replaced));
  if (value === null || typeof value !== "object") return clean(value);
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, replaced(name, part) ?? walk(part, replaced)]),
  );
}

function clean(value) {
  if (typeof value !== "string") return value;
  return value.replace(/\r\n?/g, "\n").replace(BREAKS, " ").replace(UNSEEN, "");
}

/** 认出一份文字：自动保存的草稿隔天恢复时，也能找回它原来的文件。 */
function fingerprint(text) {
  let [one, two] = [text.length, 7];
  for (let index = 0; index < text.length; index += 1) {
    one = Math.imul(one ^ text.charCodeAt(index), 2654435761);
    two = Math.imul(two ^ text.charCodeAt(index), 1597334677);
  }
  return `s${one.toString(36)}${two.toString(36)}`;
}

// 在 YAML 原文上改：只改动过的几处，别的一个字节也不动。
const STYLE = { lineWidth: 0, flowCollectionPadding: false };
const DAY = /^\d{4}-\d{1,2}-\d{1,2}$/;
// 这些字不加引号时，Python 的 YAML 会当成日期、时间、是否或数字。
const AMBIGUOUS =
  /^(\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?|[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?|[-+]?[\d_]*\.?[\d_]+|[-+]?(\d[\d_]*)?\.[\d_]*(e[-+]?\d+)?|[-+]?\d[\d_]*e[-+]?\d+|[-+]?0b[01_]+|[-+]?0o?[0-7_]+|[-+]?0x[\da-f_]+|[-+]?\.(inf|nan)|y|n|yes|no|on|off|true|false|null|~|=|<<)$/i;
/** 让原文说的等于 value：先记下要换的每一段，再一起换；换完读一遍，和想要的不一样就作罢（给 undefined）。
 *  read 把读到的数据变成 value 的样子。 */
function changed(text, value, rules, read) {
  const bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const eol = text.includes("\r\n") ? "\r\n" : "\n";
  const missing = text.endsWith("\n") ? "" : eol;
  const body = text.slice(bom.length) + missing;
  const { contents } = parseDocument(body);
  const was = readBack(body, read);
  if (same(was, value, rules)) return text;
  const edits = [];
  if (!change(contents, was, value, { body, rules, edits })) return undefined;
  const result = applied(body, edits, eol);
  if (!same(readBack(result, read), value, rules)) return undefined;
  return bom + (missing ? result.slice(0, -eol.length) : result);
}

function readBack(body, read) {
  const document = parseDocument(body);
  return document.errors.length ? undefined : read(document.toJS() ?? {});
}

function applied(body, edits, eol, from = 0, to = body.length) {
  let [result, at] = ["", from];
  for (const [start, end, text] of edits.toSorted((one, other) => one[0] - other[0])) {
    result += body.slice(at, start) + text.replace(/\r?\n/g, eol);
    at = end;
  }
  return result + body.slice(at, to);
}

/** 让一个节点变成新的值；这里做不到的（比如换了种类）返回 false，由上一层整段换掉。 */
function change(node, was, now, pen) {
  if (same(was, now, pen.rules)) return true;
  if (node?.flow) return changeInBrackets(node, was, now, pen);
  if (isMap(node) && isObject(was) && isObject(now)) return changeMap(node, was, now, pen);
  if (isSeq(node) && Array.isArray(was) && Array.isArray(now)) {
    return changeList(node, was, now, pen);
  }
  return false;
}

/** 写在方括号、花括号里的：只有几个词不同时，只换那几个词。 */
function changeInBrackets(node, was, now, { rules, edits }) {
  const nodes = new Map(node.items.map((item, index) => (isMap(node) ? [keyOf(item), item.value] : [index, item])));
  const [before, after] = [new Map(Object.entries(was)), new Map(Object.entries(now ?? {}))];
  const inside = [];
  for (const [key, part] of after) {
    const old = nodes.get(isMap(node) ? key : Number(key));
    if (same(before.get(key), part, rules)) continue;
    if (!isScalar(old) || isObject(part) || Array.isArray(part)) return false;
    const list = new YAMLSeq();
    list.flow = true;
    list.items.push(made(part, key, rules));
    inside.push([old.range[0], old.range[1], new Document(list).toString(STYLE).trim().slice(1, -1).trim()]);
  }
  if (after.size < before.size || [...before.keys()].some((key) => !after.has(key))) return false;
  edits.push(...inside);
  return true;
}

function changeMap(map, was, now, pen) {
  const { body, edits, rules } = pen;
  const [before, after] = [new Map(entries(was)), new Map(entries(now))];
  const pairs = new Map(map.items.map((pair) => [keyOf(pair), pair]));
  const stays = [...before.keys()].filter((key) => after.has(key));
  if (now instanceof Map && stays.join("\n") !== [...after.keys()].filter((key) => before.has(key)).join("\n")) {
    return false;
  }
  const first = map.items[0].key.range[0];
  const column = first - lineStart(body, first);
  const inline = body.slice(lineStart(body, first), first).trim() !== "";
  for (const [index, pair] of map.items.entries()) {
    const key = keyOf(pair);
    if (after.has(key) || nothing(before.get(key), key, rules)) continue;
    if (index === 0 && inline) return false;
    edits.push([chunkStart(body, pair.key.range[0], index), lineEnd(body, endOf(pair)), ""]);
  }
  let anchor;
  for (const [key, part] of after) {
    const pair = pairs.get(key);
    if (pair) {
      if (!change(pair.value, before.get(key), part, pen)) replaceValue(pair, part, column, pen);
      anchor = pair;
    } else if (!nothing(part, key, rules)) {
      if (!anchor && inline) return false;
      const place = anchor ? lineEnd(body, endOf(anchor)) : lineStart(body, first);
      edits.push([place, place, `${" ".repeat(column)}${pairText(key, part, column, rules)}\n`]);
    }
  }
  return true;
}

function replaceValue({ key, value }, now, column, { body, edits, rules }) {
  const colon = body.indexOf(":", key.range[1]) + 1;
  const text = pairText(key.value, now, column, rules, value);
  const added = text.slice(text.indexOf(":", String(pairKey(key.value)).length) + 1);
  const [start, end] = value?.range ?? [colon, colon];
  const inBlock = isScalar(value) && /^BLOCK/.test(value.type);
  const blockText = inBlock && typeof now === "string" && literal(body.slice(start, end), now);
  if (blockText) return edits.push([start, end, blockText]);
  if (isScalar(value) && end > start && !inBlock && added.startsWith(" ")) return edits.push([start, end, added.slice(1)]);
  const last = Math.max(colon, isScalar(value) ? end : endOf({ key, value }));
  return edits.push([colon, last, added + (body[last - 1] === "\n" ? "\n" : "")]);
}

/** 原来写成一段（| 或 >）的，还用原来的开头和缩进。 */
function literal(source, now) {
  const [head, ...lines] = source.split(/\r?\n/);
  const indent = /^ */.exec(lines.find((line) => line.trim()) ?? "  ")[0];
  const isFolded = head.startsWith(">");
  if (/^\s/.test(now) || /^.\S*\d/.test(head) || (isFolded && now.includes("\n"))) return undefined;
  const tail = /(\n[ \t]*)*$/.exec(source.replace(/\r/g, ""))[0];
  const text = now.trimEnd().split("\n").map((line) => (line ? indent + line : ""));
  return [head, ...text].join("\n") + tail;
}

/** 先找没变的行，再给剩下的找最像的行；有增减、换位时，整行连同上面的注释一起搬。 */
function changeList(list, was, now, pen) {
  const { body, rules, edits } = pen;
  const dashes = list.items.map((item) => body.lastIndexOf("-", startOf(item) - 1));
  if (was.length !== list.items.length || was.length === 0 || now.length === 0) return false;
  const top = lineStart(body, dashes[0]);
  const column = dashes[0] - top;
  if (body.slice(top, dashes[0]).trim() !== "") return false;
  const partners = matched(was, now, rules);
  const changeItem = (from, index, into) => {
    const item = list.items[from];
    if (change(item, was[from], now[index], { ...pen, edits: into })) return;
    const end = endOf({ value: item });
    into.push([dashes[from], end, itemText(now[index], column, rules) + (body[end - 1] === "\n" ? "\n" : "")]);
  };
  if (was.length === now.length && partners.every((from, index) => from === index)) {
    partners.forEach((from, index) => changeItem(from, index, edits));
    return true;
  }
  const ends = list.items.map((item) => lineEnd(body, endOf({ value: item })));
  const starts = [top, ...ends.slice(0, -1)];
  const text = partners.map((from, index) => {
    if (from === undefined) return `${" ".repeat(column)}${itemText(now[index], column, rules)}\n`;
    const inside = [];
    changeItem(from, index, inside);
    return applied(body, inside, "\n", starts[from], ends[from]);
  });
  edits.push([top, ends.at(-1), text.join("")]);
  return true;
}

function matched(was, now, rules) {
  const free = new Set(was.keys());
  const take = (index) => (free.delete(index) ? index : undefined);
  const found = now.map((part) => take([...free].find((index) => same(was[index], part, rules))));
  return now.map((part, index) => {
    if (found[index] !== undefined) return found[index];
    const likes = [...free].map((each) => [likeness(was[each], part, each === index), each]);
    const [best, at] = likes.toSorted((one, other) => other[0] - one[0])[0] ?? [0];
    return best > 0 ? take(at) : undefined;
  });
}

function likeness(one, other, atSamePlace) {
  if (!isObject(one) || !isObject(other)) return atSamePlace ? 1 : 0;
  const alike = Object.keys(other).filter((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
  return alike.length + (atSamePlace ? 0.5 : 0);
}

const isObject = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
const entries = (value) => (value instanceof Map ? [...value] : Object.entries(value));
const keyOf = (pair) => String(pair.key?.value ?? pair.key);
const lineStart = (body, offset) => body.lastIndexOf("\n", offset - 1) + 1;
const lineEnd = (body, offset) => (body[offset - 1] === "\n" ? offset : body.indexOf("\n", offset) + 1 || body.length);
const nothing = (part, key, { defaults }) =>
  part === undefined || part === null || part === "" || part === defaults[key] || (Array.isArray(part) && !part.length);

function startOf(node) {
  const first = !node.flow && node.items?.[0];
  if (!first) return node.range[0];
  return isMap(node) ? first.key.range[0] : node.range[0];
}

function endOf({ key, value }) {
  const last = !value?.flow && value?.items?.at(-1);
  if (!last) return value?.range?.[1] || key.range[1];
  return endOf(isMap(value) ? last : { value: last });
}

/** 一个字段连同紧挨在上面的注释从哪里开始；第一个字段上面的注释是整段的，不跟着它走。 */
function chunkStart(body, offset, index) {
  let start = lineStart(body, offset);
  while (index > 0 && /^[ \t]*#/.test(body.slice(lineStart(body, start - 1), start))) start = lineStart(body, start - 1);
  return start;
}

const pairKey = (key) => new Document(scalar(key)).toString(STYLE).trimEnd();
const indented = (text, column) => text.trimEnd().replace(/\n(?=[^\n])/g, `\n${" ".repeat(column)}`);

function pairText(key, now, column, rules, old) {
  const map = new YAMLMap();
  const value = made(now, key, rules);
  if (isScalar(old) && /^QUOTE/.test(old.type) && typeof now === "string" && !now.includes("\n")) value.type = old.type;
  map.items.push(new Pair(scalar(key), value));
  return indented(new Document(map).toString(STYLE), column);
}

function itemText(now, column, rules) {
  const list = new YAMLSeq();
  list.items.push(made(now, "", rules));
  return indented(new Document(list).toString(STYLE), column);
}

/** 整份新写，第一行是注释。 */
function fresh(value, comment, rules) {
  const document = new Document(made(value, "", rules));
  document.contents.commentBefore = comment;
  return document.toString(STYLE);
}

/** 新写的节点：不写也一样的值不写（发布状态总要写），几个短词写在一行里。 */
function made(value, name, rules) {
  if (Array.isArray(value)) {
    const list = new YAMLSeq();
    list.items = value.map((part) => made(part, name, rules));
    list.flow = value.every(isShort) && value.join().length <= 80;
    return list;
  }
  if (!isObject(value)) return scalar(value, rules.dates.includes(name));
  const map = new YAMLMap();
  for (const [key, part] of entries(value)) {
    const isStatus = key === "status" && name === "" && rules.status;
    if (isStatus || part !== rules.defaults[key]) map.items.push(new Pair(scalar(key), made(part, key, rules)));
  }
  return map;
}

const isShort = (value) => typeof value === "string" && value.length <= 40 && !/[\n，。；]/.test(value);

function scalar(value, isDate = false) {
  const node = new Scalar(value);
  const plainDate = isDate && DAY.test(value);
  if (typeof value === "string" && AMBIGUOUS.test(value) && !plainDate) node.type = "QUOTE_DOUBLE";
  return node;
}

function same(one, other, rules) {
  return JSON.stringify(bare(one, rules)) === JSON.stringify(bare(other, rules));
}

/** 比较时不看字段的先后、首尾的空白，也不看不写也一样的值；对照表看先后。 */
function bare(value, rules) {
  if (typeof value === "string") return value.trim();
  if (value instanceof Map) return { ordered: [...value].map(([key, part]) => [key, bare(part, rules)]) };
  if (Array.isArray(value)) return value.map((part) => bare(part, rules));
  if (!isObject(value)) return value;
  const names = Object.keys(value).filter((name) => !nothing(value[name], name, rules)).sort();
  return Object.fromEntries(names.map((name) => [name, bare(value[name], rules)]));
}
