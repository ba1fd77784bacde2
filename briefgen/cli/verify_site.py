"""`briefgen verify-site`."""

import argparse
import sys
from pathlib import PurePath

from briefgen.cli._arguments import Options
from briefgen.model.layout import site as at
from briefgen.terminal.speak import CLEAN, FINDINGS, say
from briefgen.terminal.visible import counted, visible

PLACE = 115
SUMMARY = "re-check a published site from its manifest alone"


class _Options(Options):
    site: str
    signers: PurePath | None
    identity: str
    own_network: bool


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the site, ``--signers``, ``--identity`` and ``--own-network``."""
    parser.add_argument("site", metavar="DIR|URL", help="the folder of a site, or its address")
    parser.add_argument(
        "--signers",
        type=PurePath,
        metavar="FILE",
        help="who may sign, as ssh-keygen has it: the signature is checked",
    )
    parser.add_argument("--identity", default="", metavar="NAME", help="whose signature it must be")
    parser.add_argument(
        "--own-network",
        action="store_true",
        help="let an address lead to this machine or its network",
    )


def run(options: _Options) -> int:
    """Say what is not as the manifest has it. Raises ProjectError, OSError."""
    from briefgen.disk.reading import DiskKind, look_at, read, real_place
    from briefgen.model.project import ProjectError
    from briefgen.site.manifest import verify
    from briefgen.site.pages import site_files
    from briefgen.site.signature import signature_fault

    if options.site.startswith(("http://", "https://")):
        from urllib.parse import quote

        from briefgen.intake.fetched_files import fetched_file

        base = options.site if options.site.endswith("/") else f"{options.site}/"

        def get(path: str) -> bytes | None:
            return fetched_file(f"{base}{quote(path)}", own_network=options.own_network)

        there: tuple[str, ...] = ()
        own = "" if options.own_network else ", or is of your own network: then say --own-network"
    else:
        own, real = "", real_place(PurePath(options.site))

        def get(path: str) -> bytes | None:
            seen = look_at(real / path, real)  # a link may lead to another file of the site, and no further
            return read(seen.real) if seen.kind is DiskKind.FILE else None

        there = site_files(real)
    manifest = get(at.MANIFEST)
    if manifest is None:
        raise ProjectError(f"{visible(options.site)} has no {at.MANIFEST}, which `briefgen build` makes{own}")
    faults = []
    if options.signers is not None:
        fault = signature_fault(get(at.SIGNATURE), manifest, options.signers, options.identity)
        faults += [fault] if fault else []
    try:
        faults += verify(manifest, get, there)
    except ValueError as error:
        raise ProjectError(f"{at.MANIFEST}: {error}") from None
    sys.stdout.writelines(f"{visible(fault)}\n" for fault in faults)
    say("text", f"{counted(len(faults), 'difference')}\n" if faults else "the site is as its manifest says\n")
    return FINDINGS if faults else CLEAN
