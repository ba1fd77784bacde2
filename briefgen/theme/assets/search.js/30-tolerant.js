/* A question that finds little is asked again, as the pages may spell it. What is found so stands below all else. */
(() => {
  const ENOUGH = 3; // texts in the reader's language: then nothing else is asked
  const MOST_WORDS = 4; // that are looked up
  const MOST_QUESTIONS = 4;
  const MOST_ASKED = 8; // words of a question of which some are enough
  const { isForeign, isOf, keyOf } = briefgen.parts;

  /* 2024-06-19, 19.6.2024: as the pages have days. */
  const dayIn = text => {
    const [, year, month, day] = /^(\d{4})-(\d\d?)-(\d\d?)$/.exec(text) ?? [];
    const [, d, m, y] = /^(\d\d?)\.(\d\d?)\.(\d{4})$/.exec(text) ?? [];
    const date = new Date(Date.UTC(year ?? y, (month ?? m) - 1, day ?? d));
    return Number.isNaN(date.getTime()) ? null : date;
  };

  const written = (day, language) => {
    try {
      const places = language === "en" ? "en-GB" : language;
      return new Intl.DateTimeFormat(places, { dateStyle: "long", timeZone: "UTC" }).format(day).split(" ");
    } catch {
      return null; // no tag at all
    }
  };

  /* The question with each other spelling of a name in it. */
  const renamed = (asked, names) => {
    const keys = asked.map(keyOf);
    const found = [];
    for (const group of names) {
      const spelt = group.map(name => name.split(" "));
      for (const name of spelt) {
        const wanted = name.map(keyOf);
        const at = keys.findIndex((_, place) => wanted.every((key, step) => keys[place + step] === key));
        if (at < 0) continue;
        found.push(...spelt.filter(other => other !== name)
          .map(other => [...asked.slice(0, at), ...other, ...asked.slice(at + name.length)]));
        break;
      }
    }
    return found;
  };

  /* Of the spellings of each word, one of each: what was typed is no question again. */
  const together = (asked, spellings) => spellings
    .reduce((questions, words) => questions.flatMap(before => words.map(word => [...before, word])).slice(0, 64), [[]])
    .filter(question => question.some((word, place) => word !== asked[place]));

  briefgen.parts.makeTolerant = (index, settings) => {
    const words = settings.words ? briefgen.parts.makeWords(index.read, settings.words) : null;

    const questionsIn = async (language, asked, withSlips) => {
      const questions = renamed(asked, await words.names());
      const spellings = await Promise.all(asked.map(async (word, place) => {
        const day = dayIn(word);
        if (day) return [written(day, language)?.join(" ") ?? word];
        const others = place < MOST_WORDS ? await words.alternatives(word, language, withSlips) : [];
        return [word, ...others];
      }));
      return [...questions, ...together(asked, spellings)].slice(0, MOST_QUESTIONS).map(question => question.join(" "));
    };

    const changed = (asked, question) => question.split(" ").filter(word => !asked.includes(word));

    /* Records that none before has, each once, with what they have instead. */
    const added = (found, records) => {
      const known = new Set(found.map(record => record.key));
      return records.filter(({ key }) => !known.has(key) && known.add(key));
    };
    const ranked = records => records.sort((a, b) => a.tier - b.tier || b.score - a.score);

    /* One after the other: Pagefind has one value for a record, whoever asks for it. */
    const each = async (questions, language, filters) => {
      const answers = [];
      for (const question of questions) answers.push(await index.search(question, [language], filters));
      return answers;
    };

    const otherwise = async (asked, languages, filters, withSlips) => {
      const found = await Promise.all(languages.map(async language => {
        const questions = await questionsIn(language, asked, withSlips);
        const answers = await each(questions, language, filters);
        return answers.flatMap((records, place) =>
          records.map(record => ({ ...record, otherwise: changed(asked, questions[place]), asked: questions[place] })));
      }));
      return ranked(added([], found.flat()));
    };

    /* Where no record has every word: those that have most of them. */
    const partly = async (asked, languages, filters) => {
      const found = new Map();
      await Promise.all(languages.map(async language => {
        const answers = await each(asked, language, filters);
        answers.forEach((records, place) => {
          for (const record of records) {
            const before = found.get(record.key) ?? { ...record, score: 0, has: [] };
            const has = [...before.has, asked[place]];
            found.set(record.key, { ...before, has, score: before.score + record.score, otherwise: [] });
          }
        });
      }));
      const records = [...found.values()];
      const most = Math.max(...records.map(record => record.has.length), 0);
      if (most * 2 < asked.length) return [];
      const best = records.filter(record => record.has.length === most);
      const [question] = best.map(record => record.has.join(" "));
      // Asked once more, together: so that each record knows where all of them stand.
      const whole = question ? await index.search(question, languages, filters) : [];
      const kept = new Map(whole.map(record => [record.key, record]));
      return ranked(best.map(record => ({ ...record, ...kept.get(record.key), asked: question })));
    };

    /* `languages` are asked for what was typed, and `allowed` are those that may be asked at all. */
    const search = async (term, languages, filters, onPart, allowed = settings.languages) => {
      const own = allowed.find(language => isOf(document.documentElement.lang, language));
      const exact = await index.search(term, languages, filters, onPart);
      if (!words || term === null || term.startsWith('"')) return exact;
      const texts = exact.filter(({ tier, language }) => tier === 0 && (language === own || !own)).length;
      if (texts >= ENOUGH) return exact;
      const asked = term.split(" ");
      const mine = own && !isForeign(term, own) ? [own] : allowed;
      let more = await otherwise(asked, mine, filters, texts === 0);
      // The words of another language are read only where the reader's own has nothing.
      const others = allowed.filter(language => !mine.includes(language));
      if (!exact.length && !more.length && others.length) more = await otherwise(asked, others, filters, true);
      const found = [...exact, ...added(exact, more)];
      if (found.length || asked.length < 2) return found;
      return partly(asked.slice(0, MOST_ASKED), languages, filters);
    };

    const forget = () => {
      words?.forget();
      index.forget();
    };

    return { ...index, search, forget };
  };
})();
