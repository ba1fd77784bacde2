/* When a page's colour scheme is said anew, and while the theme marks that colours are being switched, a browser
   styles all of the page anew. The theme does both while every page comes in, where nothing is switched: that was
   half of what it cost to open one. Which scheme it is, our style sheet says. */
(() => {
  const { head, body } = document;
  head.appendChild = (node) =>
    node.nodeName === "META" && node.name === "color-scheme" ? node : Node.prototype.appendChild.call(head, node);
  body.setAttribute = (name, value) => {
    if (name !== "data-md-color-switching") Element.prototype.setAttribute.call(body, name, value);
  };
  addEventListener("load", () => delete body.setAttribute, { once: true });
})();
