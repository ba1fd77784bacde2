/*
 * A footnote opens at its mark, and what a verdict means at its badge: while the mouse rests there, while the keyboard
 * is there, at a tap. The panel stands behind the mark in the document, so that Tab goes from the mark to its links and on, and in
 * the top layer of the browser, where nothing clips it and the page does not move. Without it the mark leads to the note,
 * and the badge to the page on the method.
 */
(() => {
  "use strict";
  const OPEN_AFTER = 150; // ms: the mouse that only passes opens nothing
  const CLOSE_AFTER = 250; // ms: time to reach the panel
  const EDGE = 12; // px between panel and window
  const GAP = 6; // px between mark and panel

  if (!("popover" in HTMLElement.prototype)) return;
  const words = JSON.parse(document.getElementById("briefgen-words").textContent);
  withoutTheThemesOwn();

  let panel = null;
  let mark = null;
  let timer = 0;
  let touched = false;
  let dismissed = null; // the mark that Escape went back to: it is not to open again at once

  /* Material opens notes of its own where `content.footnote.tooltips` is on: one panel is enough. */
  function withoutTheThemesOwn() {
    const config = document.getElementById("__config");
    if (!config) return;
    const settings = JSON.parse(config.textContent);
    settings.features = (settings.features || []).filter((name) => name !== "content.footnote.tooltips");
    config.textContent = JSON.stringify(settings);
  }

  const inPanel = (node) => Boolean(panel && node instanceof Node && panel.contains(node));
  const markAt = (node) =>
    node instanceof Element && !inPanel(node) ? node.closest(".md-content :is(.footnote-ref, a.verdict)") : null;

  function open(at) {
    if (at === mark) return;
    close();
    const said = at.matches(".verdict") ? verdictAt(at) : noteAt(at);
    if (!said) return;
    mark = at;
    panel = panelOf(said, at);
    (at.closest("sup") || at).after(panel);
    at.setAttribute("aria-expanded", "true");
    panel.showPopover();
    place();
  }

  function close() {
    clearTimeout(timer);
    if (!panel) return;
    const [old, its] = [panel, mark];
    panel = mark = null;
    its.removeAttribute("aria-expanded");
    old.remove();
  }

  /* What a panel says: its name, what stands in it, and where its link leads. */
  function noteAt(at) {
    const note = document.getElementById(decodeURIComponent(at.hash.slice(1)));
    if (!note) return null;
    const copy = note.cloneNode(true);
    copy.querySelectorAll(".footnote-backref").forEach((link) => link.remove());
    copy.querySelectorAll("[id]").forEach((inside) => inside.removeAttribute("id"));
    const name = words.footnote.replace("{number}", at.textContent.trim());
    return { name, inside: Array.from(copy.childNodes), onward: words.to_footnote };
  }

  function verdictAt(at) {
    const means = words[`means_${at.hash.replace("#verdict-", "")}`];
    if (!means) return null;
    const said = document.createElement("p");
    const name = document.createElement("strong");
    name.textContent = at.textContent;
    said.append(name, `: ${means}`);
    return { name: at.textContent, inside: [said], onward: words.to_verdicts };
  }

  function panelOf(said, at) {
    const made = document.createElement("div");
    made.className = "note-panel";
    made.popover = "manual";
    made.lang = document.documentElement.lang;
    made.dir = document.body.dir || "ltr";
    made.setAttribute("role", "note");
    made.setAttribute("aria-label", said.name);
    const text = document.createElement("div");
    text.className = "note-text";
    text.append(...said.inside);
    const link = document.createElement("a");
    link.className = "note-link";
    link.href = at.getAttribute("href");
    link.textContent = said.onward;
    const shut = document.createElement("button");
    shut.type = "button";
    shut.className = "note-close";
    shut.setAttribute("aria-label", words.close);
    shut.addEventListener("click", leave);
    made.append(text, link, shut);
    return made;
  }

  /* Back to the mark, where the reader was. */
  function leave() {
    const back = mark;
    close();
    dismissed = back;
    back.focus({ preventScroll: true });
    dismissed = null;
  }

  const headerEnd = () => Math.max(0, document.querySelector(".md-header")?.getBoundingClientRect().bottom ?? 0);

  /* Below the mark, or above it where there is more room: inside the window, below the header, whatever its size. */
  function place() {
    const root = document.documentElement;
    const at = mark.getBoundingClientRect();
    const above = at.top - headerEnd() - GAP - EDGE;
    const below = root.clientHeight - at.bottom - GAP - EDGE;
    panel.style.maxHeight = "";
    const upwards = panel.offsetHeight > below && above > below;
    panel.style.maxHeight = `${Math.max(upwards ? above : below, 80)}px`;
    const left = at.left + at.width / 2 - panel.offsetWidth / 2;
    const top = upwards ? at.top - GAP - panel.offsetHeight : at.bottom + GAP;
    panel.style.left = `${Math.max(EDGE, Math.min(left, root.clientWidth - panel.offsetWidth - EDGE)) + scrollX}px`;
    panel.style.top = `${top + scrollY}px`;
    belowHeader();
  }

  /* The panel goes with the page, in front of all else: what would lie over the header is not drawn. */
  function belowHeader() {
    const hidden = headerEnd() - panel.getBoundingClientRect().top;
    panel.style.clipPath = hidden > 0 ? `inset(${hidden}px -2rem -2rem)` : "";
  }

  const after = (delay, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const isInUse = () => document.activeElement === mark || inPanel(document.activeElement);

  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const over = markAt(event.target);
    if (over) after(OPEN_AFTER, () => open(over));
    else if (inPanel(event.target)) clearTimeout(timer);
    else if (panel && !isInUse()) after(CLOSE_AFTER, close);
    else clearTimeout(timer);
  });

  document.addEventListener("pointerdown", (event) => {
    touched = event.pointerType === "touch";
    if (panel && !inPanel(event.target) && markAt(event.target) !== mark) close();
  });

  /* With the mouse and the Enter key a mark leads to its note, as it does without this script. */
  document.addEventListener("click", (event) => {
    const clicked = markAt(event.target);
    if (clicked && touched && event.detail > 0) {
      event.preventDefault();
      if (clicked === mark) close();
      else open(clicked);
    } else if (clicked || (inPanel(event.target) && event.target.closest('a[href^="#"]'))) {
      after(0, close); // the link is followed first
    }
  });

  document.addEventListener("focusin", (event) => {
    const focused = markAt(event.target);
    if (focused && focused !== dismissed && focused.matches(":focus-visible")) open(focused);
    dismissed = null;
  });

  document.addEventListener("focusout", (event) => {
    const leaves = event.target === mark || inPanel(event.target);
    if (leaves && event.relatedTarget && event.relatedTarget !== mark && !inPanel(event.relatedTarget)) close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel) return;
    event.preventDefault();
    if (inPanel(document.activeElement)) leave();
    else close();
  });

  /* Whoever goes back from a note is at its mark again, with the keyboard, too. */
  document.addEventListener("click", (event) => {
    const back = event.target instanceof Element ? event.target.closest(".footnote-backref") : null;
    if (!back) return;
    const place = document.getElementById(decodeURIComponent(back.hash.slice(1)));
    setTimeout(() => {
      dismissed = place?.querySelector(".footnote-ref") ?? null;
      dismissed?.focus({ preventScroll: true });
      dismissed = null;
    });
  });

  for (const one of document.querySelectorAll(".md-content .footnote-ref")) {
    one.setAttribute("aria-label", words.footnote.replace("{number}", one.textContent.trim()));
  }

  addEventListener("resize", () => panel && place());
  addEventListener("scroll", () => panel && belowHeader(), { passive: true });
})();
