"""Fills boxes that take their text from a file of sources/context/."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefgen import rules
from briefgen.diagnostics import Diagnostic, Report
from briefgen.languages import primary_tag
from briefgen.markdown.walk import rebuilt, walk_blocks
from briefgen.model.block import Block, Box
from briefgen.model.brief import Brief, ContextFile
from briefgen.model.inline import Text
from briefgen.model.layout import project
from briefgen.suggest import suggest


def fill_boxes(
    brief: Brief, contexts: Sequence[ContextFile], report: Report
) -> tuple[tuple[Block, ...], tuple[ContextFile, ...]]:
    """The brief's blocks with every included box in place, and the files that were included."""
    boxes = (block for block in walk_blocks(brief.blocks) if isinstance(block, Box))
    if not any(box.attributes.get("include") for box in boxes):
        return brief.blocks, ()
    filling = _Filling(brief.front.lang, contexts, report)
    return filling.blocks(brief.blocks), tuple(filling.included)


@dataclass(slots=True)
class _Filling:
    lang: str
    contexts: Sequence[ContextFile]
    report: Report
    included: list[ContextFile] = field(default_factory=list)

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._block(block) for block in blocks)

    def _block(self, block: Block) -> Block:
        if isinstance(block, Box) and block.attributes.get("include"):
            return self._include(block)
        return rebuilt(block, self.blocks)

    def _include(self, box: Box) -> Box:
        name = box.attributes.value("include")
        context = self._find(name)
        if context is None:
            self._unknown(box, name)
            return box
        if context not in self.included:
            self.included.append(context)
        title = box.title or (Text(context.title, box.span),)
        return replace(box, title=title, children=context.blocks, as_of=context.as_of)

    def _find(self, name: str) -> ContextFile | None:
        """The file in the brief's own language, or in the same language of another region."""
        named = [context for context in self.contexts if context.name == name]
        for wanted in (self.lang, primary_tag(self.lang)):
            for context in named:
                if context.lang == wanted:
                    return context
        return None

    def _unknown(self, box: Box, name: str) -> None:
        languages = sorted(context.lang for context in self.contexts if context.name == name and context.lang)
        near = suggest(name, sorted({context.name for context in self.contexts}))
        hint = f"did you mean `{near}`?" if near and not languages else None
        pair = box.attributes.get("include")
        self.report(
            Diagnostic(
                rules.INCLUDE_UNKNOWN,
                pair.span if pair else box.span,
                f"there is no context box `{name}` in the language {self.lang}",
                (f"it exists in {', '.join(languages)}",) if languages else (),
                hint or f"write {project.CONTEXTS}/{name}.{self.lang}.md",
            )
        )
