/* “Cite this brief”: a button that copies the citation, which can be marked by hand without a script. */
(() => {
  const mark = (text) => {
    const range = document.createRange();
    range.selectNodeContents(text);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  };

  for (const folded of document.querySelectorAll(".cite-as")) {
    const text = folded.querySelector("code");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = folded.dataset.copy;
    button.addEventListener("click", async () => {
      mark(text);
      try {
        await navigator.clipboard.writeText(text.textContent);
        button.textContent = folded.dataset.copied;
      } catch {
        // A page from a disk, or a browser that does not allow it: what is marked can be copied by hand.
      }
    });
    folded.append(button);
  }
})();
