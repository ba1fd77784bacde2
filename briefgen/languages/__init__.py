"""What the checks know of languages: one file of data a language, ``<tag>.toml``, and nothing elsewhere.

Binding, matching, excerpts and pages ask here. A new language is a new file; the test
`tests/languages/test_files.py` says what is wrong with one.

Many of the abbreviations are from the lists of sentencex (https://github.com/wikimedia/sentencex), whose
licence lies beside them.
"""

from briefgen.languages.language import Language
from briefgen.languages.read import (
    LANGUAGE_TAGS,
    all_languages,
    all_reference_words,
    any_language,
    language_of,
    primary_tag,
)
from briefgen.languages.references import ReferenceWords

__all__ = [
    "LANGUAGE_TAGS",
    "Language",
    "ReferenceWords",
    "all_languages",
    "all_reference_words",
    "any_language",
    "language_of",
    "primary_tag",
]
