/* The browser's own bar: where readers can switch light and dark, the theme's script follows them, and the colours
   in the page, which only follow the system, would come before its own. */
(() => {
  if (document.querySelector('[data-md-component="palette"]'))
    for (const colour of document.querySelectorAll('meta[name="theme-color"]')) colour.remove();
})();
