// What a reader sees of the words beside each ✓ of the page: an oracle of its own, which asks the layout of
// Chromium and none of our code. Run by shown.py; gives a list of {address, form, words}.
//
// Left out: note marks, the ✓ itself, markers of lists. In double square brackets stands what is no plain
// word and so equals none: struck and turned text, pictures, ruby, what folds away, words in another order.
() => {
  const RAISED = new Map(Object.entries({
    0: "⁰", 1: "¹", 2: "²", 3: "³", 4: "⁴", 5: "⁵", 6: "⁶", 7: "⁷", 8: "⁸", 9: "⁹",
    "+": "⁺", "-": "⁻", "−": "⁻", "=": "⁼", "(": "⁽", ")": "⁾",
  }));
  const LOWERED = new Map(Object.entries({
    0: "₀", 1: "₁", 2: "₂", 3: "₃", 4: "₄", 5: "₅", 6: "₆", 7: "₇", 8: "₈", 9: "₉",
    "+": "₊", "-": "₋", "−": "₋", "=": "₌", "(": "₍", ")": "₎",
  }));
  const NO_WORDS = "img, svg, picture, video, audio, canvas, object, iframe, input, button, select, meter, progress";
  const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
  const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

  /** The element whose words a reader takes the mark to speak of. */
  const carrier = mark => {
    const before = mark.previousSibling;
    if (before instanceof Element && before.matches("span.quotation")) return before;
    let around = mark.closest("div.quotation") ?? mark.closest("blockquote");
    while (around?.parentElement.closest("blockquote")) around = around.parentElement.closest("blockquote");
    return around;
  };

  const pseudo = (element, which) => {
    const { content, display } = getComputedStyle(element, which);
    if (display === "none" || content === "none" || content === "normal") return "";
    if (content === "open-quote" || content === "close-quote") return `⟦${content}⟧`;
    return [...content.split(" / ")[0].matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(found => found[1]).join("");
  };

  const spoken = root => {
    const pieces = []; // {text} or {text, left, middle, height}: a character and where it stands
    const say = text => text && pieces.push({ text });

    const leaf = (node, state) => {
      const parent = node.parentElement;
      const style = getComputedStyle(parent);
      const seen = parent.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true });
      if (!seen || parseFloat(style.fontSize) < 2 || style.clipPath !== "none") return;
      const range = document.createRange();
      for (const { segment, index } of graphemes.segment(node.data)) {
        range.setStart(node, index);
        range.setEnd(node, index + segment.length);
        const box = range.getClientRects()[0];
        let text = segment.replace(/[ \t\n\r\f]+/, " ");
        if (style.textTransform === "uppercase") text = text.toUpperCase();
        if (style.textTransform === "lowercase") text = text.toLowerCase();
        if (style.textTransform === "capitalize") text = `⟦capital⟧${text}`;
        if (state.raised) text = [...text].map(one => RAISED.get(one) ?? one).join("");
        if (state.lowered) text = [...text].map(one => LOWERED.get(one) ?? one).join("");
        if (box && box.height > 0 && box.width > 0) {
          pieces.push({ text, left: box.left, middle: (box.top + box.bottom) / 2, height: box.height });
        } else if (/^[\p{Cf}\p{M}\p{Z}]+$/u.test(text)) {
          say(text); // has no width in any layout, or is a space at the edge of a line
        }
      }
    };

    const walk = (node, state) => {
      if (node instanceof Text) return leaf(node, state);
      if (!(node instanceof Element) || node.matches("a.found, sup:has(> a.footnote-ref)")) return;
      const style = getComputedStyle(node);
      if (style.display === "none") return;
      if (node.matches(NO_WORDS)) return say("⟦picture⟧");
      const inline = /^(inline|contents|ruby)/.test(style.display);
      const brackets = [];
      if (style.textDecorationLine.includes("line-through")) brackets.push("struck");
      if (node.matches("details")) brackets.push("folded");
      if (node.matches("rt, rtc") || style.display.startsWith("ruby-text")) brackets.push("beside");
      if (node !== root && (/override/.test(style.unicodeBidi) || (node.dir && inline))) brackets.push(`turned ${style.direction}`);
      if (style.transform !== "none" || style.writingMode !== "horizontal-tb") brackets.push("askew");
      const inside = {
        raised: state.raised || node.matches("sup") || style.verticalAlign === "super",
        lowered: state.lowered || node.matches("sub") || style.verticalAlign === "sub",
      };
      if (!inline) pieces.push({ text: "\n", ends: true });
      if (node.matches("br")) pieces.push({ text: "\n", ends: true });
      for (const bracket of brackets) say(`⟦${bracket}: `);
      say(pseudo(node, "::before"));
      for (const child of node.childNodes) walk(child, inside);
      say(pseudo(node, "::after"));
      for (const _ of brackets) say("⟧");
      if (!inline) pieces.push({ text: "\n", ends: true });
    };

    walk(root, { raised: false, lowered: false });
    return pieces;
  };

  /** The pieces as they stand from left to right in each line, where all letters run that way. */
  const ordered = pieces => {
    const lines = [[]];
    let last = null;
    for (const piece of pieces) {
      const placed = piece.left !== undefined;
      const wraps = placed && last && piece.left <= last.left + 1 &&
        piece.middle > last.middle + 0.6 * Math.max(last.height, piece.height);
      if (piece.ends || wraps) { lines.push([]); last = null; }
      lines.at(-1).push(piece);
      if (placed) last = piece;
    }
    return lines.map(line => {
      const placed = line.filter(piece => piece.left !== undefined);
      const straight = placed.every((piece, index) => !index || piece.left >= placed[index - 1].left - 1);
      if (straight) return line.map(piece => piece.text).join("");
      return `⟦order: ${placed.toSorted((one, other) => one.left - other.left).map(piece => piece.text).join("")}⟧`;
    }).join("");
  };

  return [...document.querySelectorAll("a.found")].map(mark => {
    const quoted = carrier(mark);
    const address = mark.getAttribute("href");
    if (!quoted) return { address, form: "nothing", words: "" };
    const pieces = spoken(quoted);
    const text = pieces.map(piece => piece.text).join("");
    const words = RIGHT_TO_LEFT.test(text) ? text : ordered(pieces);
    return { address, form: quoted.matches("span") ? "inline" : "block", words };
  });
}
