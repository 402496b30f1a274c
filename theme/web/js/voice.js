/* The button that has a page read aloud: there where the device has a voice for Standard Chinese.
   What reads is fetched for readers of 关怀版, and for others who press the button. */
(function () {
  "use strict";
  const buttons = document.querySelectorAll("[data-pa-aloud]");
  const speech = window.speechSynthesis;
  if (!buttons.length || !speech || !window.SpeechSynthesisUtterance) return;
  let script = null;

  /* Of several voices one that is in the device, so that reading needs no network. */
  function voice() {
    const chinese = speech.getVoices().filter(function (each) {
      return /^(zh|zh-cn|zh-hans|zh-hans-cn|cmn|cmn-cn|cmn-hans-cn)$/.test(
        each.lang.toLowerCase().replace(/_#?/g, "-"));
    });
    return chinese.find(function (each) { return each.localService; }) || chinese[0];
  }

  /* Without the network the next touch tries again. */
  function get(then) {
    if (window.pinganAloud) { then(); return; }
    if (!script) {
      script = document.createElement("script");
      script.src = buttons[0].dataset.later;
      script.addEventListener("error", function () { script = null; });
      document.head.append(script);
    }
    script.addEventListener("load", then);
  }

  function offer() {
    if (!voice()) return;
    for (const each of buttons) each.hidden = false;
    if (document.documentElement.dataset.care === "on") get(function () {});
  }

  for (const each of buttons) each.addEventListener("click", function () {
    /* An iPhone speaks only when told so in the touch itself, and the script may still be on its way. */
    if (!window.pinganAloud) speech.speak(new SpeechSynthesisUtterance(""));
    get(function () { window.pinganAloud.turn(voice(), each); });
  });

  offer();
  document.addEventListener("pa-care", offer);
  if (speech.addEventListener) speech.addEventListener("voiceschanged", offer);
  setTimeout(offer, 1500);
})();
