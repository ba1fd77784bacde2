"""What a page holds in the address of a link: a style sheet, where a program saved it as one file."""

import base64
import binascii
import re
from urllib.parse import unquote_to_bytes

_DATA = re.compile(r"data:([^,]*),", re.IGNORECASE)


def held_sheet(address: str) -> str | None:
    """The style sheet that an address holds, empty for another thing; None where it leads elsewhere."""
    head = _DATA.match(address)
    if head is None:
        return "" if address[:5].lower() == "data:" else None
    kind, *more = (part.strip().lower() for part in head[1].split(";"))
    if kind != "text/css":
        return ""
    data = unquote_to_bytes(address[head.end() :])
    if "base64" in more:
        try:
            data = base64.b64decode(data + b"==")
        except (binascii.Error, ValueError):
            return ""
    return data.decode("utf-8", "replace")
