/*
 * Forms that narrow a list down. What an entry is stands on it as data attributes with the names of the
 * form's controls; the choice is kept in the page's address, so that it can be sent on.
 */
(() => {
  const fits = (entry, select) =>
    !select.value || (entry.dataset[select.name] || "").split(" ").includes(select.value);

  const start = (form) => {
    const list = document.getElementById(form.dataset.list);
    const entries = [...list.querySelectorAll(".entry")];
    const groups = [...list.querySelectorAll(".group")];
    const order = form.elements.order;
    const selects = [...form.querySelectorAll("select")].filter((select) => select !== order);
    const count = form.querySelector(".filter-count");
    const none = form.querySelector(".filter-none");
    const reset = form.querySelector("[type=reset]");

    const narrow = () => {
      for (const entry of entries) entry.hidden = !selects.every((select) => fits(entry, select));
      for (const group of groups) group.hidden = !group.querySelector(".entry:not([hidden])");
      const shown = entries.filter((entry) => !entry.hidden).length;
      count.textContent = count.dataset.words.replace("{shown}", shown).replace("{all}", entries.length);
      none.hidden = shown > 0;
      reset.hidden = selects.every((select) => !select.value);
    };

    const arrange = () => {
      if (!order) return;
      const inOrder = [...entries];
      if (order.value === "oldest") inOrder.reverse();
      if (order.value === "title") {
        const collator = new Intl.Collator(document.documentElement.lang);
        const title = new Map(entries.map((entry) => [entry, entry.querySelector(".entry-title").textContent]));
        inOrder.sort((one, other) => collator.compare(title.get(one), title.get(other)));
      }
      list.append(...inOrder);
    };

    // The parts of a long list stand on pages of their own: the choice goes along.
    const handOn = () => {
      for (const link of document.querySelectorAll(".periods a")) link.search = location.search;
    };

    const keep = () => {
      const address = new URL(location.href);
      for (const select of form.querySelectorAll("select")) {
        const isChosen = select.value && select !== order || select === order && select.selectedIndex > 0;
        if (isChosen) address.searchParams.set(select.name, select.value);
        else address.searchParams.delete(select.name);
      }
      history.replaceState(history.state, "", address);
      handOn();
    };

    const read = () => {
      const wanted = new URLSearchParams(location.search);
      for (const select of form.querySelectorAll("select")) {
        const option = [...select.options].find(({ value }) => value && value === wanted.get(select.name));
        if (option) option.selected = true;
      }
    };

    form.addEventListener("change", () => {
      keep();
      arrange();
      narrow();
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault(); // the order is no part of what is narrowed down
      for (const select of selects) select.value = "";
      selects[0].focus(); // the button goes, and focus must not go with it
      keep();
      narrow();
    });

    read();
    if (order && order.selectedIndex > 0) arrange();
    narrow();
    handOn();
    form.hidden = false;
  };

  for (const form of document.querySelectorAll("form.filters")) start(form);
})();
