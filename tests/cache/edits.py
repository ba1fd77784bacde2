"""Edits of all that a site is made from: what an author, a checkout or a crash may leave."""

import os
import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from briefgen.model.layout import project
from briefgen.write.starter import starter_files
from tests.cache.packed import packs_in
from tests.cache.test_last_run import said_by
from tests.rules.projects import lay_out
from tests.stamps.authority import authority

WORDS = "bridge council river order report engineer minister treaty worker border station decision".split()
QUOTED = ("the old bridge", "closes on Monday", "old bridge closes")
"""Words of the capture of the base."""

STYLE = """\
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><title>Small</title><id>https://example.org/small</id><updated>2025-01-01T00:00:00+00:00</updated></info>
  <citation><layout suffix="." delimiter="; "><text variable="title"/></layout></citation>
  <bibliography><layout suffix="."><text variable="title"/></layout></bibliography>
</style>
"""
BY_HAND = (
    "mkdocs.yml",
    "hook.py",
    "own.csl",
    "parts/part.md",
    "docs/index.md",
    "docs/visit.md",
    "docs/lists.md",
)
"""What an author wrote outside of the folders of sources and captures; some may not be there."""


def sentence(choose: Random) -> str:
    return " ".join(choose.choices(WORDS, k=6)).capitalize() + "."


# ----------------------------------------------------------------------------------- what is there at first


def text_of(choose: Random, others: Sequence[str]) -> str:
    """A brief that has something of everything that depends on something else."""
    parts = [
        sentence(choose),
        f"The Herald writes that “{choose.choice(QUOTED)}” [@herald2025bridge].",
        f"It says so [@minutes2025], [in another brief]({choose.choice(others)}.md). [water, p. 3]",
        f"::: {{.correction verdict={choose.choice(('false', 'misleading'))} #first}}\n"
        f"### {sentence(choose)}\n\n"
        "> the old bridge closes on Monday [@herald2025bridge]\n\n"
        f"{sentence(choose)} [@minutes2025].\n:::",
        "::: {.context include=river}\n:::",
        f"{sentence(choose)}[^one]\n\n[^one]: Words [@copy2025; @herald2025bridge].",
        "She said that “nobody was asked” [@minutes2025].\n\n<!-- allow quotation-not-checked: known -->",
        f"[{sentence(choose)}]{{.event date=19{choose.randint(10, 99)}}} [It opens]{{.event date=1911}}.",
    ]
    first = [f"::: keypoints\n- {sentence(choose)[:-1]} [@minutes2025].\n:::"] * choose.randint(0, 1)
    day = f"2025-0{choose.randint(1, 9)}-1{choose.randint(0, 9)}"
    front = [f"title: {sentence(choose)[:-1]}", f"date: {day}", f"lang: {choose.choice(('en', 'de'))}"]
    front += ["about: herald2025bridge"] * choose.randint(0, 1)
    front += [f"tags: [{choose.choice(WORDS)}]"]
    shown = first + choose.sample(parts, k=choose.randint(1, 4))
    return "\n".join(("---", *front, "---", "")) + "\n" + "\n\n".join(shown) + "\n"


def box(lang: str, choose: Random) -> str:
    cited = choose.choice(("[@minutes2025]", "“the old bridge” [@herald2025bridge]"))
    return f"---\ntitle: The river\nas_of: 2025-05-01\n---\n\n{sentence(choose)} So {lang}: {cited}.\n"


def lay_out_briefs(root: Path, choose: Random, count: int) -> None:
    """A project of so many briefs beside that of the base."""
    lay_out((), root)
    for lang in ("en", "de"):
        write(root, f"sources/context/river.{lang}.md", box(lang, choose))
    append(root, "sources/references.bib", "\n@misc{copy2025, title = {A Copy}, date = {2025-05-03}}\n")
    names = [f"b{number:02d}" for number in range(count)]
    for name in names:
        write(root, f"sources/{name}.md", text_of(choose, names))
    write(root, "docs/index.md", "# Home\n\n[All](briefs/index.md)\n")
    write(root, "mkdocs.yml", settings_of([]))


def write(root: Path, path: str, text: str) -> None:
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text, "utf-8")


def append(root: Path, path: str, text: str) -> None:
    write(root, path, (root / path).read_text("utf-8") + text if (root / path).exists() else text)


# ------------------------------------------------------------------------------------------------- briefs


def a_brief(root: Path, choose: Random) -> Path:
    return choose.choice(sorted((root / "sources").glob("b*.md")))


def names_of(root: Path) -> list[str]:
    return sorted(path.stem for path in (root / "sources").glob("b*.md"))


def changed(path: Path, pattern: str, new: str) -> None:
    path.write_text(re.sub(pattern, new, path.read_text("utf-8"), count=1), "utf-8")


def with_front(path: Path, key: str, lines: str) -> None:
    """Give a brief a key of front matter, or take it away."""
    text = path.read_text("utf-8")
    without = re.sub(rf"(?m)^{key}:.*\n( .*\n)*", "", text)
    path.write_text(without if without != text else text.replace("\nlang:", f"\n{lines}\nlang:", 1), "utf-8")


def a_text(root: Path, choose: Random) -> None:
    with a_brief(root, choose).open("a", encoding="utf-8") as file:
        file.write(f"\n{sentence(choose)}\n")


def a_whole_text(root: Path, choose: Random) -> None:
    a_brief(root, choose).write_text(text_of(choose, names_of(root)), "utf-8")


def a_title(root: Path, choose: Random) -> None:
    changed(a_brief(root, choose), "(?m)^title: .*", f"title: {sentence(choose)[:-1]}")


def a_topic(root: Path, choose: Random) -> None:
    changed(
        a_brief(root, choose), "(?m)^tags: .*", f"tags: [{choose.choice(WORDS)}, {choose.choice(WORDS)} b]"
    )


def a_day(root: Path, choose: Random) -> None:
    changed(a_brief(root, choose), "(?m)^date: .*", f"date: 2025-0{choose.randint(1, 9)}-11")


def a_draft(root: Path, choose: Random) -> None:
    with_front(a_brief(root, choose), "status", "status: " + choose.choice(("draft", "withdrawn")))


def an_erratum(root: Path, choose: Random) -> None:
    path = a_brief(root, choose)
    said = "errata:\n  - {date: 2025-10-01, kind: correction, was: A, now: B}"
    with_front(path, "errata", said)
    with_front(path, "updated", "updated: 2025-10-01")


def a_version(root: Path, choose: Random) -> None:
    with_front(a_brief(root, choose), "version", "version: 1.1")


def a_slip(root: Path, choose: Random) -> None:
    path = a_brief(root, choose)
    with_front(path, "minor", "minor: true")
    changed(path, r"\.\n", " there.\n")


def people(root: Path, choose: Random) -> None:
    key = choose.choice(("authors", "reviewers"))
    with_front(a_brief(root, choose), key, f"{key}: [{choose.choice(('A. Writer', 'B. Reader'))}]")


def a_reply(root: Path, choose: Random) -> None:
    said = "reply:\n  - {work: minutes2025, asked: 2025-04-01, answered: 2025-04-03, said: Nothing}"
    with_front(a_brief(root, choose), "reply", said)


def an_alias(root: Path, choose: Random) -> None:
    with_front(a_brief(root, choose), "aliases", f"aliases: [old-{choose.randrange(9)}]")


def a_summary(root: Path, choose: Random) -> None:
    with_front(a_brief(root, choose), "description", f"description: {sentence(choose)}")


def an_event(root: Path, choose: Random) -> None:
    with a_brief(root, choose).open("a", encoding="utf-8") as file:
        file.write(f"\n::: {{.event date=20{choose.randint(10, 25)}-05}}\n{sentence(choose)}\n:::\n")


def a_new_brief(root: Path, choose: Random) -> None:
    write(root, f"sources/b{choose.randrange(50, 60)}.md", text_of(choose, names_of(root)))


def another_name(root: Path, choose: Random) -> None:
    path = a_brief(root, choose)
    path.replace(root / f"sources/b{choose.randrange(60, 70)}.md")


def another_name_everywhere(root: Path, choose: Random) -> None:
    old = choose.choice(names_of(root))
    said_by("--root", root, "rename", old, f"b{choose.randrange(70, 80)}")


def one_less(root: Path, choose: Random) -> None:
    a_brief(root, choose).unlink()


def one_less_that_nobody_names(root: Path, choose: Random) -> None:
    path = a_brief(root, choose)
    path.unlink()
    for other in (root / "sources").glob("b*.md"):
        text = other.read_text("utf-8").replace(f"({path.name})", "(bridge.md)")
        other.write_text(text.replace(f"\ntranslation_of: {path.stem}\n", "\n"), "utf-8")


def a_translation(root: Path, choose: Random) -> None:
    first, second = choose.sample(sorted((root / "sources").glob("b*.md")), k=2)
    changed(first, "(?m)^lang: .*", "lang: en")
    changed(second, "(?m)^lang: .*", f"lang: de\ntranslation_of: {first.stem}")


def no_translation(root: Path, choose: Random) -> None:
    for path in sorted((root / "sources").glob("b*.md"), key=lambda _: choose.random()):
        if "translation_of" in path.read_text("utf-8"):
            changed(path, "translation_of: .*\n", "")
            return


def as_git_merges(root: Path, choose: Random) -> None:
    """Two briefs at once have the text of each other."""
    first, second = choose.sample(sorted((root / "sources").glob("b*.md")), k=2)
    texts = first.read_bytes(), second.read_bytes()
    second.write_bytes(texts[0])
    first.write_bytes(texts[1])


# ------------------------------------------------------------------------------------- works and captures


def a_work(root: Path, choose: Random) -> None:
    changed(root / "sources/references.bib", r"title = \{", f"title = {{{choose.choice(WORDS).capitalize()} ")


def a_note_on_a_work(root: Path, choose: Random) -> None:
    changed(root / "sources/references.bib", r"\n  date", f"\n  note = {{{sentence(choose)}}},\n  date")


def a_new_work(root: Path, choose: Random) -> None:
    """One that is named in brackets, which is an error from then on, or another."""
    key = choose.choice(("water", "wind"))
    append(root, "sources/references.bib", f"\n@misc{{{key}, title = {{{sentence(choose)}}}}}\n")


def a_work_gone(root: Path, _: Random) -> None:
    path = root / "sources/references.bib"
    text = path.read_text("utf-8")
    if "@misc{copy2025" in text:
        path.write_text(re.sub(r"@misc\{copy2025[^@]*", "", text), "utf-8")
    else:
        path.write_text(text + "\n@misc{copy2025, title = {Again}}\n", "utf-8")


def another_key(root: Path, _: Random) -> None:
    for path in [
        root / "sources/references.bib",
        *(root / "sources").rglob("*.md"),
        *(root / "docs").glob("*.md"),
    ]:
        if path.is_file():
            text = path.read_text("utf-8")
            new = "copy2026" if "copy2025" in text else "copy2025"
            path.write_text(re.sub(r"copy202\d", new, text), "utf-8")


def a_second_bibliography(root: Path, choose: Random) -> None:
    place = root / "sources/more.bib"
    if place.exists():
        place.unlink()
    else:
        write(root, "sources/more.bib", f"@misc{{more2025, title = {{{sentence(choose)}}}}}\n")


def a_record(root: Path, choose: Random) -> None:
    said = choose.choice(
        (f"captured: 2025-05-1{choose.randint(0, 9)}", "captured: 2025-05-02\n  publish: full")
    )
    changed(root / "sources/captures.yml", "(?m)^  captured: .*(\n  publish: full)?", f"  {said}")


def words_of_a_capture(root: Path, choose: Random) -> None:
    captures = root / "sources/captures.yml"
    path = root / _place_of_a_capture(captures)
    path.write_text(f"{path.read_text('utf-8')}{sentence(choose)}\n", "utf-8")
    changed(captures, "(?m)^  sha256: .*", f"  sha256: {sha256(path.read_bytes()).hexdigest()}")


def words_that_nobody_captured(root: Path, choose: Random) -> None:
    """The file is another one, and the list does not say so."""
    append(root, _place_of_a_capture(root / "sources/captures.yml"), f"{sentence(choose)}\n")


def another_place_of_a_capture(root: Path, _: Random) -> None:
    captures = root / "sources/captures.yml"
    old = _place_of_a_capture(captures)
    new = "seeds/herald-2.txt" if old == "seeds/herald.txt" else "seeds/herald.txt"
    (root / old).replace(root / new)
    changed(captures, "(?m)^  file: .*", f"  file: {new}")


def _place_of_a_capture(captures: Path) -> str:
    found = re.search("(?m)^  file: (.*)", captures.read_text("utf-8"))
    assert found
    return found[1]


def a_second_capture(root: Path, choose: Random) -> None:
    """Of the work that had none: words that were not checked are looked up, and not found."""
    text = f"{sentence(choose)} That nobody was asked is true.\n"
    write(root, "seeds/minutes.txt", text)
    captures = (root / "sources/captures.yml").read_text("utf-8").partition("minutes2025:")[0]
    said = f"minutes2025:\n  file: seeds/minutes.txt\n  sha256: {sha256(text.encode()).hexdigest()}\n"
    write(root, "sources/captures.yml", f"{captures}{said}  captured: 2025-05-05\n  language: en\n")


def no_second_capture(root: Path, _: Random) -> None:
    path = root / "sources/captures.yml"
    path.write_text(path.read_text("utf-8").partition("minutes2025:")[0], "utf-8")
    (root / "seeds/minutes.txt").unlink(missing_ok=True)


def why_none(root: Path, choose: Random) -> None:
    no_second_capture(root, choose)
    kind = choose.choice(("none", f"withheld\n  sha256: {'0' * 64}"))
    append(root, "sources/captures.yml", f"minutes2025:\n  capture: {kind}\n  why: It is on paper\n")


@cache
def stamped(document: bytes) -> bytes:
    """A time stamp of a document, by an authority that nobody trusts."""
    with TemporaryDirectory() as folder:
        return authority(Path(folder) / "town").stamp(document)


def a_stamp(root: Path, _: Random) -> None:
    captures = root / "sources/captures.yml"
    text = captures.read_text("utf-8")
    if "  stamp:" in text:
        changed(captures, "(?m)^  stamp: .*\n", "")
        return
    file = re.search("(?m)^  file: (.*)", text)
    assert file
    (root / "seeds/herald.tsr").write_bytes(stamped((root / file[1]).read_bytes()))
    changed(captures, "(?m)^  captured:", "  stamp: seeds/herald.tsr\n  captured:")


# ------------------------------------------------------------------------------------------ context boxes


def a_box(root: Path, choose: Random) -> None:
    lang = choose.choice(("en", "de"))
    write(root, f"sources/context/river.{lang}.md", box(lang, choose))


def a_box_less(root: Path, _: Random) -> None:
    (root / "sources/context/river.de.md").unlink(missing_ok=True)


def another_box(root: Path, choose: Random) -> None:
    write(root, "sources/context/town.en.md", box("en", choose))
    path = a_brief(root, choose)
    changed(path, "(?m)^lang: .*", "lang: en")
    changed(path, "include=river", "include=town")


# ----------------------------------------------------------------------------------- settings, pages by hand

_OURS = "  briefgen:\n"
SETTINGS: Sequence[str] = (
    "site_url: https://example.org/\n",
    "site_url: https://example.org/\n",
    "use_directory_urls: false\n",
    "draft_docs: |\n  visit.md\n",
    "exclude_docs: |\n  lists.md\n",
    "hooks: [hook.py]\n",
    "plugins: [search, tags]\n",
    f"{_OURS}    authors: [A. Writer, B. Reader]\n",
    f"{_OURS}    publisher: The Example Desk\n",
    f"{_OURS}    license: CC BY 4.0\n",
    f"{_OURS}    report_errors: desk@example.org\n",
    f"{_OURS}    about: {{text: We read., people: [{{name: A. Writer, role: writes}}]}}\n",
    f"{_OURS}    coverage: {{unquoted_captures: 0, excerpt_words: 3}}\n",
    f"{_OURS}    references: {{notes: true, ibid: true}}\n",
    f"{_OURS}    references: {{style: own.csl}}\n",
    f"{_OURS}    card: {{ink: '#123456'}}\n",
    f'{_OURS}    names: ["Example Town, Beispielstadt"]\n',
    f"{_OURS}    findings:\n      - {{rule: correction-untitled, severity: warning, reason: We know}}\n",
    f"{_OURS}    site_name: {{de: Das Beispiel}}\n",
)
"""What the settings may say beside the least; of a key that is said twice the first counts."""


def settings_of(said: Sequence[str], name: str = "The Example Desk", language: str = "en") -> str:
    """A mkdocs.yml with these."""
    least = starter_files()["mkdocs.yml"].decode()
    assert "site_url" not in re.sub("(?m)^ *#.*", "", least)
    extra: dict[str, str] = {}
    top: dict[str, str] = {"site_name": f"site_name: {name}\n"}
    for one in said:
        ours = one.removeprefix(_OURS)
        (top if ours == one else extra).setdefault(ours.strip().partition(":")[0], ours)
    kept = without_keys(least, {*top, "extra"}).replace("language: en", f"language: {language}")
    return kept + "".join(top.values()) + ("extra:\n" + _OURS + "".join(extra.values()) if extra else "")


def without_keys(settings: str, keys: set[str]) -> str:
    """Settings without some of their uppermost keys, and what stands below these."""
    blocks = re.split(r"(?m)^(?=[a-z_]+:)", settings)
    return "".join(block for block in blocks if block.partition(":")[0] not in keys)


def settings(root: Path, choose: Random) -> None:
    said = choose.sample(SETTINGS, k=choose.randint(0, 4))
    if any("own.csl" in one for one in said):
        write(root, "own.csl", STYLE)
    if any("hook.py" in one for one in said):
        a_hook(root, choose)
    language = choose.choice(("en", "en", "de"))
    write(root, "mkdocs.yml", settings_of(said, choose.choice(WORDS), language))


def a_style(root: Path, choose: Random) -> None:
    write(root, "own.csl", STYLE.replace('suffix="."', f'suffix="{choose.choice("!;.")}"'))
    write(root, "mkdocs.yml", settings_of([one for one in SETTINGS if "own.csl" in one]))


def a_hook(root: Path, choose: Random) -> None:
    word = choose.choice(WORDS)
    said = f"def on_page_content(html, **_):\n    return html + '<p>{word}</p>'\n"
    write(root, "hook.py", said)


def a_snippet(root: Path, choose: Random) -> None:
    """A page by hand that takes another file in, which the builder alone reads."""
    write(root, "parts/part.md", f"{sentence(choose)}\n")
    write(root, "docs/lists.md", '# Lists\n\n--8<-- "part.md"\n')
    said = settings_of([])
    new = "markdown_extensions:\n  - pymdownx.snippets: {base_path: parts}\n"
    write(root, "mkdocs.yml", said.replace("markdown_extensions:\n", new, 1))


def a_page(root: Path, choose: Random) -> None:
    """A page by hand that cites, or another text of it."""
    cited = choose.choice(("copy2025", "minutes2025"))
    write(
        root,
        "docs/visit.md",
        f"---\ntitle: {sentence(choose)[:-1]}\n---\n\n"
        f"The Herald: “{choose.choice(QUOTED)}” [@herald2025bridge], and @{cited}[^own].\n\n"
        f"!!! note\n\n    {sentence(choose)} [@{cited}]\n\n[^own]: {sentence(choose)}\n",
    )


def a_page_with_lists(root: Path, choose: Random) -> None:
    kind = choose.choice(("newest-briefs", "newest-corrections", "topics"))
    write(root, "docs/lists.md", f'# Lists\n\n<div data-briefgen="{kind}"></div>\n')


def a_home(root: Path, choose: Random) -> None:
    write(root, "docs/index.md", f"# Home\n\n{sentence(choose)}\n")


def no_page(root: Path, choose: Random) -> None:
    (root / choose.choice(("docs/index.md", "docs/visit.md", "docs/lists.md"))).unlink(missing_ok=True)


# ------------------------------------------------------------------------------ locks, times, our own folder


def locked(root: Path, _: Random) -> None:
    said_by("--root", root, "lock", "--date", "2025-11-11")


def lock_gone(root: Path, choose: Random) -> None:
    for name in choose.choice((("verified.lock", "published.lock"), ("verified.lock",), ("published.lock",))):
        (root / f"sources/{name}").unlink(missing_ok=True)


def a_line_of_a_lock(root: Path, choose: Random) -> None:
    """One is gone, or says what is not so."""
    for name in ("verified.lock", "published.lock"):
        place = root / f"sources/{name}"
        if place.is_file() and len(lines := place.read_text("utf-8").splitlines(True)) > 1:
            at = choose.randrange(1, len(lines))
            lines[at] = choose.choice(("", re.sub(r'"(work|title)": "', r'"\1": "x', lines[at])))
            place.write_text("".join(lines), "utf-8")


def times_back(root: Path, choose: Random) -> None:
    """As after a checkout: other words, and an older time."""
    path = a_brief(root, choose)
    a_text(root, choose)
    os.utime(path, (10**9, 10**9))


def the_same_time(root: Path, choose: Random) -> None:
    """Other words, and the size and time of before."""
    path = a_brief(root, choose)
    before = path.stat()
    path.write_text(path.read_text("utf-8").replace("council", "soldier"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def damaged(root: Path, choose: Random) -> None:
    """Of what is kept of briefs some is not as it was written, and a pack may be cut off or gone."""
    kept = packs_in(root / project.KEPT_BRIEFS)
    for path in choose.sample(kept, k=len(kept) // 3):
        path.write_bytes(path.read_bytes()[:-1]) if choose.random() < 0.5 else path.unlink()
    for path in packs_in(root / project.KEPT_BRIEFS):
        data = bytearray(path.read_bytes())
        for at in choose.sample(range(len(data) * 9 // 10), k=20):
            data[at] ^= 1
        path.write_bytes(data)


def in_docs(root: Path, choose: Random) -> None:
    """Somebody took away what was generated."""
    for path in sorted((root / "docs/briefs").glob("*.md")):
        if choose.random() < 0.2:
            path.unlink()


def nothing(_: Path, __: Random) -> None:
    pass


EDITS: Sequence[Callable[[Path, Random], object]] = (
    *(a_text, a_whole_text, a_title, a_topic, a_day, a_draft, an_erratum, a_version, a_slip, people, a_reply),
    *(an_alias, a_summary, an_event, a_new_brief, another_name, another_name_everywhere, one_less),
    *(one_less_that_nobody_names, a_translation, no_translation, as_git_merges),
    *(a_work, a_note_on_a_work, a_new_work, a_work_gone, another_key, a_second_bibliography),
    *(a_record, words_of_a_capture, words_that_nobody_captured, another_place_of_a_capture),
    *(a_second_capture, no_second_capture, why_none, a_stamp),
    *(a_box, a_box_less, another_box),
    *(
        settings,
        settings,
        settings,
        a_style,
        a_hook,
        a_snippet,
        a_page,
        a_page,
        a_page_with_lists,
        a_home,
        no_page,
    ),
    *(locked, locked, lock_gone, a_line_of_a_lock, times_back, the_same_time, damaged, in_docs, nothing),
)


_GENERATED = b"# Generated by briefgen"
"""What a page says of itself that stands where one by hand may stand, as the home page."""


def written(root: Path) -> Mapping[str, bytes]:
    """What an author wrote, by its path."""
    files = [path for folder in ("sources", "seeds") for path in (root / folder).rglob("*") if path.is_file()]
    files += [root / path for path in BY_HAND if (root / path).is_file()]
    texts = {str(path.relative_to(root)): path.read_bytes() for path in files}
    return {path: data for path, data in texts.items() if _GENERATED not in data}


def put_back(root: Path, before: Mapping[str, bytes]) -> None:
    """What an author wrote is that of before, as by a checkout."""
    for path in written(root):
        (root / path).unlink()
    for path, data in before.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)
