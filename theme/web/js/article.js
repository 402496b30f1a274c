/* An article that is copied as a whole carries its styles in itself: the editor of 公众号 knows no
   classes. What the page shows is what is copied. */
(function () {
  "use strict";
  const holder = document.querySelector("[data-pa-article]");
  const styles = JSON.parse(holder.dataset.paArticle);

  /* Text, and no elements: the site's policy minds a style attribute wherever it is set. */
  function html() {
    return holder.innerHTML.replace(/<(\w+) class="([^"]+)">/g, function (tag, name, look) {
      return `<${name} style="${styles[look]}">`;
    });
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
