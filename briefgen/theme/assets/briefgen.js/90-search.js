/*
 * Search: the box in the header, the keys and the empty dialog. Everything else is loaded when the dialog opens
 * (assets/search.js), and the index when something is looked for.
 *
 * Runs before the theme's bundle. The bundle loads an index of its own where it finds its form: so the form goes.
 */
(() => {
  const script = document.currentScript.src;
  const words = JSON.parse(document.getElementById("briefgen-words").textContent);
  const SVG = "http://www.w3.org/2000/svg";
  const LENS = "M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12m4.4 10.4L20 20";
  const CROSS = "M6 6l12 12M18 6L6 18";

  const isThere = value => value !== null && value !== undefined && value !== false;

  /* An element with attributes and children; what is null, undefined or false is left out. */
  const make = (name, attributes = {}, ...children) => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (isThere(value)) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...children.flat().filter(isThere));
    return element;
  };

  const icon = path => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 24 24");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", "search-icon");
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", path);
    svg.append(line);
    return svg;
  };

  const load = name => new Promise((resolve, reject) => {
    const element = make("script", { src: new URL(name, script).href });
    element.onload = resolve;
    element.onerror = () => { element.remove(); reject(new Error(name)); };
    document.head.append(element);
  });

  const isTyping = element => (element.isContentEditable || element.matches?.(
    "textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"))
    && !element.closest("dialog:not([open])"); // a field that is gone can keep the focus for a moment

  const opens = event => {
    if (event.defaultPrevented || event.isComposing || event.altKey || isTyping(event.target)) return false;
    if (event.ctrlKey || event.metaKey) return event.key.toLowerCase() === "k" && !event.shiftKey;
    return ["/", "s", "f"].includes(event.key);
  };

  /* The theme's label, button and form make room for our two buttons: one is shown on wide screens, one on narrow. */
  const takePlace = (name, open) => {
    let place = document.querySelector(".md-search");
    if (!place) {
      place = make("div", { class: "md-search" });
      document.querySelector(".md-header__inner").append(place);
    }
    place.removeAttribute("data-md-component");
    place.removeAttribute("role");
    place.removeAttribute("aria-label");
    const field = make("button", { type: "button", class: "search-open", "aria-keyshortcuts": "/ Control+K" },
      icon(LENS), make("span", { class: "search-open__name" }, name), make("kbd", { "aria-hidden": "true" }, "/"));
    place.replaceChildren(field);

    const label = document.querySelector(".md-header__button[for=__search]");
    const button = make("button", { type: "button", class: "md-header__button md-icon search-open-icon",
      "aria-label": name, "aria-keyshortcuts": "/ Control+K" }, label?.querySelector("svg") ?? icon(LENS));
    if (label) label.replaceWith(button); else place.before(button);
    for (const opener of [field, button]) opener.addEventListener("click", open);
  };

  const makeDialog = name => {
    const field = make("input", { type: "text", class: "search-field", role: "searchbox", "aria-label": name,
      placeholder: name, enterkeyhint: "search", autocomplete: "off", autocapitalize: "off", autocorrect: "off",
      spellcheck: "false", autofocus: true });
    const close = make("button", { type: "button", class: "search-close", "aria-label": words.close },
      icon(CROSS), make("kbd", { "aria-hidden": "true" }, "Esc"));
    const form = make("form", { class: "search-bar", role: "search" }, icon(LENS), field, close);
    const filters = make("div", { class: "search-filters" });
    const status = make("p", { class: "search-status", role: "status", dir: "auto" });
    const results = make("div", { class: "search-results" });
    const body = make("div", { class: "search-body" }, filters, status, results);
    const dialog = make("dialog", { class: "search", "aria-label": name }, form, body);
    close.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", event => event.preventDefault());
    // The theme goes to another page at an “n” or a “p”.
    dialog.addEventListener("keydown", event => { if (dialog.open) event.stopPropagation(); });
    // Beside the dialog, and begun there: whoever selects a text in it and lets go outside does not mean to leave.
    let pressed = null;
    dialog.addEventListener("pointerdown", event => { pressed = event.target; });
    dialog.addEventListener("click", event => {
      if (event.target === dialog && pressed === dialog) dialog.close();
    });
    // The page behind stays where it is.
    dialog.addEventListener("wheel", event => {
      if (!body.contains(event.target) || body.scrollHeight <= body.clientHeight) event.preventDefault();
    }, { passive: false });
    document.body.append(dialog);
    return { dialog, field, form, filters, status, results, body };
  };

  const search = settings => {
    const asked = new URLSearchParams(location.search);
    const name = document.querySelector(".md-search__input")?.placeholder || words.search;
    let view = null;
    let loading = false;

    const open = async () => {
      view ??= makeDialog(name);
      if (!view.dialog.open) view.dialog.showModal();
      view.field.select();
      if (loading) return;
      loading = true;
      try {
        await load("search.js");
        briefgen.startSearch({ settings, words, make, icon, load, asked, ...view,
          cross: CROSS, root: new URL("../", script).href });
      } catch (error) {
        console.error(error);
        view.status.textContent = words.search_failed;
        loading = false; // the next opening tries again
      }
    };

    takePlace(name, open);
    document.addEventListener("keydown", event => {
      if (!opens(event)) return;
      event.preventDefault();
      open();
    });
    // `?q=…` is a search (other pages, OpenSearch), `?work=…` the briefs that cite a work.
    if (asked.has("q") || asked.has("work")) {
      open();
      view.field.value = asked.get("q") ?? "";
    }
  };

  window.briefgen = Object.assign(window.briefgen ?? {}, { search });
})();
