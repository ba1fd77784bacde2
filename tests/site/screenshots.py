"""Takes pictures of every type of page in each window, light and dark, and of what is printed.

    python -m tests.site.screenshots FOLDER     # to be looked at, in full size
    python -m tests.site.screenshots --update   # what the tests compare with from now on: look at it first

Builds `tests/site/project` for it.
"""

import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium, serve
from tests.site.desk import build_desk
from tests.site.pictures import NAMES, same, take, take_small

KEPT = Path(__file__).parent / "screenshots"
QUALITY = 90


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0] in {"-h", "--help"}:
        print(__doc__)
        return 2
    chromium = find_chromium()
    if chromium is None:
        print(CHROMIUM_MISSING)
        return 2
    with tempfile.TemporaryDirectory() as place:
        site = build_desk(Path(place) / "project")
        with serve(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=list(CHROMIUM_FLAGS))
            if arguments[0] == "--update":
                update(browser, address)
            else:
                show(browser, address, Path(arguments[0]))
            browser.close()
    return 0


def show(chromium: Browser, address: str, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        take(chromium, address, name).save(folder / f"{name}.png")
        print(folder / f"{name}.png")


def update(chromium: Browser, address: str) -> None:
    """What shows what it showed before stays as it is, so that a commit holds the changes and no others."""
    KEPT.mkdir(exist_ok=True)
    for old in KEPT.glob("*.webp"):
        if old.stem not in NAMES:
            old.unlink()
    for name in NAMES:
        path, picture = KEPT / f"{name}.webp", take_small(chromium, address, name)
        if path.exists() and same(kept(name), picture):
            print(f"{name}: as before")
        else:
            picture.save(path, quality=QUALITY, method=6)
            print(f"{name}: written")


def kept(name: str) -> Image.Image:
    """The picture to compare with. Raises OSError when there is none."""
    return Image.open(KEPT / f"{name}.webp").convert("RGB")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
