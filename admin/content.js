// 读写一类内容文件：表单和文件之间换一个样子；写的时候在原文上改（splice.js），改不成才整份重写。
import { parseDocument } from "yaml";
import { changed, fresh } from "./splice.js";

// 从别处粘贴来、读文件时认不得的字：换行符的别名变成空格，控制符和看不见的字去掉。
const BREAKS = /[\u000b\u000c\u0085\u2028\u2029]+/g;
const UNSEEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2060\ufeff\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const SOURCE = "_source";

/** 给出一类内容的读法和写法；comment 是第一行的注释，dates、maps 是日期和对照表的字段名，tables 是一行一组词的字段名，
 *  defaults 是不写也一样的值，numbers 是表单里当文字写的数（不到两位补零），named 表示编号由“名称-年份”组成，status 表示有发布状态。 */
export function writer({ comment, numbers = [], named = false, status = false, ...others }) {
  const rules = { numbers, named, status, ...others };
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
function forForm(content, { maps, tables, numbers, named, status, defaults }) {
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
  if (named && typeof form.id === "string") form.name = form.id.replace(`-${form.year}`, "");
  if (status) form.status ??= defaults.status;
  return form;
}

/** 文件里：换回对照表（保持先后，所以用 Map）、成组的词和数。 */
function forFile(content, { maps, tables, numbers, named }) {
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
  for (const name of numbers) {
    if (/^\d+$/.test(value[name])) value[name] = Number(value[name]);
  }
  if (named) delete value.name;
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
