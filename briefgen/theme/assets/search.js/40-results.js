/* The list of results: records of one page under one title, each place a link to its section. */
(() => {
  briefgen.parts.makeResults = ({ words, make, root }) => {
    const own = document.documentElement.lang;
    const languageName = new Intl.DisplayNames([own], { type: "language", fallback: "code" });
    // English dates as the pages have them: 18 June 2025.
    const dates = new Intl.DateTimeFormat(own === "en" ? "en-GB" : own, { dateStyle: "long", timeZone: "UTC" });
    let described = 0;

    const kindWord = kind => words[`search_kind_${kind}`] ?? words.search_kind_page;
    const nameOf = language => {
      try {
        return languageName.of(language);
      } catch {
        return language; // no tag at all
      }
    };
    const isOther = language => language.split("-")[0] !== own.toLowerCase().split("-")[0];

    /* Matched words marked, without the spaces and signs around them; a whole web address is no word. */
    const marked = list => list.flatMap(({ text, isMatch }) => {
      if (!isMatch || text.includes("://")) return text;
      const [, before, word, after] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(text);
      return [before, make("mark", {}, word), after];
    });
    const plain = list => list.map(piece => piece.text).join("");

    const isTitle = (hit, meta) => plain(hit.name) === meta.title;

    const addressOf = (page, id) => {
      const address = new URL(page, root);
      if (id) address.hash = id.replaceAll("%", "%25");
      return address.href;
    };

    const excerptOf = (hit, language) => {
      described += 1;
      return make("p", { class: "search-excerpt", id: `search-excerpt-${described}`, lang: language, dir: "auto" },
        hit.isCutBefore && "… ", marked(hit.excerpt), hit.isCutAfter && " …");
    };

    /* A place below the first of its page. */
    const placeOf = ({ hit, meta, language }, kind) => {
      const excerpt = excerptOf(hit, language);
      const name = hit.name.length ? marked(hit.name) : kindWord(meta.kind);
      return make("li", { class: "search-place" },
        make("a", { href: addressOf(meta.page, hit.id), lang: language, dir: "auto", "aria-describedby": excerpt.id },
          name),
        meta.kind !== kind && make("span", { class: "search-kind" }, kindWord(meta.kind)),
        excerpt);
    };

    const aboutOf = ({ meta, language, otherwise }) => make("p", { class: "search-about" },
      otherwise && make("span", { class: "search-otherwise" }, otherwise.length
        ? words.search_similar.replace("{words}", () => otherwise.join(", ")) : words.search_partly),
      make("span", { class: "search-kind" }, kindWord(meta.kind)),
      meta.date && make("time", { datetime: meta.date }, dates.format(new Date(`${meta.date}T00:00:00Z`))),
      isOther(language) && make("span", {}, nameOf(language)));

    /* All that was found on one page. */
    const pageOf = (places, onWork) => {
      const [{ hit, meta, language, filters, otherwise }, ...others] = places;
      const excerpt = excerptOf(hit, language);
      const link = make("a", { class: "search-title", href: addressOf(meta.page, hit.id),
        lang: meta.lang ?? language, dir: "auto", "aria-describedby": excerpt.id }, isTitle(hit, meta) ? marked(hit.name) : meta.title);
      const work = meta.kind === "work" && filters.work?.length === 1 && filters.work[0];
      const citing = work && make("button", { type: "button", class: "search-citing" }, words.search_citing);
      if (citing) citing.addEventListener("click", () => onWork(work, meta.title));
      return make("li", { class: "search-result" },
        make("div", { class: "search-first" }, aboutOf({ meta, language, otherwise }), link,
          !isTitle(hit, meta) && hit.name.length > 0 && make("p", { class: "search-section", lang: language, dir: "auto" },
            marked(hit.name)),
          excerpt),
        others.length > 0 && make("ul", { class: "search-places" }, others.map(place => placeOf(place, meta.kind))),
        citing);
    };

    /* Records with their data, grouped by page, as elements. */
    const pagesOf = (records, onWork) => {
      const pages = new Map();
      for (const { language, data, otherwise } of records) {
        const hits = briefgen.parts.hitsOf(data);
        const top = hits.find(hit => isTitle(hit, data.meta)); // its text and its card are one place for a reader
        const places = hits.filter(hit => hit === top || !isTitle(hit, data.meta))
          .map(hit => ({ hit, language, otherwise, meta: { page: "", ...data.meta }, filters: data.filters ?? {} }));
        pages.set(data.meta.page, [...(pages.get(data.meta.page) ?? []), ...places]);
      }
      return [...pages.values()].map(places => pageOf(places, onWork));
    };

    return { pagesOf, nameOf, kindWord };
  };
})();
