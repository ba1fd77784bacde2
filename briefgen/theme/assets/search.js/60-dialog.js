/* The dialog at work: what is typed becomes results, the latest question wins. */
(() => {
  const PAUSE = 180; // ms without a key before a search begins
  const PATIENCE = 300; // ms after which what is there so far is shown
  const PORTION = 5; // pages shown at a time
  const MOST = 8; // records loaded for them: several can be of one page
  const { languagesFor, termFor } = briefgen.parts;

  briefgen.startSearch = context => {
    const { words, make, dialog, field, form, status, results, body, settings } = context;
    const index = briefgen.parts.makeTolerant(briefgen.parts.makeIndex(context), settings);
    const view = briefgen.parts.makeResults(context);
    const list = make("ol", { class: "search-list" });
    const more = make("button", { type: "button", class: "search-more" });
    let turn = 0; // the latest question
    let shows = 0; // the latest list to be shown
    let timer = null;
    let found = [];
    let shown = [];
    let isSettled = true;
    let opensFirst = false;

    const setBusy = value => {
      isSettled = !value;
      if (value) body.setAttribute("aria-busy", "true"); else body.removeAttribute("aria-busy");
    };

    /* Where none is chosen, every language may be asked. */
    const allowed = () => {
      const chosen = filters.languages();
      return chosen.length ? chosen : settings.languages;
    };

    const languages = text => filters.languages().length ? filters.languages()
      : languagesFor(text, settings.languages, document.documentElement.lang);

    const say = (text, ...below) => {
      status.textContent = text;
      if (below.length) results.replaceChildren(...below);
    };

    const action = (name, act) => {
      const button = make("button", { type: "button", class: "search-action" }, name);
      button.addEventListener("click", () => {
        field.focus();
        act();
      });
      return button;
    };

    const key = (word, ...names) => make("span", {}, names.map(name => make("kbd", {}, name)), word);

    const hint = () => say("", make("p", { class: "search-hint", dir: "auto" }, words.search_hint),
      make("p", { class: "search-keys" }, key(words.search_keys_move, "↑", "↓"),
        key(words.search_keys_open, words.search_keys_enter), key(words.search_keys_close, "Esc")));

    const fail = error => {
      console.error(error);
      setBusy(false);
      say(words.search_failed, action(words.search_again, () => {
        index.forget();
        update();
      }));
    };

    const total = () => (found.length === 1 ? words.search_one : words.search_many)
      .replace("{count}", found.length.toLocaleString(document.documentElement.lang));

    const showMore = () => {
      const left = found.length - shown.length;
      more.textContent = `${words.search_more} (${left.toLocaleString(document.documentElement.lang)})`;
      more.hidden = left === 0;
    };

    /* The next records, loaded and put behind those that are there, or instead of them. */
    const showNext = async isNew => {
      shows += 1;
      const mine = shows;
      const before = isNew ? [] : shown;
      const left = found.slice(before.length, before.length + MOST);
      const records = [];
      let missing = PORTION;
      while (missing > 0 && records.length < left.length) {
        const next = left.slice(records.length, records.length + missing);
        records.push(...await Promise.all(next.map(async record => ({ ...record, data: await record.data() }))));
        if (mine !== shows) return;
        missing = PORTION - new Set(records.map(({ data }) => data.meta.page)).size;
      }
      shown = [...before, ...left.slice(0, records.length)];
      const pages = view.pagesOf(records, citing);
      if (isNew) {
        list.replaceChildren(...pages);
        results.replaceChildren(list, more);
        body.scrollTop = 0;
      } else {
        list.append(...pages);
        pages[0]?.querySelector("a").focus();
      }
      showMore();
    };

    /* New results, of some of the languages or of all. A reader who is already in the list keeps what it shows. */
    const show = async records => {
      if (list.contains(document.activeElement)) {
        const kept = new Set(shown);
        found = [...shown, ...records.filter(record => !kept.has(record))];
        showMore();
        return;
      }
      found = records;
      if (records.length) await showNext(true);
    };

    const nothing = () => {
      const text = field.value.trim();
      shown = [];
      say(text ? words.search_none.replace("{query}", text) : words.search_none_filtered,
        ...(filters.isAny() ? [action(words.search_drop, () => filters.clear())]
          : [make("p", { class: "search-hint", dir: "auto" }, words.search_hint)]));
    };

    const update = async () => {
      clearTimeout(timer);
      turn += 1;
      shows += 1; // what an earlier question still loads is shown no more
      const mine = turn;
      const term = termFor(field.value) || null;
      if (term === null && !filters.isAny()) {
        found = shown = [];
        setBusy(false);
        hint();
        filters.refresh();
        return;
      }
      setBusy(true);
      let patience = setTimeout(() => { if (mine === turn) status.textContent = words.search_loading; }, PATIENCE);
      const onPart = records => {
        clearTimeout(patience);
        patience = setTimeout(() => { if (mine === turn && records.length) show(records).catch(fail); }, PATIENCE);
      };
      try {
        const records = await index.search(term, languages(field.value), filters.wanted(), onPart, allowed());
        clearTimeout(patience);
        if (mine !== turn) return;
        await show(records);
        if (mine !== turn) return;
        setBusy(false);
        if (found.length) status.textContent = total(); else nothing();
        filters.refresh();
        if (opensFirst) openFirst();
      } catch (error) {
        clearTimeout(patience);
        if (mine === turn) fail(error);
      }
    };

    const openFirst = () => {
      opensFirst = !isSettled;
      if (isSettled && list.isConnected) list.querySelector("a")?.click();
    };

    const filters = briefgen.parts.makeFilters({ ...context, ...view, onChange: () => update(),
      count: async names => {
        try {
          return await index.count(termFor(field.value) || null, languages(field.value), names);
        } catch (error) {
          fail(error);
          return Object.fromEntries(names.map(name => [name, new Map()]));
        }
      } });

    const citing = (work, title) => {
      field.value = "";
      field.focus();
      filters.onlyBriefsCiting(work, title);
    };

    more.addEventListener("click", () => showNext(false).catch(fail));

    field.addEventListener("input", () => {
      opensFirst = false;
      turn += 1; // what is still under way answers another question
      setBusy(true);
      clearTimeout(timer);
      timer = setTimeout(update, PAUSE);
    });

    form.addEventListener("submit", () => {
      openFirst();
      if (opensFirst) update();
    });

    /* A section of this very page lies behind the dialog. */
    results.addEventListener("click", event => {
      const link = event.target.closest("a");
      if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      if (link.href.split("#")[0] === location.href.split("#")[0]) dialog.close();
    });

    dialog.addEventListener("keydown", event => {
      if (event.isComposing) return;
      if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        field.select();
        field.focus();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const stops = [field, ...results.querySelectorAll("a, button:not([hidden])")];
      const at = stops.indexOf(document.activeElement);
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, ...(at > 0 && { Home: 1, End: stops.length - 1 }) }[event.key];
      if (at >= 0 && to !== undefined) {
        event.preventDefault();
        stops[Math.max(0, Math.min(to, stops.length - 1))].focus();
      } else if (at > 0 && (event.key === "Backspace" || (event.key.length === 1 && event.key !== " "))) {
        field.focus(); // going on with the question, from wherever one is
      }
    });

    if (field.value || filters.isAny()) update(); else hint();
  };
})();
