"""Building the site: MkDocs, started as a program, makes a new site beside the old one, and the two are
swapped when it is whole."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from briefgen.decode import lacking_settings
from briefgen.failure import CannotRunError
from briefgen.site import offline_page
from briefgen.site.pages import change_pages, site_files
from briefgen.text import TextFile
from briefgen.write import OWN_FOLDER, locked, remove_emptied_folders

STANDARD_ERROR = 2
"""MkDocs speaks there, all of it: standard output is for our own result."""

SITE, OFFLINE_SITE = "site", "site-offline"

SITE_SIGNS = ("index.html", "404.html", "sitemap.xml")
"""What a built site holds: a folder with none of these is not taken for one."""

_ONLY_SERVED = ("404.html", "search/search_index.json", "sitemap.xml", "sitemap.xml.gz")
"""Files that only a server sends, or that a browser refuses to read from a disk."""

_MANUAL = "docs/manual/setup.md of briefgen has a whole one to start from"


class SiteBuildError(CannotRunError):
    """The site could not be built; the message says why, in words. An earlier site is as it was."""


def build_site(
    root: Path,
    newest: str,
    *,
    strict: bool,
    offline: bool = False,
    finish: Callable[[Path], None] | None = None,
) -> Path:
    """Build ``site/`` from ``docs/`` and ``mkdocs.yml``; offline ``site-offline/``, to be opened from a disk.

    `newest` is the ISO 8601 day that the site says it was built on (empty: 1970-01-01), so that building it
    again on another day makes the same site. `finish` is called with the folder of the new site before it is
    put in place. Returns the folder of the site. Raises SiteBuildError, and then an earlier site is as it
    was; ProjectError and OSError as `locked` does; and what `finish` does.
    """
    check_settings(root)
    root = root.resolve()
    site, own = root / (OFFLINE_SITE if offline else SITE), root / OWN_FOLDER
    new, old = own / f"{site.name}-new", own / f"{site.name}-old"
    if not _may_be_replaced(site):
        raise SiteBuildError(f"{site} is something else than a built site: move it away first")
    with locked(root, "build"):
        if old.exists() and not site.exists():  # an earlier run was killed between the two renames
            old.rename(site)
        for leftover in (new, old):
            if leftover.exists():
                shutil.rmtree(leftover)
        _run_mkdocs(root, new, newest, [*["--strict"] * strict, *["--no-directory-urls"] * offline])
        if offline:
            _make_offline(new)
        if finish is not None:
            finish(new)
        _swap(site, new, old)
    return site


def check_settings(root: Path) -> None:
    """Raise SiteBuildError when mkdocs.yml is not there, or would have MkDocs show our output as raw text."""
    path = root.resolve() / "mkdocs.yml"
    if not path.is_file():
        raise SiteBuildError(f"{path.parent} has no mkdocs.yml, the settings of the site: {_MANUAL}")
    text = path.read_text(encoding="utf-8", errors="replace")
    lacking = lacking_settings(TextFile("mkdocs.yml", text.replace("\r\n", "\n")))
    if lacking:
        raise SiteBuildError(f"mkdocs.yml lacks {'; '.join(lacking)}: {_MANUAL}")


def _may_be_replaced(site: Path) -> bool:
    if site.is_symlink() or (site.exists() and not site.is_dir()):
        return False
    return not site.exists() or not any(site.iterdir()) or any((site / sign).exists() for sign in SITE_SIGNS)


def _run_mkdocs(root: Path, new: Path, newest: str, options: list[str]) -> None:
    # -P: a module that happens to lie in the project's folder must not be imported in place of a real one.
    command = [sys.executable, "-P", "-m", "mkdocs", "build", "--site-dir", str(new)]
    command += ["--config-file", str(root / "mkdocs.yml"), *options]
    done = subprocess.run(command, cwd=root, env=_environment(newest), stdout=STANDARD_ERROR, check=False)
    if done.returncode != 0:
        raise SiteBuildError("MkDocs could not build the site; what it said is above. No site is changed")


def _make_offline(site: Path) -> None:
    for name in _ONLY_SERVED:
        (site / name).unlink(missing_ok=True)
    remove_emptied_folders(site, _ONLY_SERVED)
    files = frozenset(site_files(site))
    change_pages(site, lambda path, page: offline_page(page, path, files))


def _environment(newest: str) -> dict[str, str]:
    """Ours, with everything set that would make one site differ from the next."""
    day = datetime.fromisoformat(newest or "1970-01-01").replace(tzinfo=UTC)
    return os.environ | {
        "LC_ALL": "C.UTF-8",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONUTF8": "1",
        "SOURCE_DATE_EPOCH": str(max(0, int(day.timestamp()))),
        "TZ": "UTC",
    }


def _swap(site: Path, new: Path, old: Path) -> None:
    if site.exists():
        site.rename(old)
    try:
        new.rename(site)
    except OSError:
        if old.exists():
            old.rename(site)
        raise
    shutil.rmtree(old, ignore_errors=True)  # the new site stands; what stays behind goes next time
