"""Whether a manifest was signed by somebody who may: `ssh-keygen -Y verify` says so."""

from pathlib import PurePath

from briefgen.disk.reading import is_file
from briefgen.failure import CannotRunError
from briefgen.model.layout import site as at
from briefgen.site.programs import is_at_hand, run_with_input

_NAMESPACE = "briefgen"
_PROGRAM = "ssh-keygen"


def signature_fault(site: PurePath, manifest: bytes, signers: PurePath, identity: str) -> str:
    """What is wrong with the signature of a manifest; empty if nothing is. Raises CannotRunError, OSError."""
    place = site / at.SIGNATURE
    if not is_file(place):
        return f"missing: {at.SIGNATURE}, the signature of the manifest"
    if not is_at_hand(_PROGRAM):
        raise CannotRunError(f"there is no {_PROGRAM} here, which checks signatures")
    names = ["-f", str(signers), "-I", identity, "-n", _NAMESPACE, "-s", str(place)]
    if run_with_input([_PROGRAM, "-Y", "verify", *names], manifest):
        return ""
    return f"altered: {at.MANIFEST} is not what {identity or 'a signer'} signed"
