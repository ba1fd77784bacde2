/*
 * A table of the text is stacked on a phone: each row by itself, the words of the head above its cells. What is wider
 * than the page nevertheless can be moved sideways by keyboard, and says that it can.
 */
(() => {
  "use strict";
  const words = JSON.parse(document.getElementById("briefgen-words").textContent);
  for (const table of document.querySelectorAll("article table:not([class])")) {
    const heads = [...table.querySelectorAll("thead th")].map((head) => head.textContent.trim());
    if (heads.length < 2 || !heads.every(Boolean)) continue;
    table.dataset.stacked = "";
    /* Rows that are blocks are none for those who hear the page, unless it is said. */
    for (const [parts, role] of [["thead, tbody", "rowgroup"], ["tr", "row"], ["th", "columnheader"], ["td", "cell"]]) {
      for (const part of table.querySelectorAll(parts)) part.setAttribute("role", role);
    }
    table.setAttribute("role", "table");
    for (const row of table.querySelectorAll("tbody tr")) {
      [...row.cells].forEach((cell, index) => { cell.dataset.label = heads[index] ?? ""; });
    }
  }
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) {
        target.tabIndex = 0;
        target.setAttribute("role", "group");
        target.setAttribute("aria-label", words.wide_table);
      } else {
        for (const name of ["tabindex", "role", "aria-label"]) target.removeAttribute(name);
      }
    }
  });
  /* The theme's script puts the frames round the tables, and it has run by then. */
  addEventListener("load", () => {
    for (const frame of document.querySelectorAll(".md-typeset__scrollwrap")) observer.observe(frame);
  });
})();
