"""What a brief is resolved from: texts that say it all. Where they are as they were it is not done anew.

All that it is given of the workspace is said here, or decided by these texts.
"""

from collections import defaultdict

from briefgen.digests import digest_of
from briefgen.markdown.walk import keys_in
from briefgen.model.brief import Brief
from briefgen.model.capture import CaptureRecord, NoCapture
from briefgen.model.translation import Translation
from briefgen.model.workspace import Workspace
from briefgen.resolve.keys import BRACKETS, WorkIndex
from briefgen.unread import Given


def without_needs(brief: Brief, translations: tuple[Translation, ...]) -> Given:
    """A brief of which nothing is kept."""
    return Given(brief, translations, ())


class Needing:
    """Says of each brief of a workspace what it is resolved from."""

    def __init__(self, workspace: Workspace, index: WorkIndex) -> None:
        self._works = workspace.works
        self._index = index
        self._listed: dict[str, list[CaptureRecord | NoCapture]] = defaultdict(list)
        for entry in workspace.capture_list.entries:
            self._listed[entry.key].append(entry)
        self._contexts = workspace.contexts
        self._named = {box.file.path: keys_in(box.blocks) for box in workspace.contexts}
        settings = workspace.settings
        boxes = tuple(box.file.path for box in workspace.contexts)
        same = digest_of((settings, workspace.capture_list.state, boxes), places=False)
        self._same_for_all = ("resolve a brief", same)
        self._digests: dict[str, str] = {}

    def of(self, brief: Brief, translations: tuple[Translation, ...]) -> Given:
        """What one brief is made from; nobody can tell where it names a work that is unknown, since what is
        said of that depends on all others."""
        boxes = [box for box in self._contexts if box.name in brief.included]
        keys = sorted({*brief.named, *(key for box in boxes for key in self._named[box.file.path])})
        if any(key not in self._works for key in keys):
            return without_needs(brief, translations)
        texts = [brief.file, *(box.file for box in boxes)]
        bracketed = {name for file in texts for name in BRACKETS.findall(file.text) if name in self._works}
        said = (brief.slug, brief.front.lang, translations, tuple(sorted(bracketed)))
        needs = (
            *self._same_for_all,
            digest_of(said),
            " ".join(map(self._of_work, keys)),
            *(part for file in texts for part in (file.path, file.text)),
        )
        return Given(brief, translations, needs)

    def _of_work(self, key: str) -> str:
        """A work, what captures.yml says of it, and which it repeats in the end."""
        if key not in self._digests:
            said = (key, self._works[key], tuple(self._listed[key]), self._index.origin(key))
            self._digests[key] = digest_of(said, places=False)
        return self._digests[key]
