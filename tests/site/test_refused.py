"""What MkDocs refuses of the settings is said with its place; what would never end is not begun."""

import logging
import os
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from briefgen.site.own import SiteBuildError
from briefgen.site.programs import Ended, run_module
from briefgen.site.refused import refuse_endless, why_not_built
from briefgen.text import TextFile

HEAD = "site_name: Desk\n"


def said_by_mkdocs(root: Path, text: str) -> str:
    """What MkDocs says of settings, as its command prints it."""
    (root / "docs").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text(text)
    lines: list[str] = []
    handler = logging.Handler()
    vars(handler)["emit"] = lambda record: lines.append(f"{record.levelname:<7} -  {record.getMessage()}")
    log = logging.getLogger("mkdocs")
    log.addHandler(handler)
    try:
        load_config(str(root / "mkdocs.yml"))
    except (Abort, ConfigurationError) as error:
        lines.append(f"Error: {error}")
    finally:
        log.removeHandler(handler)
    return "\n".join((*lines, ""))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("docs_dir: docs\n", "1:1"),
        ("site_name: 1\n", "1:1"),
        (HEAD + "theme:\n  features: [a]\n  name: nothing\n", "4:9"),
        (HEAD + "theme:\n  name: material\n  custom_dir: nowhere\n", "2:1"),
        (HEAD + "plugins:\n- search\n- nothing\n", "4:3"),
        (HEAD + "plugins:\n- search:\n    lang: 3\n", "4:5"),
        (HEAD + "markdown_extensions:\n- toc:\n    nothing: 1\n", "3:3"),
        (HEAD + "markdown_extensions: [3]\n", "2:1"),
        (HEAD + "hooks: [nowhere.py]\n", "2:1"),
        (HEAD + "nav: x\n", "2:6"),
        (HEAD + "extra: !ENV {a: b}\n", "2:8"),
        (HEAD + "extra:\n  a: !!python/name:no.such.thing\n", "3:6"),
    ],
)
def test_what_is_refused_has_a_place(text: str, place: str, tmp_path: Path) -> None:
    said = said_by_mkdocs(tmp_path, text)
    told = why_not_built(TextFile("mkdocs.yml", text), tmp_path, Ended(False, last=said))
    assert told.startswith(f"mkdocs.yml:{place}: MkDocs "), said


def test_a_hook_that_raises_is_named(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "hook.py").write_text("\nraise ValueError('boom')\n")
    (tmp_path / "mkdocs.yml").write_text(f"{HEAD}hooks: [hook.py]\n")
    done = run_module("mkdocs", ["build"], tmp_path)
    told = why_not_built(TextFile("mkdocs.yml", ""), tmp_path, done)
    assert told == "hook.py:2: MkDocs could not build the site; it broke off with ValueError: boom"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("INHERIT: mkdocs.yml\n", "mkdocs.yml:1:10: these settings inherit from themselves"),
        ("INHERIT: a/b.yml\n", "a/b.yml:1:10: these settings inherit from themselves"),
        ("INHERIT: pipe.yml\n", "mkdocs.yml:1:10: this is no file"),
        ("INHERIT: a\n", "mkdocs.yml:1:10: this is no file"),
        ("INHERIT: [b.yml]\n", "mkdocs.yml:1:10: `INHERIT` is the path of one file"),
        ("INHERIT:\n", "mkdocs.yml:1:9: `INHERIT` is the path of one file"),
    ],
)
def test_settings_that_inherit_without_end_are_not_begun(text: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/b.yml").write_text("INHERIT: ../mkdocs.yml\n")
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.yml")
    (tmp_path / "mkdocs.yml").write_text(text)
    with pytest.raises(SiteBuildError) as told:
        refuse_endless(tmp_path.resolve(), TextFile("mkdocs.yml", text))
    assert str(told.value).startswith(place)
