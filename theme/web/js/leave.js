/* Of a government's site only: before a link leads to a site that is no government's, it is asked. */
(function () {
  "use strict";
  if (!document.querySelector("meta[name=SiteIDCode]") || !window.HTMLDialogElement) return;

  function leads(link) {
    if (!/^https?:$/.test(link.protocol) || link.hostname === location.hostname) return "";
    if (link.closest(".pa-footer__filing")) return "";
    return /(^|\.)gov\.cn$/.test(link.hostname) ? "" : link.hostname;
  }

  function element(name, words, where) {
    const made = document.createElement(name);
    made.textContent = words;
    where.append(made);
    return made;
  }

  document.addEventListener("click", function (event) {
    const link = event.target.closest("a[href]");
    const host = link && leads(link);
    if (!host || event.defaultPrevented) return;
    event.preventDefault();
    const dialog = element("dialog", "", document.body);
    dialog.className = "pa-leave";
    dialog.setAttribute("aria-labelledby", "pa-leave");
    element("h2", "要离开本站了", dialog).id = "pa-leave";
    element("p", "下面打开的是 " + host + "，不是政府网站，内容不由本站负责。", dialog);
    const row = element("p", "", dialog);
    const stay = element("button", "留在本站", row);
    const go = element("a", "继续打开", row);
    stay.type = "button";
    go.className = "pa-button";
    go.href = link.href;
    go.target = link.target;
    go.rel = "noopener";
    for (const each of [stay, go]) each.addEventListener("click", function (chosen) {
      chosen.stopPropagation();
      dialog.close();
    });
    dialog.addEventListener("close", function () { dialog.remove(); });
    dialog.showModal();
  });
})();
