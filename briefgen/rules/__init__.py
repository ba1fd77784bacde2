"""Everything briefgen can find wrong with an author's files: `rules.UNKNOWN_KEY`, and all of them as RULES.

A rule is declared in the file of its family, and nowhere else; `families` says which numbers are whose.
Codes are never reused, and no rule changes its code: one that would fit another family better stays where its
number is.
"""

from briefgen.rules.between import *
from briefgen.rules.bibliography import *
from briefgen.rules.boxes import *
from briefgen.rules.captures import *
from briefgen.rules.capturing import *
from briefgen.rules.citations import *
from briefgen.rules.coverage import *
from briefgen.rules.dialects import *
from briefgen.rules.files import *
from briefgen.rules.findings import *
from briefgen.rules.links import *
from briefgen.rules.lock import *
from briefgen.rules.markdown import *
from briefgen.rules.marks import *
from briefgen.rules.output import *
from briefgen.rules.quotations import *
from briefgen.rules.rule import Rule
from briefgen.rules.topics import *
from briefgen.rules.unchecked import *
from briefgen.rules.values import *
from briefgen.rules.within import *
from briefgen.rules.yaml import *

RULES: tuple[Rule, ...] = tuple(
    sorted((value for value in globals().values() if isinstance(value, Rule)), key=lambda rule: rule.code)
)
