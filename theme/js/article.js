/* An article that is copied as a whole carries its styles in itself: the editor of 公众号 knows no
   classes. What the page shows is what is copied. */
(function () {
  "use strict";
  const holder = document.querySelector("[data-pa-article]");
  const styles = JSON.parse(holder.dataset.paArticle);

  function html() {
    const copy = document.createElement("template");
    copy.innerHTML = holder.innerHTML;
    for (const each of copy.content.querySelectorAll("[class]")) {
      each.setAttribute("style", styles[each.className]);
      each.removeAttribute("class");
    }
    return copy.innerHTML;
  }

  function words(text) {
    return text.replace(/\s/g, "");
  }

  document.addEventListener("copy", function (event) {
    if (words(String(getSelection())) !== words(holder.textContent)) return;
    event.clipboardData.setData("text/html", html());
    event.clipboardData.setData("text/plain", holder.innerText);
    event.preventDefault();
  });
})();
