"""The entries of the bibliography."""

from briefgen.rules.rule import BIBLIOGRAPHY, Example, File, Gone, Rule, Severity, body, works


def _cited(keys: str, text: str) -> Example:
    """Entries, and a brief that cites some of them."""
    said = " ".join(f"The river is old [@{key}]." for key in keys.split())
    return (works(text), body(f"{said}\n"))


BIBTEX_SYNTAX = Rule(
    code="BG210",
    name="bibtex-syntax",
    severity=Severity.ERROR,
    summary="an entry that is cited cannot be read",
    means="An entry that a brief cites is not written as BibTeX. Mostly a comma, a brace or a quotation mark is missing; all other entries are read.",
    why="Where a field ends can then only be guessed, and a reference made of guesses leads readers to no work.",
    flagged=_cited("rivers1931", "@misc{rivers1931,\n  title = {Rivers of the North}\n  date = {1931},\n}\n"),
    fixed=_cited("rivers1931", "@misc{rivers1931,\n  title = {Rivers of the North},\n  date = {1931},\n}\n"),
)

DUPLICATE_KEY = Rule(
    code="BG211",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="two works that differ have the same citation key, and it is cited",
    means="Two entries have the key of a work that a brief cites, and say different things. Only the first of them is read. Two that say the same are a `repeated-entry`.",
    why="A key names one work everywhere, in citations, among the captures and in the address of its page: what was meant for the second work would be shown as a reference to the first.",
    flagged=_cited(
        "minutes2025",
        "@report{minutes2025,\n  title = {Minutes of the Meeting of 5 May},\n  date = {2025-05-06},\n}\n",
    ),
    fixed=_cited(
        "minutes2025",
        "@report{minutes2025may,\n  title = {Minutes of the Meeting of 5 May},\n  date = {2025-05-06},\n}\n",
    ),
)

KEY_CASE = Rule(
    code="BG212",
    name="key-case",
    severity=Severity.ERROR,
    summary="two citation keys differ only in upper and lower case",
    means="Briefs cite two works whose keys differ only in upper and lower case.",
    why="The key is the file name and the address of the work’s page, and on many machines two names that differ only in case are one: one page would overwrite the other.",
    flagged=_cited(
        "minutes2025 Minutes2025",
        "@report{Minutes2025,\n  title = {Minutes of the Meeting of 5 May},\n  date = {2025-05-06},\n}\n",
    ),
    fixed=_cited(
        "minutes2025",
        "@report{minutes2025may,\n  title = {Minutes of the Meeting of 5 May},\n  date = {2025-05-06},\n}\n",
    ),
)

DUPLICATE_FIELD = Rule(
    code="BG213",
    name="duplicate-field",
    severity=Severity.ERROR,
    summary="an entry that is cited says the same field twice, and differently",
    means="An entry that a brief cites has a field twice of which one is printed, such as its title or its year, and the two differ, as mostly happens where two entries were merged.",
    why="Only one of the two can be printed, and which one is right the entry does not say.",
    flagged=_cited(
        "rivers1931", "@misc{rivers1931,\n  title = {Rivers},\n  title = {Rivers of the North},\n}\n"
    ),
    fixed=_cited("rivers1931", "@misc{rivers1931,\n  title = {Rivers of the North},\n}\n"),
)

UNDEFINED_STRING = Rule(
    code="BG214",
    name="undefined-string",
    severity=Severity.WARNING,
    summary="a bare word names no @string",
    means="A value with neither braces nor quotation marks is a bare word, which stands for the text of an `@string` further up, or in `strings.bib`; here there is none of that name, and the word itself is printed. Text is written in braces, and only numbers, the months `jan` to `dec` and the journals of BibTeX’s own styles may go without.",
    why="Readers would be shown the short form instead of the words it stands for.",
    flagged=(works("@article{ferry2025,\n  title = {No Ferry},\n  journaltitle = herald,\n}\n"),),
    fixed=(works("@article{ferry2025,\n  title = {No Ferry},\n  journaltitle = {The Example Herald},\n}\n"),),
)

BAD_DATE = Rule(
    code="BG215",
    name="bad-date",
    severity=Severity.WARNING,
    summary="a date of the bibliography is none, and is printed as it stands",
    means="A date is not in the calendar, or is not written as `2025`, `2025-06`, `2025-06-17`, two of them with a `/` between, or in words (`17 June 2025`, `17.6.2025`, `Spring 2025`, `350 BC`). `urldate`, `origdate`, `eventdate`, `year`, `month` and `day` are read as dates, too. What is no date is printed as it stands.",
    why="Readers look a work up by its date: they may search for an issue that never appeared.",
    flagged=(works("@misc{ferry2025,\n  title = {No Ferry},\n  date = {2025-04-31},\n}\n"),),
    fixed=(works("@misc{ferry2025,\n  title = {No Ferry},\n  date = {2025-04-30},\n}\n"),),
)

BROKEN_CROSSREF = Rule(
    code="BG216",
    name="broken-crossref",
    severity=Severity.WARNING,
    summary="a crossref or xdata field leads to no entry",
    means="`crossref` and `xdata` name the entry from which this one takes what it lacks. There is no entry with that key, or it has no such field.",
    why="What was to be taken, mostly the title of the book and its date, may be missing from the reference.",
    flagged=(works("@incollection{ferries1931,\n  title = {Ferries},\n  crossref = {rivers1931},\n}\n"),),
    fixed=(
        works(
            "@incollection{ferries1931,\n  title = {Ferries},\n  crossref = {rivers1931},\n}\n\n@collection{rivers1931,\n  title = {Rivers of the North},\n  date = {1931},\n}\n"
        ),
    ),
)

BAD_NAME = Rule(
    code="BG217",
    name="bad-name",
    severity=Severity.WARNING,
    summary="a person's name cannot be parted, and is printed as it stands",
    means="A name is written `Family, Given` or `Given Family`, several are joined by `and`, and the name of a body stands in braces of its own. Here several names are separated by commas or semicolons, or a body’s name holds some. Names that can be told apart are; any other is printed as it stands.",
    why="Which part is the family name can then only be guessed, and readers would look for an author who does not exist.",
    flagged=(
        works(
            "@misc{map1931,\n  author = {Office for Roads, Bridges, Ferries, Canals},\n  title = {Map of the Town},\n}\n"
        ),
    ),
    fixed=(
        works(
            "@misc{map1931,\n  author = {{Office for Roads, Bridges, Ferries, Canals}},\n  title = {Map of the Town},\n}\n"
        ),
    ),
)

UNKNOWN_LATEX = Rule(
    code="BG218",
    name="unknown-latex",
    severity=Severity.WARNING,
    summary="a LaTeX command has no plain text and is shown as written",
    means="A value holds a LaTeX command for which there is no plain text. Write the character or the words themselves.",
    why="Readers are shown the command as it is written, in the middle of a reference.",
    flagged=(works("@misc{ferry2025,\n  title = {A Bridge of \\SI{94}{\\metre}},\n}\n"),),
    fixed=(works("@misc{ferry2025,\n  title = {A Bridge of 94 metres},\n}\n"),),
)

UNKNOWN_LANGUAGE = Rule(
    code="BG219",
    name="unknown-language",
    severity=Severity.WARNING,
    summary="the language of a work is not one we know",
    means="`language` or `langid` names no language that is known. Known are the names in English, in German and in LaTeX, and tags of BCP 47 such as `pt-BR`.",
    why="A reference tells readers in which language a work is where that is not the language of the page, and here it cannot.",
    flagged=(works("@misc{ferry2025,\n  title = {No Ferry},\n  langid = {seaspeak},\n}\n"),),
    fixed=(works("@misc{ferry2025,\n  title = {No Ferry},\n  langid = {english},\n}\n"),),
)

BAD_ADDRESS = Rule(
    code="BG220",
    name="bad-address",
    severity=Severity.WARNING,
    summary="the url or doi of a work is none, and is not linked",
    means="`url` is no web address (`https://herald.example/ferry`, or the same without `https://`), or `doi` is no DOI, which begins with `10.` and has a `/` in it.",
    why="It is printed and not linked: readers cannot go and see for themselves.",
    flagged=(works("@misc{ferry2025,\n  title = {No Ferry},\n  url = {http//herald.example/ferry},\n}\n"),),
    fixed=(works("@misc{ferry2025,\n  title = {No Ferry},\n  url = {https://herald.example/ferry},\n}\n"),),
)

DATE_CONFLICT = Rule(
    code="BG221",
    name="date-conflict",
    severity=Severity.WARNING,
    summary="date and year (or month, day) of an entry differ",
    means="An entry says its date in `date` and once more in `year`, `month` and `day`, and the two differ. `date` is what is printed.",
    why="One of the two is wrong, and it may be the one that readers are shown.",
    flagged=(
        works("@misc{ferry2025,\n  title = {No Ferry},\n  date = {2025-05-03},\n  year = {2024},\n}\n"),
    ),
    fixed=(works("@misc{ferry2025,\n  title = {No Ferry},\n  date = {2025-05-03},\n}\n"),),
)

REPEATED_ENTRY = Rule(
    code="BG222",
    name="repeated-entry",
    severity=Severity.WARNING,
    summary="an entry stands in the bibliography more than once",
    means="Two entries have the same key and say the same, as happens where libraries are merged. The first of them is read.",
    why="A correction made in one of them would not reach the other, and readers may be shown what was wrong.",
    flagged=(
        works("@misc{rivers1931,\n  title = {Rivers},\n}\n\n@misc{rivers1931,\n  title = {Rivers},\n}\n"),
    ),
    fixed=(works("@misc{rivers1931,\n  title = {Rivers},\n}\n"),),
)

REPEATED_FIELD = Rule(
    code="BG223",
    name="repeated-field",
    severity=Severity.WARNING,
    summary="an entry has a field more than once, and all of it is kept",
    means="A field of which several texts can be kept, such as `keywords`, `annote` or `url`, stands in an entry more than once. The texts are joined.",
    why="Other programs keep one of them: who opens the file with those loses the rest.",
    flagged=(
        works("@misc{rivers1931,\n  title = {Rivers},\n  keywords = {sea},\n  keywords = {moon},\n}\n"),
    ),
    fixed=(works("@misc{rivers1931,\n  title = {Rivers},\n  keywords = {sea, moon},\n}\n"),),
)

BROKEN_UNCITED = Rule(
    code="BG224",
    name="broken-uncited",
    severity=Severity.WARNING,
    summary="an entry that nobody cites has an error",
    means="An entry has an error, mostly one of syntax, or has no key, and no brief cites it, nor any that takes fields from it.",
    why="Nothing that is published is wrong. It would be an error as soon as a brief cites the work.",
    flagged=(works("@misc{,\n  title = {Rivers of the North},\n}\n"),),
    fixed=(works("@misc{rivers1931,\n  title = {Rivers of the North},\n}\n"),),
)

INHERITS_FROM_ITSELF = Rule(
    code="BG225",
    name="inherits-from-itself",
    severity=Severity.ERROR,
    summary="a crossref or xdata field of a work that is cited leads in a circle, or goes too far",
    means="`crossref` and `xdata` name the entry from which this one takes what it lacks; that one takes from this one in turn. Or all entries together take more from others than any bibliography does.",
    why="What was to be taken is nowhere said, and would be missing from the reference.",
    flagged=_cited(
        "rivers1931",
        "@book{rivers1931,\n  title = {Rivers},\n  crossref = {north1931},\n}\n\n@mvbook{north1931,\n  title = {The North},\n  crossref = {rivers1931},\n}\n",
    ),
    fixed=_cited(
        "rivers1931",
        "@book{rivers1931,\n  title = {Rivers},\n  crossref = {north1931},\n}\n\n@mvbook{north1931,\n  title = {The North},\n}\n",
    ),
)

WORK_WITHDRAWN = Rule(
    code="BG226",
    name="work-withdrawn",
    severity=Severity.WARNING,
    summary="a brief cites a work that was retracted, corrected, superseded or is disputed",
    means="The bibliography says `status = {retracted}`, `corrected`, `superseded` or `disputed` of a work that a brief cites, or names in `superseded-by` the work that replaces it. It is said in every reference.",
    why="What the brief says may rest on something that its own authors no longer stand by. Look whether it still holds.",
    flagged=_cited(
        "rivers1931", "@misc{rivers1931,\n  title = {Rivers of the North},\n  status = {retracted},\n}\n"
    ),
    fixed=_cited("rivers1931", "@misc{rivers1931,\n  title = {Rivers of the North},\n}\n"),
)

NO_BIBLIOGRAPHY = Rule(
    code="BG227",
    name="no-bibliography",
    severity=Severity.ERROR,
    summary="briefs cite works, and there is no bibliography, or none in it",
    means="Briefs cite works, and `sources/references.bib` is not there, or holds no work. Any other file of works directly in `sources/` will do: `.bib`, CSL-JSON, CSL-YAML, RIS.",
    why="No citation can lead anywhere, so it is said once, and not of every citation.",
    flagged=(Gone(BIBLIOGRAPHY),),
    fixed=(works("@misc{rivers1931,\n  title = {Rivers of the North},\n}\n"),),
)

UNUSABLE_STYLE = Rule(
    code="BG228",
    name="unusable-style",
    severity=Severity.ERROR,
    summary="references cannot be printed in the style that the settings name",
    means="`references: style:` in `mkdocs.yml` names a style of CSL that there is not, or a file that is no style; or pandoc, which prints in such styles, is not installed, or too old.",
    why="All references would look otherwise than was asked for. Styles and pandoc come with `pip install briefgen[styles]`.",
    flagged=(
        File(
            "mkdocs.yml",
            "site_name: Example\nextra:\n  briefgen:\n    references:\n      style: chicago-nots\n",
        ),
    ),
    fixed=(
        File(
            "mkdocs.yml",
            "site_name: Example\nextra:\n  briefgen:\n    references:\n      style: chicago-notes-bibliography\n",
        ),
    ),
)
