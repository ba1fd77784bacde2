"""A capture that is another document than its entry describes: told when it is captured, and by `check`."""

from hashlib import sha256
from pathlib import Path

import pytest
import yaml

from briefgen import rules
from briefgen.decode.spans import decode_facts, decode_spans, spans_text
from briefgen.model.document_facts import NO_FACTS, DocumentFacts
from briefgen.pipeline import compile_briefs
from tests.evidence.documents_project import capture
from tests.evidence.projects import brief, make_project

REPORT = "Harbour report\n\nThe harbour board closed the northern quay on 3 May 2024. Piles are corroded.\n"
SAID = DocumentFacts("Log “in”", ("Ann Lee", "李安"), "2024-05-03", "The Post", "en", "https://example.org/a")


def entry(title: str) -> str:
    return f"@report{{q, author={{{{Harbour Board}}}}, title={{{title}}}, date={{2024-05-03}}}}\n"


@pytest.mark.parametrize(
    ("title", "record", "told", "said"),
    [
        ("Closing of the southern quay: a fabricated title", {}, True, ""),
        ("Harbour report", {}, False, ""),
        ("[A report on southern quays and piles]", {}, False, "was not compared"),
        ("Closing of the southern quay", {"holds": "excerpt"}, False, "only an excerpt"),
        ("Harbour report", {"holds": "abstract"}, False, "only the abstract"),
        ("Closing of the southern quay", {"truncated": True}, False, "not the whole document"),
    ],
)
def test_check(title: str, record: dict[str, object], told: bool, said: str, tmp_path: Path) -> None:
    project = make_project(tmp_path, {"q": REPORT}, {"b": brief("It is closed [@q].", about="q")})
    (project / "sources/references.bib").write_text(entry(title), "utf-8")
    captures = project / "sources/captures.yml"
    listed = yaml.safe_load(captures.read_text("utf-8"))
    listed["q"] |= record
    captures.write_text(yaml.safe_dump(listed), "utf-8")
    made = compile_briefs(project)
    assert [one.rule for one in made.findings] == [rules.CAPTURE_OF_OTHER_WORK] * told
    assert told or said in "".join(one.text for one in made.value.pages if one.path == "sources/q.md")


@pytest.mark.parametrize(
    "line", ["By Ada Ek and Ben Oh, Eastport", "EASTPORT (AP)", "Eastport, 4 March", "News | Ports | Quays"]
)
def test_what_stands_around_a_title_is_none(line: str, tmp_path: Path) -> None:
    text = f"{line}\n\nThe board met again, and nothing else was decided.\n"
    project = make_project(tmp_path, {"q": text}, {"b": brief("It met [@q].")})
    bibliography = "@article{q, author={Ek, Ada}, title={Dockworkers fear the southern quay}, date={2021}}\n"
    (project / "sources/references.bib").write_text(bibliography, "utf-8")
    assert compile_briefs(project).findings == ()


def test_what_a_page_says_of_itself_is_kept_and_a_page_to_log_in_is_not_captured(tmp_path: Path) -> None:
    project = make_project(tmp_path, {}, {}, uncaptured=("q",))
    (project / "sources/captures.yml").unlink()
    (project / "sources/references.bib").write_text(entry("Closing of the southern quay"), "utf-8")
    page = "<html lang=en><title>{}</title><p>The board met again, and nothing else is known of it.</html>"
    refused = capture(project, "q", "q.html", page.format("Evaluating interfaces").encode())
    assert [one.rule for one in refused] == [rules.CAPTURE_OF_OTHER_WORK]
    assert not list((project / "seeds").iterdir())
    assert not capture(project, "q", "q.html", page.format("Closing of the southern quay").encode())
    (stored,) = (project / "seeds").glob("*.spans.json")
    assert decode_facts(stored.read_bytes()).title == "Closing of the southern quay"
    works = project / "sources/references.bib"
    works.write_text(entry("Evaluating interfaces in four settings"), "utf-8")
    assert rules.CAPTURE_OF_OTHER_WORK in [one.rule for one in compile_briefs(project).findings]


def test_what_is_kept_is_read_as_it_was() -> None:
    digest = sha256(b"x").hexdigest()
    data = spans_text((), digest, SAID).encode()
    assert decode_facts(data) == SAID
    assert decode_spans(data, digest, 1) == ()
    assert decode_facts(spans_text((), digest).encode()) == NO_FACTS
    assert decode_facts(data.replace(b'"title": "', b'"title": 5, "x": "')).title == ""
