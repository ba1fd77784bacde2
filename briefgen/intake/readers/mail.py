"""Mail (.eml): sender, receivers, date, subject, and the text; read by Python's own email package."""

import email
import platform
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email import errors, policy
from email.header import decode_header, make_header
from email.message import EmailMessage, Message

from briefgen import rules
from briefgen.intake.readers.charset import codec_of
from briefgen.intake.readers.document import Document, Reading, Unreadable
from briefgen.intake.readers.flowed import plain_body
from briefgen.intake.readers.html import page_libraries, text_of_html
from briefgen.intake.readers.limits import LONGEST_HEADER
from briefgen.model.readers import made_by
from briefgen.model.spans import TextSpan, moved

_HEADERS = ("From", "To", "Cc", "Date", "Subject")
_SECRET_TYPES = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_ONE_OF_ITS_PARTS = frozenset({"multipart/alternative", "multipart/related"})
_PGP = "-----BEGIN PGP MESSAGE-----"
_CUT_OFF = (
    errors.StartBoundaryNotFoundDefect,
    errors.CloseBoundaryNotFoundDefect,
    errors.InvalidBase64LengthDefect,
)
_AGAIN = "save the mail again; if there is no more of it, say so with `--truncated`"


def read_mail(document: Document) -> Reading:
    """The text of a mail, the plain one if there are two. Raises Unreadable, LibraryMissingError."""
    mail = email.message_from_bytes(document.data, policy=policy.default)
    if not any(name in mail for name in ("From", "Date", "Received")):
        raise Unreadable(
            rules.CAPTURE_DAMAGED, "is not a mail", ("expected its headers first: From, Date, Subject",)
        )
    if any(part.get_content_type() in _SECRET_TYPES for part in mail.walk()):
        raise Unreadable(rules.CAPTURE_ENCRYPTED, "is encrypted")
    bodies = list(_bodies(mail))
    text, spans = _contents(bodies)
    # Bodies are decoded when they are asked for, and only then say what is wrong with them.
    if not document.truncated and any(
        isinstance(defect, _CUT_OFF) for part in mail.walk() for defect in part.defects
    ):
        raise Unreadable(rules.CAPTURE_DAMAGED, "looks cut off", ("a part of the mail has no end",), _AGAIN)
    if _PGP in text:
        raise Unreadable(rules.CAPTURE_ENCRYPTED, "is encrypted (PGP)")
    if not text.strip():
        raise Unreadable(rules.CAPTURE_WITHOUT_TEXT, "holds no text", ("its body is empty, or not text",))
    headers = {name: _header(mail, name) for name in _HEADERS}
    head = "".join(f"{name}: {value}\n" for name, value in headers.items() if value)
    parts = [part for part in mail.iter_attachments() if part not in bodies]
    attached = [part.get_filename() or part.get_content_type() for part in parts]
    notes: tuple[str, ...] = (f"not read: what is attached ({', '.join(attached)})",) if attached else ()
    notes += _two_bodies(mail, bodies[0] if bodies else None)
    by = len(head) + 1 - (len(text) - len(text.lstrip()))
    end = by + len(text.rstrip())
    own = tuple(replace(one, end=min(one.end, end)) for one in moved(spans, by) if one.start < end)
    library = f"Python {platform.python_version()} email"
    extractor = made_by("eml", library)
    if any(body.get_content_type() == "text/html" for body in bodies):
        extractor = page_libraries("eml", library)
    return Reading(f"{head}\n{text.strip()}\n", extractor, notes, own)


def _bodies(part: Message) -> Iterator[EmailMessage]:
    """The parts of a mail that are its text: more than one where a picture, say, stands between them."""
    if not isinstance(part, EmailMessage) or part.is_attachment():
        return
    kind = part.get_content_type()
    if part.get_content_maintype() == "multipart" and kind not in _ONE_OF_ITS_PARTS:
        for inner in part.iter_parts():
            yield from _bodies(inner)
    else:
        body = part.get_body(("plain", "html"))
        if isinstance(body, EmailMessage) and not body.get_filename():
            yield body


def _contents(bodies: Iterable[Message]) -> tuple[str, tuple[TextSpan, ...]]:
    """The text of all parts, an empty line between them, and its spans."""
    text = ""
    spans: tuple[TextSpan, ...] = ()
    for body in bodies:
        own, its = _content(body)
        text = f"{text.rstrip()}\n\n" if text.strip() else ""
        spans += moved(its, len(text))
        text += own
    return text, spans


def _two_bodies(mail: EmailMessage, body: Message | None) -> tuple[str, ...]:
    """That a mail has its text twice: most programs show the other one."""
    other = mail.get_body(("html",))
    if body is None or other is None or body.get_content_type() != "text/plain":
        return ()
    return ("read: its plain text; that it also sends as HTML, which most programs show, may say more",)


def _header(mail: Message, name: str) -> str:
    """A header as a reader sees it, on one line; one beyond the grammar of mail, unparsed."""
    written = next((str(text) for known, text in mail.raw_items() if known.lower() == name.lower()), "")
    if len(written) <= LONGEST_HEADER:
        try:
            return " ".join(str(mail[name] or "").split())
        except (
            ArithmeticError,
            AttributeError,
            LookupError,
            RecursionError,
            TypeError,
            ValueError,
            errors.MessageError,
        ):
            pass  # what this grammar stumbles over, it says by any of these
    unfolded = " ".join(written.split())
    try:
        return " ".join(str(make_header(decode_header(unfolded))).split())
    except (LookupError, ValueError, errors.MessageError):
        return unfolded


def _content(body: Message) -> tuple[str, tuple[TextSpan, ...]]:
    charset = body.get_content_charset("utf-8")
    payload = body.get_payload(decode=True)
    try:
        text = payload.decode(codec_of(charset)) if isinstance(payload, bytes) else ""
    except (LookupError, UnicodeError) as error:
        what = f"declares the encoding {charset}, but is not written in it"
        raise Unreadable(rules.CAPTURE_ENCODING, what) from error
    if body.get_content_type() == "text/html":
        read = text_of_html(text)
        return read.text, read.spans
    flowed = str(body.get_param("format", "")).lower() == "flowed"
    without_space = str(body.get_param("delsp", "")).lower() == "yes"
    return plain_body(text.replace("\r\n", "\n").replace("\r", "\n"), flowed, without_space)
