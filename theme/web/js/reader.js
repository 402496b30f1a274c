/* What a reader can switch and do: colours, 更多, share, print. */
(function () {
  "use strict";
  const root = document.documentElement;

  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch (error) { /* private mode keeps nothing */ }
  }

  const scheme = document.querySelector("[data-pa-scheme]");
  function showScheme() {
    document.body.dataset.mdColorScheme = root.dataset.scheme;
    const label = root.dataset.scheme === "slate" ? "换成浅色" : "换成深色";
    scheme.querySelector("span").textContent = label;
    scheme.title = label;
  }
  scheme.hidden = false;
  scheme.addEventListener("click", function () {
    root.dataset.scheme = root.dataset.scheme === "slate" ? "default" : "slate";
    remember("pa-scheme", root.dataset.scheme);
    showScheme();
  });
  showScheme();

  /* 更多 opens without a script; with one it also closes when the reader has gone on. */
  const more = document.querySelector("[data-pa-more]");
  more.addEventListener("focusout", function (event) {
    if (event.relatedTarget && !more.contains(event.relatedTarget)) more.open = false;
  });
  more.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    more.open = false;
    more.querySelector("summary").focus();
  });

  /* Browsers that cannot print what is folded by style sheet alone have it opened for them; of what
     a reader may choose from only what is open, where anything is. */
  let unfolded = [];
  addEventListener("beforeprint", function () {
    unfolded = [...document.querySelectorAll(".pa-page details:not([open])")].filter(function (each) {
      const among = each.closest("[data-pa-chosen] > details, [data-pa-chosen] > li > details");
      const chosen = among === each && each.closest("[data-pa-chosen]").querySelector(
        ":scope > details[open], :scope > li > details[open]");
      return !each.closest(".pa-question") && !chosen;
    });
    for (const each of unfolded) each.open = true;
  });
  addEventListener("afterprint", function () {
    for (const each of unfolded) each.open = false;
  });

  const tools = document.querySelector("[data-pa-tools]");
  if (!tools) return;
  const said = tools.querySelector("[data-pa-said]");
  tools.hidden = false;
  /* Pictures that the reader has not come to are fetched first, for five seconds at most. */
  tools.querySelector("[data-pa-print]").addEventListener("click", async function () {
    const fetched = [...document.images].map(function (each) {
      each.loading = "eager";
      return each.complete || new Promise(function (done) { each.onload = each.onerror = done; });
    });
    await Promise.race([
      Promise.all(fetched),
      new Promise(function (go) { setTimeout(go, 5000); }),
    ]);
    window.print();
  });
  tools.querySelector("[data-pa-share]").addEventListener("click", async function () {
    const page = { title: document.title, url: location.href.split("#")[0] };
    try {
      if (navigator.share) { await navigator.share(page); return; }
      await navigator.clipboard.writeText(page.title + " " + page.url);
      said.textContent = "网址已复制，可以粘贴到微信里发给别人。";
    } catch (error) {
      if (error.name !== "AbortError") said.textContent = "请复制这个网址：" + page.url;
    }
  });
})();
