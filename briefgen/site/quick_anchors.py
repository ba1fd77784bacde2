"""The ids in a page's raw HTML, which MkDocs has html.parser look for in the whole Markdown of it."""

from mkdocs.structure import pages

from briefgen.markup.plain_html import NotPlainError, tags_in

_LOOKS = "_RawHTMLPreprocessor"
"""What MkDocs calls its step that looks for them."""


def look_quickly() -> None:
    """Have MkDocs look in a shorter way where html.parser would find the same."""
    step = vars(pages).get(_LOOKS)
    if step is not None:
        whole = step.run

        def run(self: object, lines: list[str]) -> list[str]:
            found = anchors_in("\n".join(lines))
            if found is None:
                found_by_library: list[str] = whole(self, lines)
                return found_by_library
            vars(self)["present_anchor_ids"] = found
            return lines

        step.run = run


def anchors_in(text: str) -> set[str] | None:
    """The ids of elements of HTML in a text, and names of links; None where it is not plain what they are."""
    anchors: set[str] = set()
    try:
        for _, (name, attributes, _, _) in tags_in(text):
            if "id" in attributes:
                anchors.add(attributes["id"])
            if name == "a" and "name" in attributes:
                anchors.add(attributes["name"])
    except NotPlainError:
        return None
    return None if "" in anchors else anchors
