/* What is asked of which language's index. */
(() => {
  /* Scripts of several writing systems, by their ISO 15924 names; every other name is a script of its own. */
  const MIXED = { Kore: ["Hang", "Hani"], Jpan: ["Hira", "Kana", "Hani"], Hans: ["Hani"], Hant: ["Hani"] };

  /* Particles behind Korean nouns, longest first: the index finds by the beginning of a word and has no Korean stemmer. */
  const PARTICLES = [
    "으로부터", "에서부터", "로부터", "에서는", "에서도", "에게서", "으로는", "으로도", "이라고", "이라는", "까지는", "까지도",
    "에서", "에게", "에는", "에도", "으로", "로는", "로도", "부터", "까지", "한테", "께서", "처럼", "보다", "마다", "조차", "마저",
    "이나", "이며", "이고", "라고", "라는", "과의", "와의", "과는", "와는",
    "은", "는", "이", "가", "을", "를", "의", "에", "로", "와", "과", "도", "만", "나", "며",
  ];

  /* Of words with a hyphen the index has each part. */
  const PARTED = /(?<=\p{L}{2})[-\u2010\u2011](?=\p{L}{2})/gu;

  const scriptsOf = language => {
    let script;
    try {
      script = new Intl.Locale(language).maximize().script;
    } catch {
      script = undefined; // no tag at all
    }
    return MIXED[script] ?? [script ?? "Latn"];
  };

  const isIn = (text, script) => {
    try {
      return new RegExp(`\\p{Script=${script}}`, "u").test(text);
    } catch {
      return false; // a script this browser does not know
    }
  };

  /* Whether a text has nothing of the script that a language is written in. */
  const isForeign = (text, language) => !scriptsOf(language).some(script => isIn(text, script)) && /\p{L}/u.test(text);

  /* The languages to ask: those whose script occurs in the text, the page's own first; all where none is. */
  const languagesFor = (text, languages, own) => {
    const ordered = [...languages].sort((a, b) => (isOf(own, b) - isOf(own, a)) || (a < b ? -1 : 1));
    const spoken = ordered.filter(language => scriptsOf(language).some(script => isIn(text, script)));
    return spoken.length ? spoken : ordered;
  };

  const isOf = (own, language) => Number(own.toLowerCase().split("-")[0] === language.toLowerCase().split("-")[0]);

  const withoutParticle = word => {
    if (!/^\p{Script=Hangul}{3,}$/u.test(word)) return word;
    const particle = PARTICLES.find(end => word.endsWith(end) && word.length > end.length);
    return particle ? word.slice(0, -particle.length) : word;
  };

  /* Digits in groups are one number: 5 000. */
  const joined = text => text.replace(/(?<![\p{L}\p{N}.,])\p{Nd}{1,3}(?: \p{Nd}{3})+(?![\p{L}\p{N}])/gu,
    number => number.replaceAll(" ", ""));

  /* The words to look for, or "" as long as there is too little: one letter would ask for a large part of the index. */
  const termFor = text => {
    const plain = joined(text.normalize("NFC").replace(/\s+/g, " ").trim());
    const phrase = /^["“”„«»‘’‚‹›「『]([^"“”„«»]+)["“”„«»‘’‚‹›」』]$/u.exec(plain);
    if (phrase) return `"${phrase[1]}"`;
    const words = plain.replace(PARTED, " ").split(" ").map(withoutParticle);
    const isBegun = word => word.length < 2 && !/[\p{Script=Hangul}\p{Script=Han}\p{Nd}]/u.test(word);
    while (words.length && isBegun(words.at(-1))) words.pop();
    return words.join(" ");
  };

  Object.assign(briefgen.parts, { isForeign, isOf, languagesFor, termFor });
})();
