"""The entries of the bibliography."""

from briefgen.rules.rule import Rule, Severity, works

BIBTEX_SYNTAX = Rule(
    code="BG210",
    name="bibtex-syntax",
    severity=Severity.ERROR,
    summary="an entry of the bibliography cannot be read",
    means="An entry is not written as BibTeX. Mostly a comma, a brace or a quotation mark is missing; all other entries are read.",
    why="Where a field ends can then only be guessed, and a reference made of guesses leads readers to no work.",
    flagged=(works("@misc{rivers1931,\n  title = {Rivers of the North}\n  date = {1931},\n}\n"),),
    fixed=(works("@misc{rivers1931,\n  title = {Rivers of the North},\n  date = {1931},\n}\n"),),
)

DUPLICATE_KEY = Rule(
    code="BG211",
    name="duplicate-key",
    severity=Severity.ERROR,
    summary="two works have the same citation key",
    means="Two entries have the same key. Only the first of them is read.",
    why="A key names one work everywhere, in citations, among the captures and in the address of its page: what was meant for the second work would be shown as a reference to the first.",
    flagged=(
        works(
            "@report{minutes2025,\n  title = {Minutes of the Meeting of 5 May},\n  date = {2025-05-06},\n}\n"
        ),
    ),
    fixed=(
        works(
            "@report{minutes2025may,\n  title = {Minutes of the Meeting of 5 May},\n  date = {2025-05-06},\n}\n"
        ),
    ),
)

KEY_CASE = Rule(
    code="BG212",
    name="key-case",
    severity=Severity.ERROR,
    summary="two citation keys differ only in upper and lower case",
    means="The keys of two entries differ only in upper and lower case.",
    why="The key is the file name and the address of the work’s page, and on many machines two names that differ only in case are one: one page would overwrite the other.",
    flagged=(
        works(
            "@report{Minutes2025,\n  title = {Minutes of the Meeting of 5 May},\n  date = {2025-05-06},\n}\n"
        ),
    ),
    fixed=(
        works(
            "@report{minutes2025may,\n  title = {Minutes of the Meeting of 5 May},\n  date = {2025-05-06},\n}\n"
        ),
    ),
)

DUPLICATE_FIELD = Rule(
    code="BG213",
    name="duplicate-field",
    severity=Severity.ERROR,
    summary="an entry has the same field twice",
    means="An entry has the same field twice, as mostly happens where two entries were merged.",
    why="Only one of the two can be printed, and which one is right the entry does not say.",
    flagged=(works("@misc{rivers1931,\n  title = {Rivers},\n  title = {Rivers of the North},\n}\n"),),
    fixed=(works("@misc{rivers1931,\n  title = {Rivers of the North},\n}\n"),),
)

UNDEFINED_STRING = Rule(
    code="BG214",
    name="undefined-string",
    severity=Severity.ERROR,
    summary="a bare word names no @string",
    means="A value with neither braces nor quotation marks is a bare word, which stands for the text of an `@string` further up; here there is none of that name. Text is written in braces, and only numbers and the months `jan` to `dec` may go without.",
    why="Readers would be shown the short form instead of the words it stands for.",
    flagged=(works("@article{ferry2025,\n  title = {No Ferry},\n  journaltitle = herald,\n}\n"),),
    fixed=(works("@article{ferry2025,\n  title = {No Ferry},\n  journaltitle = {The Example Herald},\n}\n"),),
)

BAD_DATE = Rule(
    code="BG215",
    name="bad-date",
    severity=Severity.ERROR,
    summary="a date of the bibliography cannot be understood",
    means="A date is not in the calendar, or is not written as `2025`, `2025-06`, `2025-06-17` or two of them with a `/` between. `urldate`, `year`, `month` and `day` are read as dates, too.",
    why="The date is printed in the reference, and readers look a work up by it: they would search for an issue that never appeared.",
    flagged=(works("@misc{ferry2025,\n  title = {No Ferry},\n  date = {2025-04-31},\n}\n"),),
    fixed=(works("@misc{ferry2025,\n  title = {No Ferry},\n  date = {2025-04-30},\n}\n"),),
)

BROKEN_CROSSREF = Rule(
    code="BG216",
    name="broken-crossref",
    severity=Severity.ERROR,
    summary="a crossref or xdata field leads to no entry, or in a circle",
    means="`crossref` and `xdata` name the entry from which this one takes what it lacks. There is no entry with that key, or it takes from this one in turn.",
    why="What was to be taken, mostly the title of the book and its date, would be missing from the reference.",
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
    severity=Severity.ERROR,
    summary="a person's name cannot be understood",
    means="A name is written `Family, Given` or `Given Family`, several are joined by `and`, and the name of a body stands in braces of its own. Mostly several names are separated by commas, or a body’s name holds some.",
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
    flagged=(works("@misc{ferry2025,\n  title = {No Ferry},\n  langid = {engl.},\n}\n"),),
    fixed=(works("@misc{ferry2025,\n  title = {No Ferry},\n  langid = {english},\n}\n"),),
)

BAD_ADDRESS = Rule(
    code="BG220",
    name="bad-address",
    severity=Severity.WARNING,
    summary="the url or doi of a work is none, and is not linked",
    means="`url` is no whole web address, which begins with `https://` or `http://` and has no spaces, or `doi` is no DOI, which begins with `10.` and has a `/` in it.",
    why="It is printed and not linked: readers cannot go and see for themselves.",
    flagged=(works("@misc{ferry2025,\n  title = {No Ferry},\n  url = {herald.example/ferry},\n}\n"),),
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
