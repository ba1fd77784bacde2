/* In a page opened from a disk no font can be asked for beforehand, so each would come too late and not be used
   (15-fonts.css): there it may come late. */
(() => {
  if (location.protocol !== "file:") return;
  for (const style of ["normal", "italic"]) {
    const address = new URL(`fonts/brief-serif-latin-${style}.woff2`, document.currentScript.src);
    document.fonts.add(new FontFace("Brief Serif", `url("${address}")`, { style, weight: "400 700", display: "swap" }));
  }
})();
