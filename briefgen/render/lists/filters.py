"""Forms that narrow a list down: native controls that a script shows, as without it they could do nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from briefgen.catalogue import Words
from briefgen.model.layout import classes
from briefgen.render.charts.svg import element
from briefgen.render.escape import escape_attribute, escape_html

ORDER = "order"
"""The name of the control that orders a list instead of narrowing it down."""

_FEWEST = 4
"""Fewer entries are seen at a glance."""
_FEW = 20
"""Up to so many, the form of a list that `folds` is folded: it would stand before what is read as quickly."""


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing to choose by: its name in addresses and on entries, and the words for each of its values.

    The values stand in the order of `words`; those that no entry has, or every entry, are left out.
    """

    name: str
    label: str
    words: Mapping[str, str]


Choices = Mapping[str, tuple[str, ...]]
"""What an entry is, by the names of filters."""


def entry_attributes(choices: Choices) -> str:
    """What an entry is, as attributes that the script reads; no value has a space in it."""
    return "".join(
        f' data-{name}="{escape_attribute(" ".join(values))}"' for name, values in choices.items() if values
    )


def filter_form(
    filters: Iterable[Filter],
    entries: Sequence[Choices],
    words: Words,
    of: str,
    *,
    orders: bool = False,
    folds: bool = False,
) -> str:
    """The form for the list with the id `of`; empty when there is nothing, or too little, to choose from."""
    if len(entries) < _FEWEST:
        return ""
    controls = []
    for choice in filters:
        counts = Counter(value for entry in entries for value in entry.get(choice.name, ()))
        options = [
            (value, f"{word} ({counts[value]})")
            for value, word in choice.words.items()
            if 0 < counts[value] < len(entries)
        ]
        if options:
            controls.append(_select(choice.name, choice.label, [("", words.filter_any), *options]))
    if orders:
        controls.append(_select(ORDER, words.filter_order, list(words.orders.items())))
    if not controls:
        return ""
    status = element("p", role="status", class_=classes.FILTER_COUNT, data_words=words.filter_count)
    reset = element("button", escape_html(words.filter_reset), type="reset", hidden="hidden")
    none = element("p", escape_html(words.filter_none), class_=classes.FILTER_NONE, hidden="hidden")
    form = element(
        "form",
        f"\n{''.join(controls)}\n{element('div', status + reset, class_=classes.FILTER_RESULT)}\n{none}\n",
        class_=classes.FILTERS,
        data_list=of,
        aria_label=words.filters,
        autocomplete="off",
        data_search_exclude="",
        hidden="hidden",
    )
    if not folds or len(entries) > _FEW:
        return form
    summary = element("summary", escape_html(words.filters))
    return element("details", f"{summary}\n{form}\n", class_=classes.FEW, data_search_exclude="")


def _select(name: str, label: str, options: Sequence[tuple[str, str]]) -> str:
    inside = "".join(element("option", escape_html(word), value=value) for value, word in options)
    text = element("span", escape_html(label))
    return element("label", text + element("select", inside, name=name))
