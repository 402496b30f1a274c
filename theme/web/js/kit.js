/* Copying a channel's text; of the article, article.js says what is copied. */
(function () {
  "use strict";

  async function copyPlain(holder) {
    try {
      await navigator.clipboard.writeText(holder.textContent);
    } catch (error) {
      copySelected(holder);
    }
  }

  /* Select, then copy: for the article, and where the clipboard is closed to pages (a copy opened
     by double click). */
  function copySelected(holder) {
    const range = document.createRange();
    range.selectNodeContents(holder);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    if (!document.execCommand("copy")) throw new Error("copy");
    selection.removeAllRanges();
  }

  for (const channel of document.querySelectorAll("[data-pa-channel]")) {
    const rich = "paRich" in channel.dataset;
    const holder = channel.querySelector("[data-pa-text]");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pa-button";
    button.textContent = rich ? "复制文章" : "复制";
    const name = channel.querySelector("h3");
    if (name) button.setAttribute("aria-label", "复制" + name.textContent);
    const said = document.createElement("p");
    said.setAttribute("role", "status");
    button.addEventListener("click", async function () {
      try {
        if (rich) copySelected(holder); else await copyPlain(holder);
        said.textContent = rich ? "已复制，到公众号编辑器里粘贴。" : "已复制。";
      } catch (error) {
        said.textContent = "没有复制成，请选中文字后手动复制。";
      }
    });
    const row = document.createElement("div");
    row.className = "pa-channel__tools";
    row.append(button, said);
    channel.append(row);
  }
})();
