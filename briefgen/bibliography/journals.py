"""Journals as NASA's data system names them: the macros of AASTeX, and those of BibTeX's own styles."""

import re

from briefgen.bibliography.verbatim import unbraced

_ADS = r"""
aj The Astronomical Journal
actaa Acta Astronomica
araa Annual Review of Astronomy and Astrophysics
apj The Astrophysical Journal
apjl The Astrophysical Journal Letters
apjs The Astrophysical Journal Supplement Series
ao Applied Optics
apss Astrophysics and Space Science
aap Astronomy and Astrophysics
aapr The Astronomy and Astrophysics Review
aaps Astronomy and Astrophysics Supplement Series
azh Astronomicheskii Zhurnal
baas Bulletin of the American Astronomical Society
bac Bulletin of the Astronomical Institutes of Czechoslovakia
bain Bulletin of the Astronomical Institutes of the Netherlands
caa Chinese Astronomy and Astrophysics
cjaa Chinese Journal of Astronomy and Astrophysics
fcp Fundamentals of Cosmic Physics
gca Geochimica et Cosmochimica Acta
grl Geophysical Research Letters
iaucirc IAU Circulars
icarus Icarus
jcap Journal of Cosmology and Astroparticle Physics
jcp The Journal of Chemical Physics
jgr Journal of Geophysical Research
jqsrt Journal of Quantitative Spectroscopy and Radiative Transfer
jrasc Journal of the Royal Astronomical Society of Canada
memras Memoirs of the Royal Astronomical Society
memsai Memorie della Società Astronomica Italiana
mnras Monthly Notices of the Royal Astronomical Society
na New Astronomy
nar New Astronomy Reviews
nat Nature
nphysa Nuclear Physics A
pasa Publications of the Astronomical Society of Australia
pasj Publications of the Astronomical Society of Japan
pasp Publications of the Astronomical Society of the Pacific
physrep Physics Reports
physscr Physica Scripta
planss Planetary and Space Science
pra Physical Review A
prb Physical Review B
prc Physical Review C
prd Physical Review D
pre Physical Review E
prl Physical Review Letters
procspie Proceedings of SPIE
psj The Planetary Science Journal
qjras Quarterly Journal of the Royal Astronomical Society
rmxaa Revista Mexicana de Astronomía y Astrofísica
skytel Sky and Telescope
solphys Solar Physics
sovast Soviet Astronomy
ssr Space Science Reviews
zap Zeitschrift für Astrophysik
"""

_STYLES = r"""
acmcs ACM Computing Surveys
acta Acta Informatica
cacm Communications of the ACM
ibmjrd IBM Journal of Research and Development
ibmsj IBM Systems Journal
ieeese IEEE Transactions on Software Engineering
ieeetc IEEE Transactions on Computers
ieeetcad IEEE Transactions on Computer-Aided Design of Integrated Circuits
ipl Information Processing Letters
jacm Journal of the ACM
jcss Journal of Computer and System Sciences
scp Science of Computer Programming
sicomp SIAM Journal on Computing
tocs ACM Transactions on Computer Systems
tods ACM Transactions on Database Systems
tog ACM Transactions on Graphics
toms ACM Transactions on Mathematical Software
toois ACM Transactions on Office Information Systems
toplas ACM Transactions on Programming Languages and Systems
tcs Theoretical Computer Science
"""


def _table(lines: str) -> dict[str, str]:
    pairs = (line.partition(" ") for line in lines.strip().splitlines())
    return {name: title for name, _, title in pairs}


MACROS = _table(_ADS) | {
    "apjlett": "The Astrophysical Journal Letters",
    "apjsupp": "The Astrophysical Journal Supplement Series",
    "astap": "Astronomy and Astrophysics",
    "applopt": "Applied Optics",
}
r"""Titles by the commands that stand for them in a journal's field: ``\apj``."""

STYLE_STRINGS = _table(_STYLES)
"""Titles by the @strings that BibTeX's own styles define."""


_MACRO = re.compile(r"\{?\\(?P<name>[A-Za-z]+)\}?(?:\{\}|\\)?(?P<rest>(?:\s[^\\{}]*)?)")


def journal_of(value: str) -> str:
    r"""What a command stands for, and the words behind it: ``{\apj}``, ``\nat{} Supp.``; or nothing."""
    found = _MACRO.fullmatch(unbraced(value))
    title = MACROS.get(found["name"], "") if found else ""
    return f"{title} {found['rest'].strip()}".strip() if found and title else ""
