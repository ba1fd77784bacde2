"""Topics: what briefs are about, with a page for each."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.bibliography.languages import language_name
from briefgen.catalogue import Words
from briefgen.model.layout import classes, pages
from briefgen.model.layout.ways import relative_path
from briefgen.model.workspace import VerifiedBrief
from briefgen.render.brief.snippets import spelt_by
from briefgen.render.escape import escape_attribute, escape_text
from briefgen.render.works import fold_for_sorting


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic, by its most common spelling, with its briefs in the order they were given in."""

    address: str
    name: str
    briefs: tuple[VerifiedBrief, ...]

    @property
    def path(self) -> str:
        """The path of the topic's page in ``docs/``."""
        return pages.topic_path(self.name)

    @property
    def lang(self) -> str:
        """The language of its briefs; empty when they have several."""
        languages = {brief.front.lang for brief in self.briefs}
        return languages.pop() if len(languages) == 1 else ""


def topics_of(briefs: Sequence[VerifiedBrief]) -> tuple[Topic, ...]:
    """All topics of the briefs, in the order of the alphabet."""
    spellings: dict[str, Counter[str]] = {}
    members: dict[str, list[VerifiedBrief]] = {}
    for brief in briefs:
        for address, name in spelt_by(brief).items():
            spellings.setdefault(address, Counter())[name] += 1
            members.setdefault(address, []).append(brief)
    topics = (
        Topic(address, min(names, key=lambda name: (-names[name], name)), tuple(members[address]))
        for address, names in spellings.items()
    )
    return tuple(sorted(topics, key=lambda topic: (fold_for_sorting(topic.name), topic.address)))


def all_topics(topics: Sequence[Topic], words: Words, lang: str) -> str:
    """The topics with their numbers of briefs, by the language of those where there are several."""
    if not topics:
        return words.no_topics
    languages = Counter(brief.front.lang for topic in topics for brief in topic.briefs)
    parts = []
    for language in sorted(languages, key=lambda language: (language != lang, language)):
        if len(languages) > 1:
            name = escape_text(_capital(language_name(language, lang)))
            parts.append(f"## {name} {{ #{escape_attribute(language)} }}")
        parts.append(_of_language(topics, language, words))
    return "\n\n".join(parts)


def _of_language(topics: Sequence[Topic], language: str, words: Words) -> str:
    lines = []
    for topic in topics:
        count = sum(brief.front.lang == language for brief in topic.briefs)
        if count:
            said = words.brief_count[count != 1].format(count=count)
            link = f"[{escape_text(topic.name)}]({relative_path(topic.path, pages.TOPICS)})"
            lines.append(f"-   {link}{{ lang={escape_attribute(language)} }} {said}")
    return f'<div class="{classes.TOPIC_LIST}" markdown="1">\n\n' + "\n".join(lines) + "\n\n</div>"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
