/* In place of the browser's voice: what it is told to say is written down, and a test says when a
   piece has been heard. Cutting it short is an error, as in browsers. */
(function () {
  let saying = null;
  window.spoken = [];
  window.voices = window.voices || [{ name: "local", lang: "zh-CN", localService: true }];
  const changed = [];
  const speech = {
    getVoices: () => window.voices,
    addEventListener: (name, then) => changed.push(then),
    speak: (words) => {
      if (!words.text) return;
      const { text, rate, lang, voice } = words;
      window.spoken.push({ text, rate, lang, voice: voice && voice.name });
      saying = words;
      if (!window.mute) words.onstart({});
    },
    cancel: () => {
      const cut = saying;
      saying = null;
      sessionStorage.setItem("cut", cut ? cut.text : "");
      if (cut) cut.onerror({ error: "interrupted" });
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech });
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  window.heard = (pieces) => {
    for (; pieces && saying; pieces -= 1) {
      const words = saying;
      saying = null;
      words.onend({});
    }
  };
  window.saying = () => saying && saying.text;
  window.arrive = (voices) => {
    window.voices = voices;
    for (const then of changed) then();
  };
})();
