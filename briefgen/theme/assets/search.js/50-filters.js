/* Filters: what is chosen stands as chips that can be taken off; the values are loaded when the panel opens. */
(() => {
  const NAMES = ["kind", "lang", "topic", "year", "verdict", "work"];
  const KINDS = ["brief", "footnotes", "work", "passages", "page"];
  const COUNTED = ["kind", "topic", "year", "verdict"]; // works can be thousands: when their field is entered

  briefgen.parts.makeFilters = ({ words, make, icon, cross, field, filters: place, settings, asked, kindWord, nameOf,
    onChange, count }) => {
    const own = document.documentElement.lang;
    const chosen = new Map(NAMES.map(name => [name, new Set(asked.getAll(name))]));
    const workTitles = new Map();
    const spoken = {
      kind: kindWord,
      lang: nameOf,
      verdict: value => words[`verdict_${value}`] ?? value,
      work: value => workTitles.get(value) ?? value,
    };
    const say = (name, value) => spoken[name]?.(value) ?? value;

    const change = (name, value, isOn) => {
      if (isOn) chosen.get(name).add(value); else chosen.get(name).delete(value);
      showChosen();
      onChange();
    };

    /* Chips */

    const chips = make("ul", { class: "search-chips", "aria-label": words.search_filters });
    const showChosen = () => {
      const all = NAMES.flatMap(name => [...chosen.get(name)].map(value => ({ name, value })));
      chips.replaceChildren(...all.map(({ name, value }) => {
        const chip = make("button", { type: "button", class: "search-chip",
          "aria-label": words.search_remove.replace("{filter}", say(name, value)) }, say(name, value), icon(cross));
        chip.addEventListener("click", () => {
          change(name, value, false);
          (chips.querySelector("button") ?? field).focus();
        });
        return make("li", {}, chip);
      }));
      chips.hidden = !all.length;
      for (const input of panel.querySelectorAll("input[type=checkbox]")) {
        input.checked = chosen.get(input.name).has(input.value);
      }
      for (const select of panel.querySelectorAll("select")) select.value = [...chosen.get(select.name)][0] ?? "";
    };

    /* Panel */

    const isNumbered = numbers => numbers && ![...numbers.values()].includes(null);

    const boxes = (name, values, numbers) => values.length > 0 && make("fieldset", { class: "search-choice" },
      make("legend", {}, words[`search_${name}`]),
      values.map(value => {
        const input = make("input", { type: "checkbox", name, value, checked: chosen.get(name).has(value) });
        input.addEventListener("change", () => change(name, value, input.checked));
        return make("label", {}, input, make("span", {}, say(name, value),
          isNumbered(numbers) && make("small", {}, ` ${numbers.get(value) ?? 0}`)));
      }));

    const select = (name, values, numbers) => {
      if (!values.length) return false;
      const list = make("select", { name },
        make("option", { value: "" }, words.search_any),
        values.map(value => make("option", { value },
          isNumbered(numbers) ? `${value} (${numbers.get(value) ?? 0})` : value)));
      list.value = [...chosen.get(name)][0] ?? "";
      list.addEventListener("change", () => {
        chosen.get(name).clear();
        change(name, list.value, list.value !== "");
      });
      return make("label", { class: "search-select" }, words[`search_${name}`], list);
    };

    const workField = () => {
      const values = make("datalist", { id: "search-works" });
      const input = make("input", { type: "text", name: "work", list: values.id, autocomplete: "off" });
      input.addEventListener("focus", async () => {
        const { work } = await count(["work"]);
        values.replaceChildren(...[...work.keys()].sort().map(value => make("option", { value })));
      }, { once: true });
      input.addEventListener("change", () => {
        const value = input.value.trim();
        input.value = "";
        if (value) change("work", value, true);
      });
      return make("label", { class: "search-select" }, words.search_work, input, values);
    };

    const inside = make("div", { class: "search-choices" });
    const panel = make("details", { class: "search-panel" }, make("summary", {}, words.search_filters), inside);

    const byName = name => (a, b) => say(name, a).localeCompare(say(name, b), own);
    const languages = settings.languages.length > 1 ? [...settings.languages].sort(byName("lang")) : [];

    /* Values that nothing fits are left out, but never a chosen one. */
    const found = (name, counts) => [...new Set([...chosen.get(name),
      ...[...counts[name]].filter(([, number]) => number !== 0).map(([value]) => value)])];

    /* New numbers do not take the focus from the panel. */
    const show = groups => {
      const { name, value, type } = inside.contains(document.activeElement) ? document.activeElement : {};
      inside.replaceChildren(...groups.filter(Boolean));
      [...inside.querySelectorAll("input, select")]
        .find(input => input.name === name && (type !== "checkbox" || input.value === value))?.focus();
    };

    let fills = 0;
    const fill = async () => {
      fills += 1;
      const mine = fills;
      if (!inside.hasChildNodes()) show([boxes("kind", KINDS), boxes("lang", languages)]);
      const counts = await count(COUNTED);
      if (mine !== fills) return;
      show([
        boxes("kind", KINDS, counts.kind),
        boxes("lang", languages),
        boxes("verdict", found("verdict", counts).sort(byName("verdict")), counts.verdict),
        select("topic", found("topic", counts).sort(byName("topic")), counts.topic),
        select("year", found("year", counts).sort().reverse(), counts.year),
        workField(),
      ]);
    };
    panel.addEventListener("toggle", () => { if (panel.open) fill(); });

    place.replaceChildren(panel, chips);
    showChosen();

    return {
      isAny: () => NAMES.some(name => chosen.get(name).size > 0),
      languages: () => settings.languages.filter(language => chosen.get("lang").has(language)),
      /* As Pagefind asks for them. Its languages are indexes of their own. */
      wanted: () => Object.fromEntries(NAMES.filter(name => name !== "lang" && chosen.get(name).size)
        .map(name => [name, { any: [...chosen.get(name)] }])),
      clear: () => {
        for (const values of chosen.values()) values.clear();
        showChosen();
        onChange();
      },
      onlyBriefsCiting: (work, title) => {
        for (const values of chosen.values()) values.clear();
        workTitles.set(work, title);
        chosen.get("kind").add("brief");
        change("work", work, true);
      },
      refresh: () => { if (panel.open) fill(); },
    };
  };
})();
