/* Reading a page aloud: pause, go on, stop, slower; what is read is marked and kept in sight. To
   pause is to stop and to go on is to begin the sentence again: not every phone can halt a voice. */
(function (aloud) {
  "use strict";
  const player = document.querySelector("[data-pa-player]");
  const [pauseButton, resumeButton, stopButton, slowButton] = ["pause", "resume", "stop", "slow"].map(
    function (name) { return player.querySelector("[data-pa-" + name + "]"); });
  const told = player.querySelector("[data-pa-told]");
  const speech = window.speechSynthesis;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const RATES = { usual: 1, slow: .7 };
  const PATIENCE = 6000;
  let voice, asked, script, place, said, speaking;

  try {
    if (localStorage.getItem("pa-slow") === "on") slowButton.setAttribute("aria-pressed", "true");
  } catch (error) { /* private mode keeps nothing */ }

  function isSlow() { return slowButton.getAttribute("aria-pressed") === "true"; }

  function mark(element) {
    for (const each of document.querySelectorAll(".pa-read")) each.classList.remove("pa-read");
    if (!element) return;
    element.classList.add("pa-read");
    const box = element.getBoundingClientRect();
    if (box.top > player.getBoundingClientRect().bottom && box.bottom < innerHeight * .8) return;
    element.scrollIntoView({
      block: box.height < innerHeight / 2 ? "center" : "start",
      behavior: still.matches ? "auto" : "smooth",
    });
  }

  /* Say the piece at `place`, then the next; a newer word with the voice ends an older one. */
  function say() {
    if (place >= script.length) { stop(); return; }
    const { element, text } = script[place];
    const words = new SpeechSynthesisUtterance(text);
    words.lang = "zh-CN";
    words.voice = voice;
    words.rate = isSlow() ? RATES.slow : RATES.usual;
    words.onstart = function () { said = true; };
    words.onend = function () {
      if (speaking !== words) return;
      said = true;
      place += 1;
      say();
    };
    words.onerror = function () { if (speaking === words) fail(); };
    speaking = words;
    mark(element);
    speech.speak(words);
  }

  function quiet() {
    speaking = null;
    speech.cancel();
  }

  function fail() {
    pause();
    told.textContent = "没有读出声音。手机自带的朗读功能也能读这一页。";
  }

  function start() {
    const dialled = new Set();
    for (const link of document.querySelectorAll("a[href^='tel:']")) {
      for (const number of link.textContent.match(/\d[\d\-－]*\d/g) || []) dialled.add(number);
    }
    script = aloud.blocks(document.querySelector(".pa-page")).flatMap(function (block) {
      return aloud.pieces(aloud.spoken(block.text, dialled)).map(function (text) {
        return { element: block.element, text: text };
      });
    });
    place = 0;
    said = false;
    player.hidden = false;
    asked.setAttribute("aria-pressed", "true");
    resume();
    pauseButton.focus({ preventScroll: true });
    setTimeout(function () { if (speaking && !said) fail(); }, PATIENCE);
  }

  function resume() {
    pauseButton.hidden = false;
    resumeButton.hidden = true;
    told.textContent = "";
    quiet();
    say();
  }

  function pause() {
    const focused = document.activeElement === pauseButton;
    quiet();
    pauseButton.hidden = true;
    resumeButton.hidden = false;
    told.textContent = "停在这里了。";
    if (focused) resumeButton.focus({ preventScroll: true });
  }

  function stop() {
    const focused = player.contains(document.activeElement);
    quiet();
    mark(null);
    player.hidden = true;
    asked.setAttribute("aria-pressed", "false");
    if (focused) asked.focus({ preventScroll: true });
  }

  function isReading() { return !player.hidden; }

  pauseButton.addEventListener("click", pause);
  resumeButton.addEventListener("click", function () {
    resume();
    pauseButton.focus({ preventScroll: true });
  });
  stopButton.addEventListener("click", stop);
  slowButton.addEventListener("click", function () {
    slowButton.setAttribute("aria-pressed", String(!isSlow()));
    try { localStorage.setItem("pa-slow", isSlow() ? "on" : "off"); } catch (error) { /* private mode keeps nothing */ }
    if (speaking) resume();
  });

  /* Who leaves the page, makes a call or changes the version is not talked to any longer. */
  addEventListener("pagehide", quiet);
  document.addEventListener("visibilitychange", function () { if (document.hidden && speaking) pause(); });
  document.addEventListener("pa-care", function () { if (isReading()) stop(); });

  aloud.turn = function (chosen, button) {
    if (isReading()) { stop(); return; }
    voice = chosen;
    asked = button;
    start();
  };
})(window.pinganAloud);
