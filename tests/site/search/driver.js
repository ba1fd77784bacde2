/*
 * A search as the dialog makes it, without the dialog: what is found, in order, and the sections it leads to.
 * Only for tests and measurements; it follows the contract between the index and whatever asks it.
 */
window.searchDriver = (root, languages, own) => {
  /* Where a word does not occur, Pagefind takes the longest beginning of it that does (“a” for “Arzt”): words that are
     less alike must count for less. And records are short or long by their kind, not by how much they are about. */
  const RANKING = { termSimilarity: 5, pageLength: 0 };
  const base = new URL("pagefind/", root).href;
  const instances = new Map();
  const PARTICLES = ["으로부터", "에서부터", "에서", "에게", "으로", "부터", "까지", "처럼", "보다", "은", "는", "이", "가",
    "을", "를", "의", "에", "로", "와", "과", "도", "만"];

  const scriptOf = language => new Intl.Locale(language).maximize().script;
  const SIGNS = { Latn: /\p{Script=Latin}/u, Cyrl: /\p{Script=Cyrillic}/u, Kore: /\p{Script=Hangul}/u };

  const asked = query => {
    const spoken = languages.filter(language => SIGNS[scriptOf(language)]?.test(query));
    return spoken.length ? spoken : languages;
  };

  const withoutParticle = word => {
    if (!/^\p{Script=Hangul}{3,}$/u.test(word)) return word;
    const particle = PARTICLES.find(end => word.endsWith(end) && word.length > end.length + 1);
    return particle ? word.slice(0, -particle.length) : word;
  };

  const instanceFor = async language => {
    if (!instances.has(language)) {
      const html = document.documentElement;
      const ofPage = html.lang;
      html.lang = language;
      // A module holds one stemmer: the part behind # makes it another module, and not another download.
      const { createInstance } = await import(`${base}pagefind.js#${language}`);
      const instance = createInstance({ basePath: base, noWorker: true, ranking: RANKING });
      await instance.init();
      html.lang = ofPage;
      instances.set(language, instance);
    }
    return instances.get(language);
  };

  const isPlace = ({ element, id }) => /^h[1-6]$|^div$/.test(element) || (element === "li" && id.startsWith("fn:"));

  const sectionsOf = ({ anchors, locations }) => {
    const places = anchors.filter(isPlace).sort((a, b) => a.location - b.location);
    return [...new Set(locations.map(location => places.findLast(place => place.location <= location)?.id ?? ""))];
  };

  return async (query, count) => {
    const words = query.split(" ").map(withoutParticle).join(" ");
    const found = [];
    for (const language of asked(query)) {
      const instance = await instanceFor(language);
      const { results } = await instance.search(words);
      // Scores of two indexes say little of each other; a reader's own language comes first, if not at any price.
      found.push(...results.map(result => ({ ...result, score: result.score * (language === own ? 3 : 1) })));
    }
    found.sort((a, b) => b.score - a.score);
    return Promise.all(found.slice(0, count).map(async result => {
      const data = await result.data();
      return { page: data.meta.page, kind: data.meta.kind, title: data.meta.title, score: result.score,
        sections: sectionsOf(data), filters: data.filters };
    }));
  };
};
