/* Pagefind: one instance for each language, its files, and what went wrong with them. */
(() => {
  /* Addresses that no one else uses. */
  const OFFLINE = "briefgen-index:/"; // what is asked below it comes from the table
  const WHOLE = "briefgen-whole:/"; // below it, frequent words come with all of their places
  const UNSEEN = { kind: 0, page: 0, lang: 0 }; // of a record's data only its title and its date are for readers

  /* Where a word does not occur, Pagefind takes the longest beginning of it that does: words less alike must count for
     less. And records are short or long by their kind, not by how much they are about something. */
  const RANKING = { metaWeights: UNSEEN, pageLength: 0, termSimilarity: 5 };

  /* Scores of two indexes say little of each other: a reader's own language comes first, if not at any price. */
  const OWN = 3;

  const { isAnswer, isOf, withEveryPlace } = briefgen.parts;

  /* The last letter of a record's name: texts of briefs rank above pages of the site, these above works, and works above notes. */
  const TIERS = ["t", "p", "w", "n"];
  const tierOf = id => Math.max(TIERS.indexOf(id.at(-1)), 0);

  /* Words in quotation marks stand side by side, which takes all of their places. */
  const isPhrase = term => term?.startsWith('"') ?? false;

  const pathOf = name => name.split("?")[0];
  const wholeName = name => name.replace(/-few(?=\.pf_index)/, "-all");

  briefgen.parts.makeIndex = ({ settings, root, load }) => {
    const ofPage = document.documentElement.lang; // before an index starts, which lends it another one
    const base = settings.offline ? OFFLINE : new URL("pagefind/", root).href;
    let instances = new Map();
    let attempt = 0;
    let failure = null;
    let table = null;
    let files = new Map(); // each comes once, whichever engine asks for it

    const bytes = name => Uint8Array.from(atob(briefgenIndex[name]), letter => letter.charCodeAt(0));

    const original = window.fetch;
    const fetchFile = async (name, options) => {
      if (settings.offline) return new Response(bytes(pathOf(name)));
      const answer = await original.call(window, base + name, options);
      if (!answer.ok) throw new Error(`${answer.status}: ${base}${name}`);
      return answer;
    };

    // Pagefind only logs a file that did not come, and finds nothing. A reader must be told.
    window.fetch = async (input, options) => {
      const address = new URL(input instanceof Request ? input.url : input, document.baseURI).href;
      const isWhole = address.startsWith(WHOLE);
      if (!isWhole && !address.startsWith(base)) return original.call(window, input, options);
      const name = isWhole ? wholeName(address.slice(WHOLE.length)) : address.slice(base.length);
      const path = pathOf(name);
      try {
        if (!files.has(path)) files.set(path, fetchFile(name, options));
        return (await files.get(path)).clone();
      } catch (error) {
        failure = error;
        throw error;
      }
    };

    /* A module of its own for each language, as a module holds one stemmer: the part behind # makes it another
       module and not another download. */
    const moduleFor = async language => {
      if (!settings.offline) return import(`${base}pagefind.js#${language}-${attempt}`);
      table ??= load("search-index.js");
      await table;
      const address = URL.createObjectURL(new Blob([bytes("pagefind.js")], { type: "text/javascript" }));
      try {
        return await import(address);
      } finally {
        URL.revokeObjectURL(address);
      }
    };

    const start = async (language, address) => {
      const pagefind = await moduleFor(language);
      const html = document.documentElement;
      const own = html.lang;
      html.lang = language; // where Pagefind reads the language of an instance, before createInstance returns
      try {
        return pagefind.createInstance({ basePath: address, noWorker: true, ranking: RANKING });
      } finally {
        html.lang = own;
      }
    };

    const ask = async (language, term, filters, isCount = false) => {
      const address = isPhrase(term) && !settings.plain ? WHOLE : base;
      const key = `${address} ${language}`;
      if (!instances.has(key)) instances.set(key, start(language, address));
      const pagefind = await instances.get(key);
      // Without a word Pagefind loads them all, if the index is its own; all filters are less than that.
      const answer = settings.plain && isCount && term === null
        ? { totalFilters: await pagefind.filters() } : await pagefind.search(term, { filters });
      if (failure) throw failure;
      return answer;
    };

    const checked = (data, term) => async () => {
      const record = await data();
      if (failure) throw failure;
      return { ...isPhrase(term) || settings.plain ? record : withEveryPlace(record, term), asked: term };
    };

    const isSeen = fields => fields?.some(field => !(field in UNSEEN));

    /* Everything that fits, best first, of several languages. `term` null: everything the filters let through.
       `onPart` gets what is there so far, whenever one more language has answered. */
    const search = async (term, languages, filters, onPart) => {
      const answers = languages.map(() => []);
      const sorted = () => answers.flat().sort((a, b) => a.tier - b.tier || b.score - a.score);
      await Promise.all(languages.map(async (language, place) => {
        const weight = isOf(ofPage, language) ? OWN : 1;
        const { results } = await ask(language, term, filters);
        const records = results
          .filter(result => term === null || result.words.length || isSeen(result.matchedMetaFields))
          .map(({ id, score, data }) => ({ key: `${language} ${id}`, tier: settings.plain ? 0 : tierOf(id),
            score: score * weight, language, data: checked(data, term) }));
        if (!records.length || !isAnswer(await records[0].data(), term)) return;
        answers[place] = records;
        onPart?.(sorted());
      }));
      return sorted();
    };

    /* How many results each value of these filters has, null where nothing was asked for. Only the files of these
       filters are loaded. */
    const count = async (term, languages, names) => {
      const counts = Object.fromEntries(names.map(name => [name, new Map()]));
      const wanted = Object.fromEntries(names.map(name => [name, []]));
      await Promise.all(languages.map(async language => {
        const { totalFilters } = await ask(language, term, wanted, true);
        for (const name of names) {
          for (const [value, number] of Object.entries(totalFilters[name] ?? {})) {
            counts[name].set(value, term === null ? null : (counts[name].get(value) ?? 0) + number);
          }
        }
      }));
      return counts;
    };

    /* After a failure: what came half is thrown away. */
    const forget = () => {
      instances = new Map();
      files = new Map();
      attempt += 1;
      failure = table = null;
    };

    /* A file of the index, as text. */
    const read = async name => (await window.fetch(base + name)).text();

    return { search, count, read, forget };
  };
})();
