// 读写一类内容文件：只改动过的地方才变，注释、先后、引号和换行的写法都照原来的。
import { Document, Pair, Scalar, YAMLMap, YAMLSeq, isMap, isScalar, isSeq, parseDocument } from "yaml";

const STYLE = { lineWidth: 0, flowCollectionPadding: false };
const DAY = /^\d{4}-\d{1,2}-\d{1,2}$/;
// 这些字不加引号时，Python 的 YAML 会当成日期、时间、是否或数字。
const AMBIGUOUS =
  /^(\d{4}-\d{1,2}-\d{1,2}([Tt ].*)?|[-+]?\d[\d_]*(:[0-5]?\d)+(\.\d*)?|yes|no|on|off|[-+]?[\d_]*\.?[\d_]+|0b[01_]+|=|<<)$/i;

/** 给出一类内容的读法和写法；comment 是第一行的注释，dates、maps 是日期和对照表的字段名，tables 是一行一组词的字段名，
 *  defaults 是不写也一样的值。 */
export function writer({ name, comment, dates, maps, tables, defaults }) {
  const originals = new Map();
  const rules = { dates, defaults };
  const keyOf = (content) => `${name} ${content.id ?? ""}`;
  return {
    fromFile(text) {
      const document = parseDocument(text.replace(/^\uFEFF/, ""));
      if (document.errors.length > 0) throw document.errors[0];
      const content = document.toJS() ?? {};
      originals.set(keyOf(content), document);
      return forForm(content, maps, tables);
    },
    toFile(content) {
      const value = forFile(content, maps, tables);
      const known = originals.get(keyOf(value));
      const document = known ? known.clone() : new Document(new YAMLMap());
      document.contents = merged(document.contents, value, "", { ...rules, document });
      if (!known) document.contents.commentBefore = comment;
      return document.toString(STYLE);
    },
  };
}

/** 表单里：对照表是一行一行的 {key, value}，才能编辑像 5.3.1 这样的条号；成组的词是多行文字。 */
function forForm(value, maps, tables) {
  return walk(value, (name, part) => {
    if (maps.includes(name) && part && !Array.isArray(part)) {
      return Object.entries(part).map(([key, text]) => ({ key, value: text }));
    }
    if (tables.includes(name) && Array.isArray(part)) {
      return part.map((words) => words.join("、")).join("\n");
    }
    return undefined;
  });
}

/** 文件里：换回对照表（保持先后，所以用 Map）和成组的词。 */
function forFile(value, maps, tables) {
  return walk(value, (name, part) => {
    if (maps.includes(name) && Array.isArray(part)) {
      return new Map(part.map((row) => [String(row.key), row.value]));
    }
    if (tables.includes(name) && typeof part === "string") {
      const lines = part.split("\n").filter((line) => line.trim() !== "");
      return lines.map((line) => line.split("、").map((word) => word.trim()).filter(Boolean));
    }
    return undefined;
  });
}

function walk(value, replaced) {
  if (Array.isArray(value)) return value.map((part) => walk(part, replaced));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, part]) => [name, replaced(name, part) ?? walk(part, replaced)]),
  );
}

/** 让原来的节点等于新的值，尽量留着原来的节点。 */
function merged(node, value, name, rules) {
  if (node && same(node.toJS(rules.document), value, rules)) return node;
  if (Array.isArray(value)) return mergedList(node, value, name, rules);
  if (value !== null && typeof value === "object") return mergedMap(node, value, rules);
  return mergedScalar(node, value, name, rules);
}

function mergedMap(node, value, rules) {
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  const map = isMap(node) ? node : new YAMLMap();
  const wanted = new Set(entries.map(([key]) => key));
  map.items = map.items.filter((pair) => wanted.has(String(pair.key.value ?? pair.key)));
  for (const [key, part] of entries) {
    const pair = map.items.find((each) => String(each.key.value ?? each.key) === key);
    if (pair) pair.value = merged(pair.value, part, key, rules);
    else if (part !== rules.defaults[key]) {
      map.items.push(new Pair(scalar(key), merged(undefined, part, key, rules)));
    }
  }
  if (value instanceof Map) {
    map.items.sort((one, other) => place(entries, one) - place(entries, other));
  }
  return map;
}

function place(entries, pair) {
  return entries.findIndex(([key]) => key === String(pair.key.value ?? pair.key));
}

/** 先找没变的行，再按位置对上改了的行。 */
function mergedList(node, value, name, rules) {
  const list = isSeq(node) ? node : new YAMLSeq();
  if (!isSeq(node)) list.flow = value.every(isShort) && value.join().length <= 80;
  const old = [...list.items];
  const kept = value.map((part) => {
    const found = old.findIndex((item) => item && same(item.toJS(rules.document), part, rules));
    return found < 0 ? undefined : old.splice(found, 1, undefined)[0];
  });
  list.items = value.map(
    (part, index) => kept[index] ?? merged(take(old, index), part, name, rules),
  );
  return list;
}

/** 几个短词写在一行里：[public, worker]。 */
function isShort(value) {
  return typeof value === "string" && value.length <= 40 && !/[\n，。；]/.test(value);
}

function take(nodes, index) {
  const node = nodes[index];
  nodes[index] = undefined;
  return node;
}

function mergedScalar(node, value, name, { dates }) {
  const fresh = scalar(value, dates.includes(name));
  if (!isScalar(node)) return fresh;
  node.value = value;
  node.type = fresh.type ?? (node.type === "BLOCK_LITERAL" ? node.type : undefined);
  delete node.source;
  return node;
}

function scalar(value, isDate = false) {
  const node = new Scalar(value);
  const plainDate = isDate && DAY.test(value);
  if (typeof value === "string" && AMBIGUOUS.test(value) && !plainDate) node.type = "QUOTE_DOUBLE";
  return node;
}

function same(one, other, { defaults }) {
  return JSON.stringify(bare(one, defaults)) === JSON.stringify(bare(other, defaults));
}

/** 比较时不看字段的先后，也不看不写也一样的值；对照表看先后。 */
function bare(value, defaults) {
  if (value instanceof Map) return { ordered: [...value] };
  if (Array.isArray(value)) return value.map((part) => bare(part, defaults));
  if (value === null || typeof value !== "object") return value;
  const names = Object.keys(value).filter((name) => value[name] !== defaults[name]).sort();
  return Object.fromEntries(names.map((name) => [name, bare(value[name], defaults)]));
}
