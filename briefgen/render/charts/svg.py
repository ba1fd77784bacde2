"""Elements of SVG as text."""

from briefgen.render.escape import escape_html


def element(name: str, content: str = "", /, **attributes: object) -> str:
    """An element; ``_`` in the name of an attribute stands for ``-``, at its end for nothing."""
    written = {key.rstrip("_").replace("_", "-"): str(value) for key, value in attributes.items()}
    said = "".join(f' {key}="{escape_html(value)}"' for key, value in written.items())
    return f"<{name}{said}>{content}</{name}>"


def drawing(height: int, title: str, description: str, shapes: str) -> str:
    """An image as wide as its place, with a name and a description for those who do not see it."""
    inside = element("title", escape_html(title)) + element("desc", escape_html(description)) + shapes
    return element("svg", inside, role="img", width="100%", height=height)


def percent(part: float, whole: float) -> str:
    """A share as SVG has it: ``12.5%``."""
    return f"{100 * part / whole:.2f}".rstrip("0").rstrip(".") + "%"
