"""Answers by what was asked: those that are kept, and those that pandoc has to give."""

import json
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from briefgen.styling import pandoc
from briefgen.styling.questions import Question, documents, key_of, styles_of
from briefgen.styling.style import Style


class Desk:
    """Where questions about one style are asked; `used` are the answers by what was asked, to be kept."""

    def __init__(self, style: Style, engine: PurePath, made_with: str, kept: Mapping[str, str]) -> None:
        self._style = style
        self._engine = engine
        self._made_with = made_with
        self._kept = dict(kept)
        self._words_of = f"words {made_with} "
        self._keys: dict[Question, str] = {}
        self.used = {name: text for name, text in kept.items() if name.startswith(self._words_of)}

    def name(self, question: Question) -> str:
        """The name under which the answer to a question is kept."""
        if (name := self._keys.get(question)) is None:
            name = self._keys[question] = key_of(question, self._made_with)
        return name

    def ask(self, questions: Iterable[Question]) -> None:
        """Have answers to some questions: those that are not kept are asked all at once.

        Raises PandocError, OSError.
        """
        missing: list[Question] = []
        for question in dict.fromkeys(questions):
            key = self.name(question)
            if self.by_name(key) is None:
                missing.append(question)
        if not missing:
            return
        asked = list(documents(missing, self._style))
        styles = styles_of(self._style, asked)
        known = self._words({one.request.lang for one in asked})
        made = pandoc.answers(self._engine, styles, [(one.style, one.request) for one in asked], known)
        self.used.update({f"{self._words_of}{lang}": json.dumps(words) for lang, words in made.words.items()})
        for document, done in zip(asked, made.documents, strict=True):
            for question, text in document.parted(done):
                self.used[self._keys[question]] = text

    def _words(self, languages: Iterable[str]) -> Mapping[str, Mapping[str, str]]:
        """The words for places in a work, as far as they are kept."""
        kept = {lang: self.by_name(f"{self._words_of}{lang}") for lang in languages}
        return {lang: json.loads(words) for lang, words in kept.items() if words}

    def known(self, question: Question) -> str | None:
        """The answer to a question that was asked in an earlier run, if it was."""
        return self._kept.get(self.name(question)) if self._kept else None

    def forget(self, question: Question) -> None:
        """Have a question asked anew."""
        self._kept.pop(self.name(question), None)

    def answer(self, question: Question) -> str:
        """The answer to a question that was asked."""
        return self.used[self.name(question)]

    def by_name(self, name: str) -> str | None:
        """An answer by its name, which is kept further on; None where there is none."""
        text = self.used.get(name)
        if text is None and (text := self._kept.get(name)) is not None:
            self.used[name] = text
        return text

    def keep(self, name: str, text: str) -> None:
        """Keep something that was put together of answers."""
        self.used[name] = text
