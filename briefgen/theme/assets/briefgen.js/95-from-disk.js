/*
 * The theme's own search on a page that is opened from a disk: a browser refuses its index and its worker, so that
 * it would only ever be an empty box, and an error. A search that works there puts itself in afterwards.
 */
(() => {
  if (location.protocol !== "file:") return;
  for (const part of document.querySelectorAll(".md-search, .md-header__button[for=__search]")) part.remove();
})();
