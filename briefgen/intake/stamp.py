"""A time stamp for a capture: checked, put beside it, and named in its entry."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import PurePath

from briefgen.decode.captures import decode_captures
from briefgen.decode.new_stamp import add_stamp
from briefgen.decode.settings import decode_settings
from briefgen.disk.writing import locked
from briefgen.intake.beside import place_beside
from briefgen.intake.capture import is_in_the_way
from briefgen.load import load_files
from briefgen.load.texts import BOM
from briefgen.model.capture import CaptureList, CaptureRecord
from briefgen.model.layout import project
from briefgen.model.project import ProjectError, ProjectFiles
from briefgen.model.stamp import Stamp
from briefgen.stamps.archive import SIGNED, check_signature
from briefgen.stamps.token import LibraryMissingError, RootUnusableError, StampRefusedError, check_stamp
from briefgen.write.captures import read_list, remove_leftovers, write_capture

ENDING = ".tsr"


@dataclass(frozen=True, slots=True)
class Stamped:
    """Where a time stamp lies now, of which file it is, and what it says."""

    path: str
    file: str
    stamp: Stamp


def document_of(root: PurePath, key: str) -> bytes:
    """The file of a work's newest capture, which is to be stamped. Raises ProjectError."""
    files, record = _newest(root, key)
    return _bytes_of(files, record)


def refuse_false(root: PurePath, token: bytes | None, document: bytes, ending: str) -> None:
    """Raise ProjectError where a time stamp, or the signature in an archive, proves nothing of a document."""
    files = load_files(root).value
    if token is not None:
        _judged(files, token, document)
    if f".{ending}" == SIGNED:
        try:
            check_signature(document, _roots(files))
        except StampRefusedError as error:
            raise ProjectError(f"the signature in it proves nothing: {error}; nothing was stored") from error
        except (LibraryMissingError, RootUnusableError):
            return  # `check` says so


def keep_stamp(root: PurePath, key: str, token: bytes) -> Stamped:
    """Put a time stamp beside a work's newest capture, if it is one of that. Raises ProjectError, OSError."""
    with locked(root, "capture"):
        remove_leftovers(root)
        files, record = _newest(root, key)
        stamp = _judged(files, token, _bytes_of(files, record))
        # One that a killed run left is used, or lies there beside this one: it is named nowhere.
        path, is_there = place_beside(record.file, ENDING, sha256(token).hexdigest(), files.blobs)
        before = read_list(root) or b""
        mark = BOM if before.startswith(BOM) else b""
        after = add_stamp(before.removeprefix(BOM).decode("utf-8"), record, path)
        if after is None:
            raise ProjectError(
                f"{project.CAPTURES} is written in a way that only a person can add to; nothing was stored. "
                f"Put the stamp into {project.SEEDS}/ and write `stamp: {path}` into the entry"
            )
        write_capture(root, {} if is_there else {path: token}, before, mark + after.encode())
        return Stamped(path, record.file, stamp)


def _newest(root: PurePath, key: str) -> tuple[ProjectFiles, CaptureRecord]:
    loaded = load_files(root)
    files, findings = loaded.value, list(loaded.findings)
    listed = decode_captures(files.captures, findings.append) if files.captures else CaptureList()
    for finding in findings:
        if is_in_the_way(finding, files):
            raise ProjectError(f"{project.CAPTURES} has errors: mend what `briefgen check` says of it first")
    own = [one for one in listed.records if one.key == key]
    if not own:
        raise ProjectError(f"there is no capture of `{key}` in {project.CAPTURES}")
    if own[-1].stamp:
        raise ProjectError(f"{own[-1].file} has a time stamp already: {own[-1].stamp}")
    return files, own[-1]


def _bytes_of(files: ProjectFiles, record: CaptureRecord) -> bytes:
    blob = next((one for one in files.blobs if one.path == record.file), None)
    if blob is None or blob.sha256 != record.sha256:
        raise ProjectError(f"{record.file} is not the file that its hash in {project.CAPTURES} was taken of")
    return blob.data


def _roots(files: ProjectFiles) -> list[bytes]:
    named = {one.name for one in decode_settings(files.settings, lambda _: None).trusted_roots}
    return [blob.data for blob in files.blobs if blob.path in named]


def _judged(files: ProjectFiles, token: bytes, document: bytes) -> Stamp:
    try:
        return check_stamp(token, document, _roots(files))
    except StampRefusedError as error:
        raise ProjectError(f"this time stamp proves nothing: {error}; nothing was stored") from error
    except (LibraryMissingError, RootUnusableError) as error:
        raise ProjectError(f"{error}; nothing was stored") from error
