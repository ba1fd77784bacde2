"""What the styles of a Word file say of its runs."""

from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 20
_WHITE = frozenset({"ffffff", "white"})


class RunStyles:
    """The properties of runs: their own, those of their character style, and of their paragraph's."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, Element] = {}
        self._default: Element | None = None
        self._default_style = ""
        self.paragraph_numbers: dict[str, Element] = {}
        if root is None:
            return
        self._default = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        for style in root.iter(f"{W}style"):
            name = style.get(f"{W}styleId") or ""
            self._styles[name] = style
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self._default_style = name
        for name in self._styles:
            numbers = self._in_chain(name, f"{W}pPr/{W}numPr")
            if numbers is not None:
                self.paragraph_numbers[name] = numbers

    def value(self, run: Element, paragraph: str, name: str) -> str:
        """The value of a property of a run; empty where nothing sets it."""
        found = self._find(run, paragraph, name)
        return "" if found is None else (found.get(f"{W}val") or "")

    def has(self, run: Element, paragraph: str, name: str) -> bool:
        """Whether a property that is on or off is on."""
        found = self._find(run, paragraph, name)
        return found is not None and (found.get(f"{W}val") or "on").lower() not in _OFF

    def is_hidden(self, run: Element, paragraph: str) -> bool:
        """Whether Word shows nothing of a run, or nothing of it in a page of the web."""
        return self.has(run, paragraph, "vanish") or self.has(run, paragraph, "webHidden")

    def is_white(self, run: Element, paragraph: str) -> bool:
        """Whether its letters are white, and nothing is painted behind them."""
        if self.value(run, paragraph, "color").lower() not in _WHITE:
            return False
        return all(self._find(run, paragraph, name) is None for name in ("highlight", "shd"))

    def _find(self, run: Element, paragraph: str, name: str) -> Element | None:
        own = run.find(f"{W}rPr")
        if own is not None:
            found = own.find(f"{W}{name}")
            if found is not None:
                return found
            style = own.find(f"{W}rStyle")
            if style is not None:
                found = self._in_chain(style.get(f"{W}val") or "", f"{W}rPr/{W}{name}")
                if found is not None:
                    return found
        found = self._in_chain(paragraph or self._default_style, f"{W}rPr/{W}{name}")
        if found is None and self._default is not None:
            found = self._default.find(f"{W}{name}")
        return found

    def _in_chain(self, style: str, path: str) -> Element | None:
        for _ in range(_DEEPEST):
            element = self._styles.get(style)
            if element is None:
                return None
            found = element.find(path)
            if found is not None:
                return found
            based = element.find(f"{W}basedOn")
            style = (based.get(f"{W}val") or "") if based is not None else ""
        return None
