"""A project as it lies on the disk: what authors wrote, read but not yet understood."""

from dataclasses import dataclass

from briefgen.failure import CannotRunError
from briefgen.model.capture import Blob
from briefgen.text import TextFile


class ProjectError(CannotRunError):
    """The project cannot be worked on at all; the message says why, in words for its author."""


@dataclass(frozen=True, slots=True)
class ProjectFiles:
    """Everything briefgen reads; each tuple is sorted by path, paths are relative to the root and NFC.

    `briefs` are the ``.md`` files under ``sources/`` outside ``sources/context/``, `contexts` those inside;
    `bibliography` are the files of works directly in ``sources/``, in the order in which they are read;
    `captures` is ``sources/captures.yml`` and `settings` ``mkdocs.yml``, None where there is none; `blobs` is
    everything under ``seeds/``. `written` are the files of ``docs/`` that are not ours, by their paths in it.
    `lock` is ``sources/verified.lock``, `published` ``sources/published.lock``, `style` the style of CSL that
    the settings name by its path, `passed_over` are the files of ``sources/`` that nothing reads. `including`
    are the pages of ``docs/`` by hand that include a list of ours, or may; `citing` those that cite works.
    """

    briefs: tuple[TextFile, ...]
    contexts: tuple[TextFile, ...]
    bibliography: tuple[TextFile, ...]
    captures: TextFile | None
    settings: TextFile | None
    blobs: tuple[Blob, ...]
    written: tuple[str, ...]
    lock: TextFile | None = None
    style: TextFile | None = None
    passed_over: tuple[str, ...] = ()
    including: tuple[TextFile, ...] = ()
    published: TextFile | None = None
    citing: tuple[TextFile, ...] = ()
