"""A new brief: a file of its own, and never over another."""

from pathlib import PurePath

from briefgen.authoring.skeleton import Examined, new_text, translated_text
from briefgen.decode.front_matter import split_front_matter
from briefgen.disk.writing import add_file, own_place
from briefgen.failure import CannotRunError
from briefgen.model.address import MOST_BYTES, slug_of_name
from briefgen.model.brief import Brief
from briefgen.model.layout import project
from briefgen.model.workspace import Workspace
from briefgen.pipeline import Run
from briefgen.suggest import suggest

_LONGEST = 60
"""Of a title in an address; what is longer ends with a word."""


def begin_brief(
    root: PurePath,
    title: str,
    day: str,
    *,
    about: str = "",
    translate: str = "",
    language: str = "",
    slug: str = "",
) -> str:
    """Write a draft of a title into ``sources/``, and return its path.

    `about` is the key of the work it examines, `translate` the slug of the brief it translates. Raises
    CannotRunError, ProjectError, OSError, and then nothing is written.
    """
    if not title.split():
        raise CannotRunError("a brief needs a title")
    run = Run(root)
    workspace = run.workspace
    slug = free_slug(workspace, slug or _short(slug_of_name(" ".join(title.split()))))
    if translate:
        text = _translated(workspace, translate, title, day, language)
    else:
        text = new_text(title, day, language or workspace.settings.language, _examined(run, about))
    path = f"{project.SOURCES}/{slug}.md"
    try:
        add_file(own_place(root, path), text.encode(), lasting=True)
    except FileExistsError:
        raise CannotRunError(f"{path} is there already, and is not overwritten") from None
    return path


def brief_called(workspace: Workspace, slug: str) -> Brief:
    """The brief of a slug; the name of its file is understood, too. Raises CannotRunError."""
    wanted = slug.rpartition("/")[2].removesuffix(".md")
    for brief in workspace.briefs:
        if brief.slug == wanted:
            return brief
    slugs = sorted(brief.slug for brief in workspace.briefs)
    near = suggest(wanted, slugs)
    advice = (
        f"did you mean `{near}`?" if near else f"there are {', '.join(slugs)}" if slugs else "there is none"
    )
    raise CannotRunError(f"there is no brief `{slug}`: {advice}")


def free_slug(workspace: Workspace, slug: str, *, but: Brief | None = None) -> str:
    """The slug, if it is one and no brief has it, other than one. Raises CannotRunError."""
    if not slug or slug != slug_of_name(slug) or len(slug.encode()) > MOST_BYTES:
        raise CannotRunError(f"`{slug}` can be no address: name another one with --slug")
    for brief in workspace.briefs:
        if brief is not but and slug in (brief.slug, *(alias.name for alias in brief.front.aliases)):
            raise CannotRunError(
                f"{brief.file.path} has the address `{slug}` already: name another one with --slug"
            )
    return slug


def _short(slug: str) -> str:
    return slug if len(slug) <= _LONGEST else slug[:_LONGEST].rpartition("-")[0] or slug[:_LONGEST]


def _examined(run: Run, key: str) -> Examined | None:
    """The work of a key with the text of its first capture. Raises CannotRunError without it."""
    if not key:
        return None
    works = run.workspace.works
    if key not in works:
        near = suggest(key, [work.key for work in works])
        advice = f"did you mean `{near}`?" if near else "write its entry there first"
        raise CannotRunError(f"there is no work `{key}` in {project.BIBLIOGRAPHY}: {advice}")
    captures = run.verified.captures.of(key)
    text, language = (captures[0].text, captures[0].language) if captures else ("", "")
    return Examined(works[key], text, language)


def _translated(workspace: Workspace, slug: str, title: str, day: str, language: str) -> str:
    original = brief_called(workspace, slug)
    if not language or language == original.front.lang:
        raise CannotRunError(
            f"`{original.slug}` is in {original.front.lang}: "
            "say with --lang into which language it is translated"
        )
    parts = split_front_matter(original.file, lambda _: None)
    if parts is None:
        raise CannotRunError(f"{original.file.path} has no front matter to go by")
    front, body = (original.file.text[span.start : span.end] for span in parts)
    return translated_text(front, body, slug=original.slug, title=title, day=day, language=language)
