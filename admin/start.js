// 打开编辑器：默认中文界面，登记每一类内容的写法（formats.json 由 pingan build 生成），离开前问一声。
window.CMS_MANUAL_INIT = true;

// 退出键不关编辑器：写到一半按错了，不会丢。
const PREFERENCES = "sveltia-cms.prefs";
const chosen = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
localStorage.setItem(
  PREFERENCES,
  JSON.stringify({ ...chosen, locale: chosen.locale ?? "zh-CN", closeWithEscape: false }),
);

const [{ init, registerCustomFormat }, { writer }, { formats, tokens }] = await Promise.all([
  import("./cms/npm/index.js"),
  import("./content.js"),
  fetch("formats.json").then((answer) => answer.json()),
]);
// 数字数时，{县名} 按县名的字数算。
window.pinganFilled = (text) =>
  Object.entries(tokens).reduce((filled, [token, name]) => filled.replaceAll(token, name), text);
window.pinganTaken = (path) => `${path} 已经有了。请改年份、序号或编号，再保存。`;
for (const format of formats) registerCustomFormat(format.name, "yml", writer(format));

// 动过表单、“保存”又按得动，就是还有没保存的改动。
const EDITOR = ".content-editor";
let touched = false;
window.addEventListener("hashchange", () => (touched = false));
for (const kind of ["input", "pointerup", "keyup"]) {
  document.addEventListener(kind, ({ target }) => (touched ||= !!target.closest?.(`${EDITOR} [data-key-path], .popup`)), true);
}
const hasUnsaved = () =>
  touched && !!document.querySelector(`${EDITOR} .toolbar.primary .button.primary[aria-disabled="false"]`);
window.addEventListener("beforeunload", (event) => {
  if (hasUnsaved()) event.preventDefault();
});
document.addEventListener(
  "click",
  (event) => {
    const back = event.target.closest?.(`${EDITOR} button.back`);
    if (!back || !hasUnsaved() || confirm("还有没保存的改动。确定离开吗？")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  true,
);
init();
