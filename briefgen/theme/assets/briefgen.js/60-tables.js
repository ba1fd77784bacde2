/*
 * A table that is wider than the page can be moved sideways by keyboard, and says that it can.
 */
(() => {
  "use strict";
  const words = JSON.parse(document.getElementById("briefgen-words").textContent);
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
