/* The words of the site, for a reader who spells one in another way: read only where what was typed is not enough. */
(() => {
  const SHORTEST = 5; // letters of a word that may have a slip
  const BARE = 4; // letters of what is left of a word, if it is to be another one of the same script
  const MOST = 4; // words proposed for one
  const ENDING = 3; // letters at the end of a long word that another form of it may have otherwise

  const fold = word => word.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

  /* Whether one letter more, less, changed, or two that changed places make one word of the other. */
  const isSlip = (a, b) => {
    if (Math.abs(a.length - b.length) > 1) return false;
    let at = 0;
    while (at < a.length && a[at] === b[at]) at += 1;
    const rest = (word, from) => word.slice(at + from);
    return rest(a, 1) === rest(b, 1) || rest(a, 0) === rest(b, 1) || rest(a, 1) === rest(b, 0) ||
      (a[at] === b[at + 1] && a[at + 1] === b[at] && rest(a, 2) === rest(b, 2));
  };

  /* What is left of a word without its script and its spelling; the tables come with the words. */
  const skeletons = ({ letters, spellings }) => {
    const ways = spellings.map(([from, to]) => [new RegExp(from, "gu"), to]);
    return word => {
      const plain = [...fold(word)].map(letter => letters[letter] ?? letter).join("");
      return ways.reduce((text, [from, to]) => text.replace(from, to), plain).replace(/(.)\1+/gu, "$1");
    };
  };

  const backwards = text => [...text].reverse().join("");
  const keyOf = bare => String(bare.length).padStart(2, "0") + bare;

  briefgen.parts.makeWords = (read, name) => {
    let head = null;
    const lists = new Map();

    const load = async () => {
      const said = JSON.parse(await read(name));
      return { ...said, skeleton: skeletons(said) };
    };
    const start = () => (head ??= load());

    const listOf = async (file, skeleton) => {
      if (!lists.has(file)) {
        lists.set(file, read(file).then(text => text.split("\n").map(word => ({ word, bare: skeleton(word) }))));
      }
      return lists.get(file);
    };

    /* The words of the files that can have what begins so. */
    const around = async (order, from, until, skeleton) => {
      const first = Math.max(order.findLastIndex(([key]) => key <= from), 0);
      const files = order.slice(first).filter(([key], place) => !place || key <= until).map(([, file]) => file);
      return (await Promise.all(files.map(file => listOf(file, skeleton)))).flat();
    };

    /* Other spellings of a word that the pages have; where there is none and `withSlips`, what it may be a slip of. */
    const alternatives = async (word, language, withSlips) => {
      const { languages, skeleton } = await start();
      const orders = languages[language];
      const bare = skeleton(word);
      const same = letters => letters === fold(word);
      const isShort = bare.length < BARE && !/[^\p{Script=Latin}\p{M}]/u.test(word);
      if (!orders || !bare || isShort || /\p{Nd}/u.test(word)) return [];
      const here = (await around(orders[0], keyOf(bare), keyOf(bare), skeleton)).filter(one => one.bare === bare);
      if (here.length) return here.map(one => one.word).filter(one => !same(fold(one))).slice(0, MOST);
      if (!withSlips || [...word].length < SHORTEST) return [];
      const half = Math.ceil((bare.length - 2) / 2);
      const near = await Promise.all([bare, backwards(bare)].flatMap((letters, order) =>
        [-1, 0, 1].map(more => {
          const from = String(bare.length + more).padStart(2, "0") + letters.slice(0, half);
          return around(orders[order], from, `${from}\uffff`, skeleton);
        })));
      const alike = one => Number(isSlip(fold(word), fold(one.word)));
      const found = new Map(near.flat().filter(one => alike(one) || isSlip(bare, one.bare)).map(one => [one.word, one]));
      if (!found.size && bare.length >= SHORTEST + ENDING) {
        const stem = bare.slice(0, -ENDING);
        const ways = Array.from({ length: 2 * ENDING + 1 }, (_, more) => bare.length - ENDING + more);
        const forms = await Promise.all(ways.map(length => {
          const from = String(length).padStart(2, "0") + bare.slice(0, half);
          return around(orders[0], from, `${from}\uffff`, skeleton);
        }));
        for (const one of forms.flat()) {
          if ([-1, 0, 1].some(more => one.bare.length - stem.length - more <= ENDING + 1 &&
            isSlip(stem, one.bare.slice(0, stem.length + more)))) found.set(one.word, one);
        }
      }
      return [...found.values()].sort((a, b) => alike(b) - alike(a) || (a.word < b.word ? -1 : 1))
        .map(one => one.word).slice(0, MOST);
    };

    const names = async () => (await start()).names;

    const forget = () => {
      head = null;
      lists.clear();
    };

    return { alternatives, names, forget };
  };

  Object.assign(briefgen.parts, { isSlip, skeletons });
})();
