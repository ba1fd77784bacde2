/* What a record that Pagefind found says: whether it answers at all, and where, with the words around. Pure. */
(() => {
  const PLACES = 3;
  const LENGTH = 28; // words of an excerpt
  const BEFORE = 5; // of them before the first match
  const SHORT = 5; // letters of a short word
  const NOTE = 9; // first words of a footnote that name it
  const CLOSE = 10; // how much more words side by side weigh

  /* The marks between the parts of a compound and between groups of digits, put there for the index. */
  const whole = text => text.replaceAll("\u2060-", "").replaceAll("\u2060'", "\u202f");

  const isHeading = anchor => /^h[1-6]$/.test(anchor.element);
  const isPlace = anchor => isHeading(anchor) || anchor.element === "div" ||
    (anchor.element === "li" && anchor.id.startsWith("fn:"));

  const lastUntil = (anchors, location) => anchors.findLast(anchor => anchor.location <= location) ?? null;

  /* As Pagefind counts words: languages without spaces come with the bounds of their words marked. */
  const split = text => text.includes("\u200b") ? text.split("\u200b") : text.trim().split(/\s+/);
  const wordsOf = ({ content, raw_content: raw }) =>
    split(raw.includes("\u200b") ? raw.replaceAll("&lt;", "<").replaceAll("&gt;", ">") : content);

  const weigh = matches => matches.reduce((sum, match) => sum + match.balanced_score, 0);

  /* Of several words, a place that has them all, side by side at best, weighs more than one that has one of them often. */
  const weighing = ({ asked, weighted_locations: matches }, words) => {
    const wanted = asked && !asked.startsWith('"') ? [...new Set(asked.split(" ").map(keyOf))].filter(word => word) : [];
    if (wanted.length < 2) return weigh;
    const which = new Map(matches.map(({ location }) => {
      const word = keyOf(words[location] ?? "");
      const exact = wanted.indexOf(word);
      return [location, exact < 0 ? wanted.findIndex(one => isForm(one, word)) : exact];
    }));
    return own => {
      const placed = own.map(({ location }) => [location, which.get(location)]).sort(([a], [b]) => a - b);
      const count = new Set(placed.map(([, one]) => one)).size;
      const last = new Map();
      let closest = Infinity;
      for (const [location, one] of placed) {
        last.set(one, location);
        if (last.size === count) closest = Math.min(closest, location - Math.min(...last.values()) + 1);
      }
      return weigh(own) * (count / wanted.length) ** 2 * (1 + CLOSE * ((count - 1) / Math.max(closest - 1, 1)) ** 2);
    };
  };

  /* Where an excerpt begins: where the most weight of matches stands close together. */
  const beginning = (matches, from, until) => {
    let best = { start: from, weight: 0 };
    for (const { location } of matches) {
      const start = Math.max(from, Math.min(location - BEFORE, until - LENGTH));
      const weight = weigh(matches.filter(match => match.location >= start && match.location < start + LENGTH));
      if (weight > best.weight) best = { start, weight };
    }
    return best.start;
  };

  /* Words as pieces of text, matched ones apart. */
  const pieces = (words, isMatch, space) => {
    const list = [];
    words.forEach((word, place) => {
      const piece = { text: (place ? space : "") + whole(word), isMatch: isMatch(place) };
      if (list.length && !piece.isMatch && !list.at(-1).isMatch) list.at(-1).text += piece.text;
      else list.push(piece);
    });
    return list;
  };

  /* The best places of a record, the best one first: by the last anchor before each match. */
  const hitsOf = data => {
    const anchors = data.anchors.filter(isPlace).sort((a, b) => a.location - b.location);
    const record = { anchors, words: wordsOf(data), space: data.raw_content.includes("\u200b") ? "" : " " };
    record.found = new Set(data.weighted_locations.map(match => match.location));
    const weighPlace = weighing(data, record.words);
    const places = new Map();
    for (const match of data.weighted_locations) {
      const anchor = lastUntil(anchors, match.location);
      places.set(anchor, [...(places.get(anchor) ?? []), match]);
    }
    if (!places.size) places.set(null, []); // its title alone fits, or no words were asked for
    return [...places]
      .sort(([, a], [, b]) => weighPlace(b) - weighPlace(a))
      .slice(0, PLACES)
      .map(([anchor, matches]) => hitAt(anchor, matches, record));
  };

  const hitAt = (anchor, matches, { anchors, words, space, found }) => {
    const first = anchor?.location ?? 0;
    // What a place is called: a footnote by its first words, everything else by the heading above it.
    const isNote = anchor?.element === "li";
    const named = isNote ? anchor : lastUntil(anchors.filter(isHeading), first);
    const name = named ? split(named.text).slice(0, isNote ? NOTE : undefined) : [];
    const isShortened = isNote && split(anchor.text).length > NOTE;
    // The excerpt begins behind the name and ends before the next place; where that is nothing, it goes on.
    const from = anchor && anchor === named ? first + name.length : first;
    const next = anchors.find(other => other.location > first)?.location ?? words.length;
    const until = !isNote && next - from < BEFORE ? words.length : next;
    const start = beginning(matches.filter(match => match.location >= from), from, until);
    const end = Math.min(until, start + LENGTH);
    return {
      id: anchor?.id ?? null,
      name: pieces(isShortened ? [...name, "…"] : name, place => found.has(named.location + place), " "),
      excerpt: pieces(words.slice(start, end), place => found.has(start + place), space),
      isCutBefore: start > from,
      isCutAfter: end < until,
    };
  };

  const SIGNS = /[^\p{L}\p{M}\p{N}]+/u;

  /* As the index folds letters. */
  const fold = word => word.toLowerCase().replaceAll("ß", "ss").normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/([aou])e/g, "$1");

  const keyOf = word => fold(whole(word)).split(SIGNS).join("");

  /* How many letters two words begin with alike. */
  const alike = (a, b) => {
    let count = 0;
    while (count < a.length && a[count] === b[count]) count += 1;
    return count;
  };

  /* Signs between digits are none of a number: 5,000 and 5.000. */
  const ungrouped = text => text.replace(/(?<=\p{Nd})\u2060?[.,'’](?=\p{Nd})/gu, "");

  /* Half of a word, if not of a short one with a form of its own: lying, lie. */
  const isForm = (asked, word) => {
    const count = alike(asked, word);
    return count * 2 >= asked.length || (asked.length <= SHORT && count > 0 && count < word.length);
  };

  /* How far a word is from what was asked, or a part of it that has a sign before it; Infinity if it is no form of it. */
  const distance = (asked, parts) => Math.min(...parts.filter(part => isForm(asked, part))
    .map(part => asked.length + part.length - 2 * alike(asked, part)));

  /* A frequent word comes without its places: behind all words of a record stands what it weighs. So every place where what was
     asked stands, or where it does not, its closest form. */
  const withEveryPlace = (data, term) => {
    const words = wordsOf(data);
    const told = new Map(data.weighted_locations.map(match => [match.location, match]));
    const match = data.weighted_locations.find(({ location }) => location >= words.length);
    if (!match) return data;
    const parts = new Map(words.map(word => [word, [keyOf(word), ...word.split(SIGNS).map(fold)].filter(part => part)]));
    const found = new Set((term ?? "").split(" ").map(keyOf).filter(asked => asked).flatMap(asked => {
      const ways = [...parts].map(([word, own]) => [word, distance(asked, own)]);
      const closest = ways.reduce((least, [, way]) => Math.min(least, way), Infinity);
      return ways.filter(([, way]) => way === closest && way < Infinity).map(([word]) => word);
    }));
    const one = { ...match, weight: 1, balanced_score: match.balanced_score / match.weight ** 2 };
    return { ...data, weighted_locations: words.flatMap((word, location) =>
      told.get(location) ?? (found.has(word) ? { ...one, location } : [])) };
  };

  /* Where no word begins like the one asked for, Pagefind takes the longest that this one begins with, if need be “a”
     for “Auflage”. That is no answer. The best record shows it for all of its index. */
  const isAnswer = (data, term) => {
    if (term === null || term.startsWith('"')) return true;
    const words = wordsOf(data);
    const matched = data.weighted_locations.map(match => words[match.location] ?? "");
    const found = [...matched, data.meta.title ?? "", data.meta.date ?? ""].map(ungrouped)
      .flatMap(text => [...whole(text).split(SIGNS), ...text.split(SIGNS)]).map(fold);
    // A single letter (Russia’s) proves nothing.
    const asked = ungrouped(term).split(SIGNS).filter(word => word.length > 1).map(fold);
    return asked.every(word => found.some(other => isForm(word, other)));
  };

  Object.assign(briefgen.parts, { hitsOf, isAnswer, keyOf, withEveryPlace });
})();
