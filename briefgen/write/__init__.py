"""Writing: from pages to files, only what changed, and never over a file that is not ours."""

from briefgen.write.cards import NO_CARDS, can_draw_cards, draw_ahead, draw_cards
from briefgen.write.cited import write_cited
from briefgen.write.conflicts import find_conflicts
from briefgen.write.files import Written
from briefgen.write.lock import write_lock
from briefgen.write.pages import (
    add_pictures,
    are_absent,
    find_written,
    generated_pages,
    hashes_for,
    remove_pages,
    write_pages,
)
from briefgen.write.theme import write_theme

__all__ = [
    "NO_CARDS",
    "Written",
    "add_pictures",
    "are_absent",
    "can_draw_cards",
    "draw_ahead",
    "draw_cards",
    "find_conflicts",
    "find_written",
    "generated_pages",
    "hashes_for",
    "remove_pages",
    "write_cited",
    "write_lock",
    "write_pages",
    "write_theme",
]
