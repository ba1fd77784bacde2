"""`reply` in front matter: whether those whose reports are examined were asked, and what they said."""

from briefgen.decode.days import day
from briefgen.decode.forms import line
from briefgen.decode.reader import MappingReader
from briefgen.model.brief import Reply


def decode_replies(front: MappingReader) -> tuple[Reply, ...]:
    """The items of `reply`."""
    return tuple(_decode_reply(reader) for reader in front.mappings("reply"))


def _decode_reply(reader: MappingReader) -> Reply:
    reply = Reply(
        work=reader.value("work", line, ""),
        asked=reader.value("asked", day, ""),
        answered=reader.value("answered", day, ""),
        said=reader.value("said", line, ""),
        why_not=reader.value("why_not", line, ""),
    )
    reader.finish()
    return reply
