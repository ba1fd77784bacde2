"""What is found from its folder: one file is one thing, named as people call it."""

from collections.abc import Iterable
from pkgutil import iter_modules


def modules_in(folder: Iterable[str]) -> dict[str, str]:
    """The modules in the folders of a package, by the names of what they are, sorted.

    `import_` is ``import``, `two_words` is ``two-words``; what begins with an underscore is left out.
    """
    modules = sorted(module.name for module in iter_modules(folder))
    return {module.rstrip("_").replace("_", "-"): module for module in modules if module[0] != "_"}
