/*
 * Places of a brief: the address of a paragraph, at a click on the sign that comes behind it; words that are copied
 * take along where they stand; and a switch for reading without marks and notes. Without a script there are none of
 * these, and nothing is missing.
 */
(() => {
  "use strict";
  const LONG = 60; // characters: less is a name, and nobody cites it
  const words = JSON.parse(document.getElementById("briefgen-words").textContent);
  const article = document.querySelector("article");
  const cite = document.querySelector(".cite-text");
  if (!article || !cite) return;

  const address = (place) => Object.assign(new URL(location.href), { hash: place?.id ?? "" }).href;

  /* One sign for all paragraphs: it goes to the one the mouse is over, or a finger has touched. */
  const sign = document.createElement("a");
  sign.className = "headerlink place-link";
  sign.title = words.permalink;
  sign.textContent = "¶";
  sign.tabIndex = -1;
  sign.setAttribute("aria-hidden", "true");
  article.addEventListener("pointerover", (event) => {
    const paragraph = event.target.closest('p[id^="p-"]');
    if (!paragraph || sign.parentElement === paragraph) return;
    sign.href = `#${paragraph.id}`;
    sign.textContent = "¶";
    paragraph.append(sign);
  });
  sign.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address(sign.parentElement));
      sign.textContent = `¶ ${words.place_copied}`;
    } catch {
      // The address of the window has the place, and can be copied by hand.
    }
  });

  document.addEventListener("copy", (event) => {
    const selection = getSelection();
    const text = selection.toString().trim();
    if (text.length < LONG || !article.contains(selection.anchorNode) || !article.contains(selection.focusNode)) return;
    const range = selection.getRangeAt(0);
    const inside = range.startContainer instanceof Element ? range.startContainer : range.startContainer.parentElement;
    const from = `${cite.textContent.trim()} ${address(inside.closest('p[id^="p-"]'))}`;
    const html = document.createElement("div");
    html.append(range.cloneContents());
    for (const mark of html.querySelectorAll(".footnote-ref, .found, a.not-checked, .headerlink, .note-panel")) mark.remove();
    const source = document.createElement("p");
    source.textContent = from;
    html.append(source);
    event.clipboardData.setData("text/plain", `${text}\n\n${from}\n`);
    event.clipboardData.setData("text/html", html.innerHTML);
    event.preventDefault();
  });

  const contents = document.querySelector(".brief-bar .contents");
  if (!contents) return;
  contents.addEventListener("click", (event) => {
    if (event.target.closest("a")) contents.open = false;
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !contents.open) return;
    contents.open = false;
    contents.querySelector("summary").focus();
  });

  const quiet = document.createElement("button");
  const KEPT = "briefgen-quiet";
  const set = (on) => {
    document.documentElement.classList.toggle("quiet", on);
    quiet.setAttribute("aria-pressed", String(on));
  };
  const remembered = (value) => {
    try {
      if (value === undefined) return localStorage.getItem(KEPT) === "1";
      localStorage.setItem(KEPT, value ? "1" : "0");
    } catch {
      // Where nothing may be kept, the switch holds for this page.
    }
    return Boolean(value);
  };
  quiet.type = "button";
  quiet.className = "quiet-switch";
  quiet.textContent = words.quiet;
  quiet.addEventListener("click", () => set(remembered(quiet.getAttribute("aria-pressed") !== "true")));
  set(remembered());
  contents.append(quiet);
})();
