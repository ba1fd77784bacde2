"""What LaTeX commands mean in plain Unicode, as tables; `latex` reads by them."""

import unicodedata


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "h": "\u0309",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "d": "\u0323",
    "c": "\u0327",
    "k": "\u0328",
    "b": "\u0331",
    "t": "\u0361",
}
"""Commands that put an accent on their argument, with the combining character."""

_GREEK = """
    alpha beta gamma delta epsilon zeta eta theta iota kappa lamda mu nu xi omicron pi rho sigma tau upsilon
    phi chi psi omega
"""


def _greek() -> dict[str, str]:
    small = {name: unicodedata.lookup(f"GREEK SMALL LETTER {name}") for name in _GREEK.split()}
    large = {name.capitalize(): unicodedata.lookup(f"GREEK CAPITAL LETTER {name}") for name in _GREEK.split()}
    # Unicode and LaTeX spell one letter differently
    return small | large | {"lambda": small["lamda"], "Lambda": large["Lamda"]}


_WORDS = """
    i ı  j ȷ  l ł  L Ł  o ø  O Ø  ss ß  SS ẞ  ae æ  AE Æ  oe œ  OE Œ  aa å  AA Å  dh ð  DH Ð  dj đ  DJ Đ
    th þ  TH Þ  ng ŋ  NG Ŋ  TeX TeX  LaTeX LaTeX  BibTeX BibTeX  XeTeX XeTeX
    textendash –  textemdash —  textquoteleft ‘  textquoteright ’  textquotedblleft “  textquotedblright ”
    textquotesingle '  textquotedbl "  quotedblbase „  quotesinglbase ‚  glqq „  grqq “  glq ‚  grq ‘  flqq «
    frqq »  flq ‹  frq ›  lq ‘  rq ’  guillemotleft «  guillemotright »  guillemetleft «  guillemetright »
    guilsinglleft ‹  guilsinglright ›  textellipsis …  dots …  ldots …  cdots ⋯  S §  P ¶  textsection §
    textparagraph ¶  dag †  ddag ‡  copyright ©  textcopyright ©  textregistered ®  texttrademark ™  pounds £
    textsterling £  euro €  texteuro €  EUR €  textyen ¥  textcent ¢  textdegree °  degree °  textnumero №
    textbullet •  textperiodcentered ·  textasciitilde ~  textasciigrave `  textasciicircum ^
    textbackslash \\  textbar |
    textless <  textgreater >  textunderscore _  textdollar $  textbraceleft {  textbraceright }  lbrace {
    rbrace }  textexclamdown ¡  textquestiondown ¿  textonehalf ½  textordfeminine ª  textordmasculine º
    slash /  times ×  texttimes ×  pm ±  cdot ·  leq ≤  le ≤  geq ≥  ge ≥  neq ≠  ne ≠  approx ≈  sim ∼
    equiv ≡  infty ∞  to →  rightarrow →  leftarrow ←  leftrightarrow ↔  circ ∘  prime ′  ell ℓ  sum ∑
    partial ∂  sqrt √  in ∈  ast ∗  varepsilon ε  varphi φ  vartheta ϑ  odot ⊙  oplus ⊕  otimes ⊗  ll ≪  gg ≫
    lesssim ≲  gtrsim ≳  propto ∝  simeq ≃  cong ≅  mp ∓  div ÷  nabla ∇  int ∫  prod ∏  subset ⊂  subseteq ⊆
    cup ∪  cap ∩  notin ∉  forall ∀  exists ∃  emptyset ∅  varnothing ∅  hbar ℏ  Re ℜ  Im ℑ  aleph ℵ  star ⋆
    dagger †  ddagger ‡  langle ⟨  rangle ⟩  Rightarrow ⇒  Leftrightarrow ⇔  mapsto ↦  perp ⊥  parallel ∥
    bullet •  deg °  arcsec ″  arcmin ′  textmu µ  micro µ  textalpha α  textbeta β  textgamma γ  textdelta δ
    textlambda λ  textpi π  textsigma σ  textomega ω  textTheta Θ  textOmega Ω  textrightarrow →
    adddot .  addcomma ,  addcolon :  addsemicolon ;  textprime ′  textminus −  textpm ±  texttwosuperior ²
    textthreesuperior ³  textonesuperior ¹
"""
_PAIRS = _WORDS.split()

SYMBOLS = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True)) | _greek()
"""Commands that stand for text of their own."""

SPACES = frozenset(
    {
        " ",
        ",",
        ";",
        ":",
        "\\",
        "\n",
        "newline",
        "linebreak",
        "addspace",
        "quad",
        "qquad",
        "space",
        "nobreakspace",
        "thinspace",
        "par",
    }
)
"""Commands that stand for a space."""

SILENT = _set(
    """
    - / ! @ em it bf sc rm sf tt sl itshape bfseries scshape upshape slshape mdseries rmfamily sffamily sloppy
    ttfamily normalfont small large Large footnotesize protect relax null leavevmode xspace allowbreak nobreak
    hfill displaystyle left right
    """
)
"""Commands that change the look, or nothing, of what follows."""

TRANSPARENT = _set(
    """
    textbf textsc textrm textsf texttt textup textmd textnormal mbox hbox fbox text mathrm operatorname
    mathbf mathit mathsf mathtt mathcal mathbb mathfrak mathscr boldsymbol underline uline ensuremath url path
    nolinkurl mkbibbold lowercase MakeLowercase NoCaseChange bibstring lsc textlatin sout autocap
    textcyrillic textgreek selectlanguage phantom mathnormal mathsc textquote
    """
)
"""Commands that change the look of their one argument."""

CAPITALS = frozenset({"uppercase", "MakeUppercase"})
"""Commands that print their one argument in capitals."""

BLANKS = frozenset({"hspace", "vspace", "hskip"})
"""Commands that stand for a space, whatever their argument."""

ACCENTS_OF_FORMULAS = {
    "hat": "\u0302",
    "widehat": "\u0302",
    "bar": "\u0304",
    "overline": "\u0304",
    "vec": "\u20d7",
    "tilde": "\u0303",
    "widetilde": "\u0303",
    "dot": "\u0307",
    "ddot": "\u0308",
    "check": "\u030c",
    "acute": "\u0301",
    "grave": "\u0300",
    "breve": "\u0306",
}
"""Commands that put an accent on a letter of a formula, with the combining character."""

EMPHASISING = frozenset({"emph", "textit", "textsl", "mkbibemph", "mkbibitalic"})
"""Commands that emphasise their one argument."""

SWITCHES = frozenset({"em", "it", "itshape", "sl", "slshape"})
"""Commands that emphasise the rest of the group they stand in."""

FRACTIONS = frozenset({"frac", "nicefrac", "sfrac", "tfrac", "dfrac"})
OF_TWO = FRACTIONS | {"href", "texorpdfstring", "foreignlanguage", "textcolor", "textlang"}
"""Commands of two arguments."""

AROUND = {
    "enquote": "“{}”",
    "mkbibquote": "“{}”",
    "mkbibparens": "({})",
    "mkbibbrackets": "[{}]",
    "noopsort": "",  # sorts by its argument and prints nothing
}
"""Commands that put something around their one argument."""

SUPERSCRIPTS = str.maketrans("0123456789+-=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ")
SUBSCRIPTS = str.maketrans("0123456789+-=()", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
_QUOTIENTS = "½ ⅓ ⅔ ¼ ¾ ⅕ ⅖ ⅗ ⅘ ⅙ ⅚ ⅛ ⅜ ⅝ ⅞"
SMALL_FRACTIONS = {
    tuple(unicodedata.normalize("NFKC", sign).split("\u2044")): sign for sign in _QUOTIENTS.split()
}
"""Fractions that are one character, by what stands above and below."""

LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "?`": "¿", "!`": "¡", "~": " "}
