"""Pages that are built by themselves, where nothing but their texts is other than in the last build."""

import logging
from dataclasses import dataclass

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

_OURS = "briefgen"
"""Where generated pages say what they are: of others it is not known what the theme does to their values."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What MkDocs had at the end of a build, which holds for the next as long as no page comes or goes."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: jinja2.Environment

    def page(self, file: File, text: str) -> bytes | None:
        """A page of the site with another text, as a whole build makes it; None where only that can.

        So it is where others show something of it: in the navigation its title, in the map of the site
        whether it is hidden.
        """
        page = file.page
        if page is None or "template" in page.meta:
            return None
        before, in_nav = _shown(page), any(one is page for one in self.nav.pages)
        file.content_string = text
        page.content = page._title_from_render = None
        page.read_source(self.config)
        page.render(self.config, self.files)
        after = _shown(page)
        if before is None or after is None or before[0] != after[0] or (in_nav and before != after):
            return None
        return self._built(page)

    def _built(self, page: Page) -> bytes:
        page.active = True
        try:
            context = get_context(self.nav, self.files, self.config, page)
            # Here the theme's search takes its own marks out of a page.
            context = self.config.plugins.on_page_context(
                context, page=page, config=self.config, nav=self.nav
            )
            output = self.env.get_template("main.html").render(context)
        finally:
            page.active = False
        level = self.config.validation.links.anchors
        if level > logging.DEBUG:
            page.validate_anchor_links(files=self.files, log_level=level)
        return output.encode("utf-8", "xmlcharrefreplace")


def _shown(page: Page) -> tuple[object, ...] | None:
    """What others may show of a generated page, of which its front matter says all."""
    ours = page.meta.get(_OURS)
    if not isinstance(ours, dict) or "title" not in page.meta or "template" in page.meta:
        return None
    return bool(ours.get("hidden")), *(
        page.meta.get(name) for name in ("title", "icon", "status", "subtitle")
    )
