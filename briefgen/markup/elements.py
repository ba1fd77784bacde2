"""Elements of HTML by what they are, as the HTML standard has them."""

VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
"""Elements without content and end tag; `param` is obsolete, and still read as one."""

CELLS = frozenset({"td", "th"})

BLOCKS = frozenset(
    """address article aside blockquote caption dd details div dl dt fieldset figcaption figure footer h1 h2
    h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul""".split()
)
"""Elements that begin a line of their own, cells of tables aside."""
