"""A Word file as mammoth should read it: only what Word shows, and numbers and formulas written out.

mammoth reads text and structure; it does not ask what is hidden, shown in capitals or raised by its position.
So the XML is put into words that it knows: hidden runs go, a formula becomes its text.
"""

import io
import zipfile
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from briefgen.intake.readers.word_formula import M, formula
from briefgen.intake.readers.word_numbers import Numbering
from briefgen.intake.readers.word_styles import RunStyles, W

NUMBER_STYLE = "BriefgenNumber"
"""The style of a run that is the number of an item."""
# What mammoth passes over with all that stands in it, and reads where it is called a smart tag.
_WRAPPINGS = ("fldSimple", "customXml", "dir", "bdo")
_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_LONGEST_RAISED = 12


def shown(files: Mapping[str, bytes]) -> bytes:
    """The package with its texts as they are shown. Raises ParseError, as what is no XML does."""
    styles = RunStyles(_root(files, "word/styles.xml"))
    numbering = Numbering(_root(files, "word/numbering.xml"), styles.paragraph_numbers)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, data in files.items():
            if name in _PARTS:
                root = ElementTree.fromstring(data)
                _show(root, styles, numbering)
                data = ElementTree.tostring(root, "utf-8", xml_declaration=True)
            archive.writestr(name, data)
    return packed.getvalue()


def running_texts(files: Mapping[str, bytes], part: str) -> list[str]:
    """What stands above (`header`) or below (`footer`) the text of each page, without repetitions."""
    styles = RunStyles(_root(files, "word/styles.xml"))
    texts: dict[str, None] = {}
    for name in sorted(files):
        if name.startswith(f"word/{part}") and name.endswith(".xml"):
            root = ElementTree.fromstring(files[name])
            _show(root, styles, None)
            for paragraph in root.iter(f"{W}p"):
                text = " ".join("".join(piece.text or "" for piece in paragraph.iter(f"{W}t")).split())
                if any(mark.isalpha() for mark in text):  # the number of a page is another on each
                    texts[text] = None
    return list(texts)


def _root(files: Mapping[str, bytes], name: str) -> Element | None:
    return ElementTree.fromstring(files[name]) if name in files else None


def _show(root: Element, styles: RunStyles, numbering: Numbering | None) -> None:
    shaded = _shaded(root)
    for name in _WRAPPINGS:
        for wrapping in root.iter(f"{W}{name}"):
            wrapping.tag = f"{W}smartTag"
    for paragraph in list(root.iter(f"{W}p")):
        style = _value(paragraph.find(f"{W}pPr/{W}pStyle"))
        _write_formulas(paragraph)
        dark = id(paragraph) in shaded
        for parent, run in list(_runs(paragraph)):
            if styles.is_hidden(run, style) or (not dark and styles.is_white(run, style)):
                parent.remove(run)
            else:
                _plainly(run, style, styles)
        if numbering is not None and (number := numbering.of(paragraph, style)):
            _set_number(paragraph, number)


def _runs(paragraph: Element) -> Iterator[tuple[Element, Element]]:
    """The runs of a paragraph with what they stand in; not those of a paragraph within it."""
    waiting = [paragraph]
    while waiting:
        parent = waiting.pop()
        for child in parent:
            if child.tag == f"{W}r":
                yield parent, child
            if child.tag != f"{W}p":
                waiting.append(child)


def _shaded(root: Element) -> frozenset[int]:
    """The paragraphs that stand on a ground of some colour: white letters are read there."""
    if root.find(f"{W}background") is not None:
        return frozenset(id(one) for one in root.iter(f"{W}p"))
    found: set[int] = set()
    for cell in root.iter(f"{W}tc"):
        if cell.find(f"{W}tcPr/{W}shd") is not None:
            found.update(id(one) for one in cell.iter(f"{W}p"))
    for paragraph in root.iter(f"{W}p"):
        if paragraph.find(f"{W}pPr/{W}shd") is not None:
            found.add(id(paragraph))
    for box in root.iter(f"{W}txbxContent"):
        found.update(id(one) for one in box.iter(f"{W}p"))
    return frozenset(found)


def _plainly(run: Element, style: str, styles: RunStyles) -> None:
    """Set on the run itself what its styles and its position say."""
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = Element(f"{W}rPr")
        run.insert(0, properties)
    for name in ("caps", "strike"):
        if styles.has(run, style, name) or (name == "strike" and styles.has(run, style, "dstrike")):
            old = properties.find(f"{W}{name}")
            if old is not None:
                properties.remove(old)
            properties.append(Element(f"{W}{name}"))
    align = styles.value(run, style, "vertAlign")
    position = styles.value(run, style, "position")
    text = "".join(piece.text or "" for piece in run.iter(f"{W}t"))
    if align not in ("superscript", "subscript") and _is_number(position) and int(position):
        align = "superscript" if int(position) > 0 else "subscript"
        align = align if len(text) <= _LONGEST_RAISED else ""
    old = properties.find(f"{W}vertAlign")
    if align in ("superscript", "subscript") and old is None:
        properties.append(Element(f"{W}vertAlign", {f"{W}val": align}))


def _write_formulas(paragraph: Element) -> None:
    waiting = [paragraph]
    while waiting:
        parent = waiting.pop()
        for index, child in enumerate(list(parent)):
            if child.tag in (f"{M}oMath", f"{M}oMathPara"):
                parent[index] = _run_of(formula(child))
            elif child.tag != f"{W}p":
                waiting.append(child)


def _run_of(text: str, style: str = "") -> Element:
    run = Element(f"{W}r")
    if style:
        properties = ElementTree.SubElement(run, f"{W}rPr")
        ElementTree.SubElement(properties, f"{W}rStyle", {f"{W}val": style})
    written = ElementTree.SubElement(
        run, f"{W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
    )
    written.text = text
    return run


def _set_number(paragraph: Element, number: str) -> None:
    properties = paragraph.find(f"{W}pPr")
    place = 0
    if properties is not None:
        place = list(paragraph).index(properties) + 1
        listed = properties.find(f"{W}numPr")
        if listed is not None:
            properties.remove(listed)
    paragraph.insert(place, _run_of(f"{number} ", NUMBER_STYLE))


def _value(element: Element | None) -> str:
    return (element.get(f"{W}val") or "") if element is not None else ""


def _is_number(text: str) -> bool:
    return text.removeprefix("-").isdecimal()
