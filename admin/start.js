// 打开编辑器：默认中文界面，并登记每一类内容的写法（formats.json 由 pingan build 生成）。
window.CMS_MANUAL_INIT = true;

const PREFERENCES = "sveltia-cms.prefs";
const chosen = JSON.parse(localStorage.getItem(PREFERENCES) ?? "{}");
if (!chosen.locale) {
  localStorage.setItem(PREFERENCES, JSON.stringify({ ...chosen, locale: "zh-CN" }));
}

const [{ init, registerCustomFormat }, { writer }, formats] = await Promise.all([
  import("./cms/npm/index.js"),
  import("./content.js"),
  fetch("formats.json").then((answer) => answer.json()),
]);
for (const format of formats) registerCustomFormat(format.name, "yml", writer(format));
init();
