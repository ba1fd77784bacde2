"""The signature of a manifest: `ssh-keygen -Y` makes it, and says whether it is that of a signer."""

from pathlib import PurePath
from tempfile import TemporaryDirectory

from briefgen.disk.reading import is_file
from briefgen.disk.writing import remove_file, write_file
from briefgen.failure import CannotRunError
from briefgen.model.layout import site as at
from briefgen.site.own import SiteBuildError
from briefgen.site.programs import is_at_hand, run_with_input

_NAMESPACE = "briefgen"
_PROGRAM = "ssh-keygen"


def sign(site: PurePath, key: PurePath) -> None:
    """Put the signature of a site's manifest beside it.

    `key` is a private one, or a public one of which an agent has the other half. Raises SiteBuildError.
    """
    manifest = site / at.MANIFEST
    remove_file(site / at.SIGNATURE, if_there=True)
    if not is_file(manifest):
        return
    if not is_at_hand(_PROGRAM):
        raise SiteBuildError(f"`signing_key` is set, and there is no {_PROGRAM} here, which signs")
    if not is_file(key):
        raise SiteBuildError(f"`signing_key` is {key}, and there is no such file")
    names = ["-f", str(key), "-n", _NAMESPACE, str(manifest)]
    if not run_with_input([_PROGRAM, "-q", "-Y", "sign", *names], b""):
        raise SiteBuildError(f"{_PROGRAM} could not sign {at.MANIFEST} with {key}. No site is changed")


def signature_fault(signature: bytes | None, manifest: bytes, signers: PurePath, identity: str) -> str:
    """What is wrong with the signature of a manifest; empty if nothing is. Raises CannotRunError, OSError."""
    if signature is None:
        return f"missing: {at.SIGNATURE}, the signature of the manifest"
    if not is_at_hand(_PROGRAM):
        raise CannotRunError(f"there is no {_PROGRAM} here, which checks signatures")
    with TemporaryDirectory(prefix="briefgen-") as folder:
        place = PurePath(folder, at.SIGNATURE)
        write_file(place, signature)
        names = ["-f", str(signers), "-I", identity, "-n", _NAMESPACE, "-s", str(place)]
        if run_with_input([_PROGRAM, "-Y", "verify", *names], manifest):
            return ""
    return f"altered: {at.MANIFEST} is not what {identity or 'a signer'} signed"
