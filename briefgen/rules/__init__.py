"""Everything briefgen can find wrong with an author's files: `rules.UNKNOWN_KEY`, and all of them as RULES.

A rule is declared in the file of its family; one that a single check asks for may stand beside that instead
(`parse.checks`; all of both are in `rulebook`). `families` says which numbers are whose.
Codes are never reused, and no rule changes its code: one that would fit another family better stays where its
number is.
"""

import copyreg
import pickle
from typing import Any

from briefgen.rules.beside import *
from briefgen.rules.between import *
from briefgen.rules.bibliography import *
from briefgen.rules.boxes import *
from briefgen.rules.captures import *
from briefgen.rules.capturing import *
from briefgen.rules.changed import *
from briefgen.rules.characters import *
from briefgen.rules.citations import *
from briefgen.rules.claims import *
from briefgen.rules.coverage import *
from briefgen.rules.dialects import *
from briefgen.rules.events import *
from briefgen.rules.exceptions import *
from briefgen.rules.files import *
from briefgen.rules.findings import *
from briefgen.rules.foreign import *
from briefgen.rules.formulas import *
from briefgen.rules.links import *
from briefgen.rules.lock import *
from briefgen.rules.markdown import *
from briefgen.rules.marks import *
from briefgen.rules.output import *
from briefgen.rules.published import *
from briefgen.rules.quotations import *
from briefgen.rules.rule import Rule
from briefgen.rules.stamps import *
from briefgen.rules.topics import *
from briefgen.rules.unchecked import *
from briefgen.rules.values import *
from briefgen.rules.within import *
from briefgen.rules.yaml import *

RULES: tuple[Rule, ...] = tuple(
    sorted((value for value in globals().values() if isinstance(value, Rule)), key=lambda rule: rule.code)
)

_BY_CODE = {rule.code: rule for rule in RULES}


def by_code(code: str) -> Rule:
    """The rule of a code: what a rule is pickled as."""
    return _BY_CODE[code]


def _pickled(rule: Rule) -> tuple[Any, ...] | str:
    """By its code; one that a check brings along is none of these, and goes whole."""
    if _BY_CODE.get(rule.code) is rule:
        return by_code, (rule.code,)
    return rule.__reduce_ex__(pickle.HIGHEST_PROTOCOL)


# A finding carries its rule between processes and runs, and not the page of the manual that the rule holds, too.
copyreg.pickle(Rule, _pickled)
