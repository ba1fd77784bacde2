/* The line at the foot of each sheet of paper: the style sheet has it from here, since a page of its own has no text. */
(() => {
  const line = document.querySelector(".paper-line");
  if (line) document.documentElement.style.setProperty("--paper-line", JSON.stringify(line.textContent.trim()));
})();
