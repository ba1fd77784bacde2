"""The settings of a site that is watched, as MkDocs reads them."""

import logging
from pathlib import PurePath

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from briefgen.disk.reading import real_place
from briefgen.model.layout import project
from briefgen.site.heard import Said, hearing, say_again
from briefgen.site.own import SiteBuildError
from briefgen.site.refused import refuse_endless, why_broken_off, why_refused
from briefgen.text import TextFile


def read_settings(root: PurePath, data: bytes, folder: PurePath) -> MkDocsConfig:
    """Those that the bytes of mkdocs.yml say, for a site in the folder.

    Raises SiteBuildError with the place of what MkDocs refuses, or would never end to read.
    """
    root, settings = real_place(root), TextFile(project.SETTINGS, data.decode(errors="replace"))
    refuse_endless(root, settings)
    heard: list[Said] = []
    try:
        with hearing() as heard:
            return load_config(str(root / project.SETTINGS), site_dir=str(folder))
    except (MkDocsException, SystemExit) as error:
        said = "\n".join(f"{logging.getLevelName(level)} - {text}" for _, level, text in heard)
        raise SiteBuildError(why_refused(settings, root, said, str(error))) from error
    except Exception as error:  # a hook, which is imported here, raises what it likes
        raise SiteBuildError(why_broken_off(root, error)) from error
    finally:
        say_again(heard)
