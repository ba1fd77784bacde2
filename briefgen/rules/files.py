"""The files of a project, and whether they can be read."""

from briefgen.rules.rule import BRIEF, File, Gone, Link, Rule, Severity, body, front

_LIMITED = "site_name: The Example Desk\nextra:\n  briefgen:\n    limits:\n      capture: {}\n"

NO_BRIEFS = Rule(
    code="BG100",
    name="no-briefs",
    severity=Severity.ERROR,
    summary="sources/ holds no annotated source file",
    means="The folder `sources/` has no file that ends in `.md`, outside `sources/context/`.",
    why="A run that checks nothing would look like one in which nothing was wrong.",
    flagged=(Gone(BRIEF),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

NOT_UTF8 = Rule(
    code="BG101",
    name="not-utf8",
    severity=Severity.ERROR,
    summary="a text file holds bytes that are not UTF-8",
    means="A text holds bytes that are not UTF-8; mostly it was saved in an older encoding, such as Windows-1252.",
    why="Which letters such bytes stand for can only be guessed, and a quotation of guessed letters proves nothing.",
    flagged=(File(BRIEF, b"A sign at the bridge says \xe9t\xe9 [@herald2025bridge].\n", below=True),),
    fixed=(body("A sign at the bridge says été [@herald2025bridge].\n"),),
)

NUL_CHARACTER = Rule(
    code="BG102",
    name="nul-character",
    severity=Severity.ERROR,
    summary="a text file holds a NUL character",
    means="A text holds the character U+0000. Mostly the file was saved as UTF-16, or was cut off by a program "
    "that ended too soon.",
    why="NUL is no character of any text; browsers and editors drop it or end there, so that what you read is not "
    "what was checked.",
    flagged=(File(BRIEF, b"The bridge is\0closed [@herald2025bridge].\n", below=True),),
    fixed=(body("The bridge is closed [@herald2025bridge].\n"),),
)

OUTSIDE_PROJECT = Rule(
    code="BG103",
    name="outside-project",
    severity=Severity.ERROR,
    summary="a file or folder is a link that leads out of the project",
    means="A file or folder of `sources/`, `seeds/` or `docs/` is a symbolic link to a place outside the project's folder, or to a "
    "hidden one in it, as `.git`; or `mkdocs.yml` names a file or a folder outside the project for MkDocs to read. Nothing of it is read.",
    why="A project has to be whole wherever it is copied to, and nothing of your machine may end up on a page "
    "unseen.",
    flagged=(Link("sources/more", "../.."),),
    fixed=(File("sources/more/ferry.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
)

UNREADABLE_FILE = Rule(
    code="BG104",
    name="unreadable-file",
    severity=Severity.ERROR,
    summary="a file or folder cannot be read",
    means="A file or folder is there and cannot be read: you may not open it, it is a symbolic link to nothing, or it "
    "is no ordinary file.",
    why="What cannot be read is not checked, and leaving it out would change the site without a word.",
    flagged=(Link("sources/ferry.md", "drafts/ferry.md"),),
    fixed=(File("sources/ferry.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
)

UNREADABLE_NAME = Rule(
    code="BG105",
    name="unreadable-name",
    severity=Severity.ERROR,
    summary="the name of a file is not UTF-8",
    means="The name of a file holds bytes that are not UTF-8, as old archives and file systems leave them.",
    why="A name is the address of a page, and such a name has none. `captures.yml` cannot name such a file, either.",
    flagged=(
        File("sources/f\udce4hre.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),
    ),
    fixed=(File("sources/fähre.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
)

FILE_MISNAMED = Rule(
    code="BG106",
    name="file-misnamed",
    severity=Severity.ERROR,
    summary="a file that checks rest on has another name or place than it needs",
    means="`sources/references.bib`, `sources/captures.yml` or `mkdocs.yml` is not there, and another file is that was "
    "probably meant to be it. It is read in its place, so that the rest can be checked.",
    why="Without the list of captures no quotation is looked up: a misspelt name would switch off every check.",
    flagged=(Gone("mkdocs.yml"), File("mkdocs.yaml", "site_name: The Example Desk\n")),
    fixed=(File("mkdocs.yml", "site_name: The Example Desk\n"),),
)

FILE_PASSED_OVER = Rule(
    code="BG107",
    name="file-passed-over",
    severity=Severity.WARNING,
    summary="nothing reads a file of sources/",
    means="A file in `sources/` is none of those that briefgen reads. Mostly the ending of a brief's name is not `.md`.",
    why="A brief that is not read is not checked and not published, and nobody would notice. Name it as it has to be, "
    "or keep it elsewhere.",
    flagged=(
        File("sources/ferry.markdown", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),
    ),
    fixed=(File("sources/ferry.md", "---\ntitle: The ferry\ndate: 2025-05-11\n---\nThere is none.\n"),),
)

FILE_TOO_LARGE = Rule(
    code="BG108",
    name="file-too-large",
    severity=Severity.ERROR,
    summary="a file is larger than files of its use may be",
    means="A file has more bytes than the limit for its use, and is not read. The limits are far beyond what people write; `extra.briefgen.limits` in "
    "`mkdocs.yml` sets others: `text` (a brief, a page), `list` (the bibliography, the captures, the lock), `capture` (a file of `seeds/`) and "
    "`asset` (any other file of `docs/`), each with a size as `300 MB`.",
    why="A file that cannot be meant, or that has no end, would take all memory or fill the disk, and no message would say which file it was.",
    flagged=(
        File("mkdocs.yml", _LIMITED.format("1 KB")),
        File("seeds/annex.txt", "The bridge is closed. " * 50),
    ),
    fixed=(
        File("mkdocs.yml", _LIMITED.format("1 MB")),
        File("seeds/annex.txt", "The bridge is closed. " * 50),
    ),
)

NAME_TOO_LONG = Rule(
    code="BG109",
    name="name-too-long",
    severity=Severity.ERROR,
    summary="a key, a topic or the name of a file is too long for the name of a page",
    means="A key of the bibliography, a topic, or the name of a brief or of a page in `docs/` makes an address of more than 240 bytes. In addresses "
    "a letter beyond ASCII has two to four bytes, and a sign in a key three for each of its bytes.",
    why="A page is a file, and file systems have no names of more than 255 bytes: the build would end in its middle.",
    flagged=(front(f"title: The bridge\ndate: 2025-05-10\ntags: [{'bridges-and-' * 21}fords]\n"),),
    fixed=(front("title: The bridge\ndate: 2025-05-10\ntags: [bridges-and-fords]\n"),),
)
