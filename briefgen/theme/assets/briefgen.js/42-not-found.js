/* The page for addresses that lead nowhere: searching needs a script, so only a script offers it. */
(() => {
  const form = document.querySelector(".not-found-search");
  if (form) form.hidden = false;
})();
