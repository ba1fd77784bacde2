"""Front matter of other programs: told as a whole, with all that is to be changed in it."""

from collections.abc import Iterator, Sequence

from briefgen import rules
from briefgen.decode.nodes import Entry, Mapping, Scalar
from briefgen.decode.nodes import Sequence as ListOfNodes
from briefgen.diagnostics import Diagnostic
from briefgen.text import Span

_PROGRAMS = {
    "JOSS": "affiliations joss-authors orcid aas-doi aas-journal",
    "Manubot": "author-meta date-meta manubot",
    "MyST": "jupytext kernelspec myst html_meta numbering mystnb",
    "R Markdown": "output editor_options knit runtime",
    "Quarto": """format execute jupyter editor crossref number-sections filters engine abstract date-format
    execute-dir code-fold categories-sort toc-depth""",
    "Hugo": """draft weight categories slug layout lastmod summary featured_image image series menu type url
    showtoc""",
    "Jekyll": "permalink published excerpt redirect_from",
    "Obsidian": "cssclass cssclasses created modified publish tag alias",
    "Pandoc": """author bibliography csl subtitle keywords link-citations nocite header-includes toc
    documentclass geometry fontsize linestretch papersize lof lot""",
}
_TRUE = ("true", "yes", "on")
_NAMED = {key: program for program, keys in _PROGRAMS.items() for key in keys.split()}
_HERE = {
    "author": "`author`: write `authors: [name, name]`",
    "authors": "`authors`: write the names alone, `authors: [name, name]`",
    "affiliations": "`affiliations`: delete it",
    "bibliography": "`bibliography`: delete it, and put the file into sources/: every .bib there is read",
    "csl": "`csl`: delete it: the settings say how references look",
    "subtitle": "`subtitle`: put it into `title`, or into `description`",
    "abstract": "`abstract`: write `description`, one line, or a box `::: keypoints`",
    "summary": "`summary`: write `description`",
    "excerpt": "`excerpt`: write `description`",
    "keywords": "`keywords`: write `tags: [one, two]`",
    "categories": "`categories`: write `tags: [one, two]`",
    "tag": "`tag`: write `tags: [one, two]`",
    "alias": "`alias`: write `aliases: [earlier-address]`",
    "lastmod": "`lastmod`: write `updated`, as 2025-05-31",
    "modified": "`modified`: write `updated`, as 2025-05-31",
    "date-meta": "`date-meta`: write `date`, as 2025-05-31",
    "created": "`created`: write `date`, as 2025-05-31",
    "slug": "`slug`: the address is the file's name",
    "permalink": "`permalink`: the address is the file's name; `aliases` are earlier ones",
    "url": "`url`: the address is the file's name; `aliases` are earlier ones",
    "redirect_from": "`redirect_from`: write `aliases: [earlier-address]`",
}


def foreign_front(mapping: Mapping) -> tuple[str, Span, tuple[str, ...], frozenset[str]] | None:
    """Whose front matter this is, where that is seen first, what to change, and the keys that are told."""
    found = [entry for entry in mapping.entries if entry.key in _NAMED]
    people = [entry for entry in mapping.entries if entry.key == "authors" and _are_mappings(entry)]
    told = [*found, *people]
    if not found:
        return None
    programs = [_NAMED[entry.key] for entry in found]
    if people and any(entry.key == "affiliations" for entry in mapping.entries):
        programs.insert(0, "JOSS")
    best = next((one for one in _PROGRAMS if one in programs and one != "Pandoc"), "Pandoc")
    first = min(told, key=lambda entry: entry.key_span.start)
    return best, first.key_span, tuple(_changes(told)), frozenset(one.key for one in told)


def told_whole(mapping: Mapping, findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings of front matter, those of another program's as one."""
    foreign = foreign_front(mapping)
    if foreign is None:
        return tuple(findings)
    program, place, changes, keys = foreign
    lines = {entry.key_span.line: entry.key for entry in mapping.entries if entry.key in keys}
    own = [one for one in findings if not _is_of(one, mapping, keys)]
    strange = [one for one in own if one.rule is rules.YAML_UNKNOWN_KEY and one.hint is None]
    own = [one for one in own if one not in strange]
    if strange:
        changes = (*changes, f"delete {', '.join(f'`{one.span.text}`' for one in strange)}")
    others = tuple(
        f"line {one.span.line}: {one.message}{f' ({one.hint})' if one.hint else ''}" for one in own
    )
    named = ", ".join(f"`{key}`" for key in dict.fromkeys(lines.values()))
    return (
        Diagnostic(
            rules.FOREIGN_FRONT_MATTER,
            place,
            f"this front matter is of {program}: {named} mean nothing here",
            (*changes, *others),
            "make these changes, or begin with `briefgen new` and copy the text into it",
        ),
    )


def _is_of(finding: Diagnostic, mapping: Mapping, keys: frozenset[str]) -> bool:
    """Whether a finding is about one of the keys that are told already."""
    return any(
        entry.key in keys
        and entry.key_span.start <= finding.span.start <= max(entry.value.span.end, entry.key_span.end)
        for entry in mapping.entries
    )


def _changes(told: Sequence[Entry]) -> Iterator[str]:
    deleted = [f"`{entry.key}`" for entry in told if entry.key not in (*_HERE, "draft")]
    for entry in told:
        if entry.key == "draft":
            is_draft = isinstance(entry.value, Scalar) and entry.value.value.strip().lower() in _TRUE
            way = "write `status: draft`" if is_draft else "delete it"
            yield f"line {entry.key_span.line}: `draft`: {way}"
        elif entry.key in _HERE:
            yield f"line {entry.key_span.line}: {_HERE[entry.key]}"
    if deleted:
        yield f"delete {', '.join(dict.fromkeys(deleted))}"


def _are_mappings(entry: Entry) -> bool:
    return isinstance(entry.value, ListOfNodes) and any(
        isinstance(item, Mapping) for item in entry.value.items
    )
