"""Time stamps beside captures."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.model.capture import Blob, Capture, CaptureRecord
from briefgen.model.layout import project
from briefgen.model.named import Reference
from briefgen.model.stamp import Signature, Stamp, StampState
from briefgen.stamps.archive import SIGNED, check_signature
from briefgen.stamps.token import (
    LibraryMissingError,
    RootUnusableError,
    StampRefusedError,
    check_stamp,
    read_root,
)
from briefgen.text import Span

_SEEDS = f"{project.SEEDS}/"
_ROOTS = "`extra: briefgen: trusted_roots`"


class StampsBeside:
    """The time stamps of captures, checked up to the roots that the settings name."""

    def __init__(self, files: Mapping[str, Blob], roots: Sequence[Reference], report: Report) -> None:
        self._files = files
        self._report = report
        self._roots = [data for one in roots if (data := self._root(one)) is not None]

    def on(self, capture: Capture) -> Capture:
        """A capture with what its stamp says, and who signed it."""
        stamp, signature = self._stamp(capture.record), self._signature(capture.record)
        return replace(capture, stamp=stamp, signature=signature) if stamp or signature else capture

    def _signature(self, record: CaptureRecord) -> Signature | None:
        """Who signed a packed web archive; None for any other, and where the signature proves nothing."""
        document = self._file(record.file) if record.file.lower().endswith(SIGNED) else None
        if document is None:
            return None
        try:
            return check_signature(document, self._roots)
        except LibraryMissingError:
            return Signature("", Stamp(StampState.UNCHECKED))
        except StampRefusedError as error:
            self._tell(
                record.file_span,
                f"the signature in {record.file} proves nothing about it: {error}",
                "get the archive again from whoever made it",
            )
            return None

    def _stamp(self, record: CaptureRecord) -> Stamp | None:
        """What the stamp of a capture says; None where it has none, or one that proves nothing."""
        if not record.stamp:
            return None
        place = record.stamp_span or record.file_span
        token = self._file(record.stamp)
        document = self._file(record.file)
        if token is None or document is None:
            self._tell(
                place,
                f"there is no file `{record.stamp}`",
                f"put the time stamp into {_SEEDS}, or take the key out",
            )
            return None
        try:
            stamp = check_stamp(token, document, self._roots)
        except LibraryMissingError as error:
            self._tell_untrusted(place, f"`{record.stamp}` was not checked: {error}", "")
            return Stamp(StampState.UNCHECKED)
        except StampRefusedError as error:
            self._tell(
                place,
                f"`{record.stamp}` proves nothing about {record.file}: {error}",
                f"take the key out, or have the file stamped anew: `briefgen timestamp {record.key}`",
            )
            return None
        if stamp.state is StampState.UNTRUSTED:
            self._tell_untrusted(
                place,
                f"the time stamp of {stamp.authority} leads to no root that this site trusts",
                f"if you trust its root, put the certificate into {_SEEDS} and name it under {_ROOTS}; "
                "readers are told that nobody here vouches for it",
            )
        return stamp

    def _root(self, named: Reference) -> bytes | None:
        data = self._file(named.name)
        why = f"there is no such file in {_SEEDS}"
        if data is not None:
            try:
                read_root(data)
            except LibraryMissingError:
                return None
            except RootUnusableError as error:
                why = str(error)
            else:
                return data
        hint = "name the file of one root certificate, as PEM or DER"
        self._report(Diagnostic(rules.TRUSTED_ROOT_UNUSABLE, named.span, f"`{named.name}`: {why}", hint=hint))
        return None

    def _file(self, path: str) -> bytes | None:
        blob = self._files.get(unicodedata.normalize("NFC", path))
        return blob.data if blob else None

    def _tell(self, place: Span, message: str, hint: str) -> None:
        self._report(Diagnostic(rules.STAMP_REFUSED, place, message, hint=hint))

    def _tell_untrusted(self, place: Span, message: str, hint: str) -> None:
        self._report(Diagnostic(rules.STAMP_UNTRUSTED, place, message, hint=hint))
