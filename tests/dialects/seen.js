// A piece of HTML as a list of lines, by Chromium's own parser: an oracle for what the guard compares, which
// shares nothing with it. Given HTML, returns {text: […], notes: {label: […]}}. A line is the path of its
// blocks, then its words. No-break spaces, captions and classes are kept.
html => {
  const OURS = ".found, .box-kind, .verdict, .as-of, .translation-of, .headerlink, .footnote-backref, .cited-in-full";
  const OUR_CLASSES = new Set([
    "admonition", "admonition-title", "quotation", "attribution", "translation", "translated", "item", "captioned",
    "footnote", "footnote-ref", "highlight", "note-mark",
  ]);
  const TRANSPARENT = new Set(["p", "div", "span", "mark", "thead", "tbody", "figure", "abbr", "section"]);
  const INLINE = new Set(
    ("a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s samp small span strike strong sub " +
      "summary sup time tt u var wbr").split(" "));
  const SAME = { s: "del", strike: "del" };
  const COUNTED = new Set(["li", "td", "th", "dd", "dt", "tr", "ul", "ol", "dl", "table", "blockquote"]);
  const spread = line => {
    let out = "";
    for (const char of line) out += char === "\t" ? " ".repeat(4 - ([...out].length % 4)) : char;
    return out.replace(/[ ]+$/, "");
  };

  const read = root => {
    const lines = [];
    let run = "";
    let at = [];
    const end = () => {
      const text = run.replace(/[ \t\n\r\f]+/g, " ").replace(/ *(⟨br⟩) */g, "$1").replace(/ +(⟨note )/g, "$1")
        .replace(/^ +| +$/g, "").replace(/(⟨br⟩)+$/, "");
      if (text) lines.push(`${at.join(" ")}: ${text}`);
      run = "";
    };
    const attributes = element => {
      const kept = ["href", "src", "alt", "title", "start", "lang", "dir"].filter(name => element.hasAttribute(name))
        .filter(name => element.localName !== "abbr");
      const said = kept.map(name => ` ${name}=${decodeURI(element.getAttribute(name).replace(/%(?![0-9a-f]{2})/gi, "%25"))
        .replace(/[ \t\n]+/g, " ")}`);
      const classes = [...element.classList].filter(name => !OUR_CLASSES.has(name));
      return said.join("") + classes.map(name => `.${name}`).join("");
    };
    const walk = (node, path) => {
      if (node.nodeType === 3) { run += node.data; return; }
      if (node.nodeType !== 1 || node.matches(OURS)) return;
      const name = SAME[node.localName] ?? node.localName;
      if (node.matches("div.footnote, aside[data-note]")) return;
      const label = node.dataset?.note ?? node.querySelector(":scope > a.footnote-ref")?.getAttribute("href")?.slice(4);
      if (name === "sup" && label) { run += `⟨note ${label}⟩`; return; }
      if (name === "pre" || node.matches(".highlight")) {
        end();
        const text = node.textContent.split("\n").map(spread).join("\n").replace(/^\n+|\n+$/g, "");
        lines.push(`${[...path, "pre"].join(" ")}: ${text}`);
        return;
      }
      if (INLINE.has(name)) {
        if (TRANSPARENT.has(name) && !attributes(node)) { for (const child of node.childNodes) walk(child, path); return; }
        run += `⟨${name}${attributes(node)}⟩`;
        for (const child of node.childNodes) walk(child, path);
        if (node.childNodes.length) run += `⟨/${name}⟩`;
        return;
      }
      end();
      let below = path;
      if (node.matches(".admonition-title")) below = [...path, "title"];
      else if (node.matches("div.admonition")) {
        const kinds = [...node.classList].filter(one => one !== "admonition");
        if (kinds[0] !== "translation") below = [...path, `box:${kinds.join(".")}`];
      } else if (!TRANSPARENT.has(name)) {
        const same = [...(node.parentElement?.children ?? [])].filter(one => one.localName === node.localName);
        const count = COUNTED.has(name) ? same.indexOf(node) + 1 : "";
        const side = node.style?.textAlign || node.getAttribute("align") || "";
        below = [...path, `${name}${count}${attributes(node)}${side && ` ${side}`}`];
      } else if (attributes(node)) below = [...path, `${name}${attributes(node)}`];
      at = below;
      if (name === "hr") lines.push(`${below.join(" ")}: ⟨hr⟩`);
      for (const child of node.childNodes) { at = below; walk(child, below); at = below; }
      end();
      at = path;
    };
    for (const child of root.childNodes) { at = []; walk(child, []); }
    end();
    return lines;
  };

  const withoutBackLinks = note => {
    for (const link of note.querySelectorAll(".footnote-backref")) {
      if (link.previousSibling?.nodeType === 3) link.previousSibling.data = link.previousSibling.data.replace(/\u00a0$/, "");
      link.remove();
    }
    return note;
  };
  const body = new DOMParser().parseFromString(html, "text/html").body;
  const notes = {};
  for (const note of body.querySelectorAll("aside[data-note]")) notes[note.dataset.note] = read(note);
  for (const note of body.querySelectorAll("div.footnote > ol > li[id^='fn:']")) notes[note.id.slice(3)] = read(withoutBackLinks(note));
  return { text: read(body), notes };
}
