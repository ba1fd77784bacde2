"""Every call of ours fails once, and is the last thing a run does once: nothing is lost, and the next run is
as if nothing had been."""

import os
import pickle
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from briefgen.cache import kept_pickles
from briefgen.cache.seal import unseal_bytes
from briefgen.disk.own_key import own_key
from briefgen.model.layout import project
from briefgen.model.layout.project import is_unfinished
from briefgen.site import twin
from tests.cache.packed import entries_of
from tests.faults.harness import KILLED, Done, Recorded, ends, run, warm_up
from tests.hostile.desk import change, make_desk, tree
from tests.moving.shapes import PROJECTS
from tests.stamps.authority import OPENSSL, authority
from tests.sweep import SWEEP, sampled

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks")

DOCUMENT = "A page that is captured.\n"
CAPTURE = (
    "capture",
    "--key",
    "os2024sheet",
    "--captured",
    "2025-06-18",
    "--language",
    "en",
    "--obtained",
    "x",
)
LOCK = ("lock", "--date", "2026-02-01")
NOBODY = 65534
KEPT = (".briefgen/briefs/", ".briefgen/records/")
TWIN = f"{project.twin_site(project.SITE)}/"
EVIDENCE = ("sources/", "seeds/", "mkdocs.yml")


class Stage:
    """A project before and after a command, and what other programs made in it."""

    def __init__(
        self,
        folder: Path,
        command: tuple[str, ...],
        recorded: Recorded | None,
        stride: int,
        done_already: str = "",
    ) -> None:
        self.folder, self.stride = folder, stride
        self.done_already = done_already
        """What the command says, and is refused, where it was carried out before."""
        self.before, self.command, self.recorded = folder / "before", command, recorded
        self.old = tree(self.before)
        self.work = folder / "work/desk"
        done = self.run()
        assert done.code == 0, done.said
        self.new = tree(self.work)
        assert self.new != self.old

    def start(self, place: Path | None = None) -> None:
        if self.work.parent.exists():
            shutil.rmtree(self.work.parent)
        self.work.parent.mkdir()
        shutil.copytree(place or self.before, self.work, symlinks=True)

    def run(self, *, again: bool = False, **how: Any) -> Done:
        if not again:
            self.start()
        prepare = self.recorded.play if self.recorded else None
        return run(self.work, self.command, prepare=prepare, **how)

    def judge(self, done: Done, context: object) -> None:
        """What must hold after any end."""
        now = tree(self.work)
        assert "Traceback" not in done.said, (context, done.said)
        if done.code not in (0, KILLED):
            assert done.code in (1, 2), (context, done)
            said = done.said.strip().splitlines()[-1]
            assert "briefgen: " in done.said or "error[" in done.said, (context, done.said)
            assert any(word in done.said for word in ("desk", "docs", "site", "sources", "seeds")), (
                context,
                said,
            )
        for path, data in self.old.items():
            if path.startswith(EVIDENCE):
                assert now.get(path) in (data, self.new[path]), (context, path)
        for folder in ("site/", "docs/briefs/", "docs/sources/"):
            there = {path: data for path, data in now.items() if path.startswith(folder)}
            whole = [
                {p: d for p, d in state.items() if p.startswith(folder)} for state in (self.old, self.new)
            ]
            if folder == "site/":
                parked = any(path.startswith(".briefgen/site-old/") for path in now)
                assert there in whole or (parked and not there), (context, sorted(there))
            else:
                for path, data in there.items():
                    if not path.endswith(".new"):
                        assert data in (whole[0].get(path), whole[1].get(path)), (context, path)
        again = self.run(again=True)
        if not (self.done_already and self.done_already in again.said):
            assert again.code == 0, (context, again.said)
        # What a kill left unfinished among kept results is forgotten once these are too many.
        left, new = unpacked(tree(self.work)), unpacked(self.new)
        # What was seen of files is another thing of each copy of them, and nothing of what was just written.
        for files in (left, new):
            files.pop(project.LOOKS, None)
        # A result that could not be kept is made when it is wanted again: not where nothing has changed.
        if not any(path.startswith(TWIN) for path in left):  # nor is a twin, which is whole or none
            new = {path: data for path, data in new.items() if not path.startswith(TWIN)}
        unkept = {path: data for path, data in new.items() if path.startswith(KEPT)}
        assert unkept.keys() | left.keys() == new.keys(), (context, left.keys() ^ new.keys())
        other = [path for path, data in left.items() if not is_same(path, data, new[path])]
        assert other == [], context


def unpacked(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """With what is in packs in the place of these."""
    found: dict[str, bytes] = {}
    for path, data in sorted(files.items()):
        if not path.startswith(KEPT):
            found[path] = data
        elif path.endswith(".pack"):
            folder = path.rpartition("/")[0]
            found |= {f"{folder}/{name}": one for name, one in entries_of(data).items()}
        else:
            assert is_unfinished(path.rpartition("/")[2]), path
    return found


def is_same(path: str, one: bytes, other: bytes) -> bool:
    """Whether two entries say the same: one value has several pickles, as parts of it are one or two."""
    key = own_key()
    if one == other or not path.startswith(KEPT) or key is None:
        return one == other
    opened = [unseal_bytes(data, key, Path(path).name) for data in (one, other)]
    values = [_Kept(BytesIO(data)).load() for data in opened if data is not None]
    return values[1:] == values[:1] != []


class _Kept(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> object:
        if module == kept_pickles.__name__:
            return partial(_Told, name)
        return super().find_class(module, name)


@dataclass(frozen=True, slots=True)
class _Told:
    """What stands for a text, or for a value that is read later."""

    name: str
    number: int


def make_before(folder: Path) -> Path:
    """A project that was built and locked, with a change since."""
    root = make_desk(folder / "before")
    (root / "page.txt").write_text(DOCUMENT, encoding="utf-8")
    warm_up(root)
    return root


@pytest.fixture(scope="module")
def twins() -> Iterator[None]:
    """However small a site is, it is made in its twin."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(twin, "LEAST", 1)
        yield


@pytest.fixture(scope="module")
def building(tmp_path_factory: pytest.TempPathFactory, twins: None) -> Stage:
    folder = tmp_path_factory.mktemp("build")
    root = make_before(folder)
    first, recorded = Recorded(folder / "first"), Recorded(folder / "second")
    assert run(root, LOCK).code == 0
    assert run(root, ["build"], prepare=first.record).code == 0
    mended = "A description, mended.\nminor: true\naliases: [bridge]"
    change(root, "sources/bridge.md", "A description.", mended)
    (root / "sources/bridge.md").rename(root / "sources/river.md")
    shutil.copytree(root, folder / "recording/desk")
    done = run(folder / "recording/desk", ["build"], prepare=recorded.record)
    assert done.code == 0, done.said
    return Stage(folder, ("build",), recorded, 797)


@pytest.fixture(scope="module")
def capturing(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("capture")
    root = make_before(folder)
    return Stage(folder, (*CAPTURE, str(root / "page.txt")), None, 97)


@pytest.fixture(scope="module")
def locking(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("lock")
    root = make_before(folder)
    assert run(root, LOCK).code == 0
    change(root, "sources/bridge.md", "to keep one lane", "keep one lane")
    (root / "sources/published.lock").unlink()  # as before readers had anything: what is new is locked
    return Stage(folder, LOCK, None, 41)


@pytest.fixture(scope="module")
def stamping(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    if OPENSSL is None:
        pytest.skip("openssl makes the stamp")
    folder = tmp_path_factory.mktemp("timestamp")
    root = make_before(folder)
    stamp = authority(folder / "clock").stamp((root / "seeds/herald.txt").read_bytes())
    (folder / "herald.tsr").write_bytes(stamp)
    command = ("timestamp", "herald2025bridge", "--token", str(folder / "herald.tsr"))
    return Stage(folder, command, None, 43, "has a time stamp already")


@pytest.fixture(scope="module")
def moving(tmp_path_factory: pytest.TempPathFactory) -> Stage:
    folder = tmp_path_factory.mktemp("import")
    make_before(folder)
    essay = PROJECTS / "pandoc-essay/source"
    return Stage(folder, ("import", str(essay), str(folder / "work/desk")), None, 61)


STAGES = ("building", "capturing", "locking", "stamping", "moving")


def faults(stage: Stage, turn: int, *, kill: bool = False) -> Iterator[tuple[int, Done]]:
    """The runs that fail, or are killed, at the first call, the second, and so on to the last.

    In the suite some of them, in the sweep every one, with every error that fits.
    """
    k = 1
    while True:
        done = stage.run(fail_at=0 if kill else k, kill_at=k if kill else 0, turn=k if SWEEP == 1 else turn)
        if not done.failed:
            return
        yield k, done
        k += 1 if SWEEP > 1 else stage.stride


@pytest.mark.parametrize("turn", range(3 if SWEEP > 1 else 1))
@pytest.mark.parametrize("name", STAGES)
def test_each_call_fails_once(request: pytest.FixtureRequest, name: str, turn: int) -> None:
    stage: Stage = request.getfixturevalue(name)
    seen = set()
    for k, done in faults(stage, turn):
        seen.add(done.failed)
        stage.judge(done, (k, done.failed, done.said))
    assert seen


@pytest.mark.parametrize("name", STAGES)
def test_each_call_is_the_last_one_once(request: pytest.FixtureRequest, name: str) -> None:
    stage: Stage = request.getfixturevalue(name)
    if SWEEP > 1:
        for name, shot in ends(stage.work, stage.folder / "shots", stage.run):
            stage.start(shot)
            stage.judge(Done(KILLED, "", name), name)
        return
    for k, done in faults(stage, 0, kill=True):
        assert done.code == KILLED
        stage.judge(done, (k, done.failed))


@pytest.mark.parametrize("folder", sampled(["", "docs", ".briefgen", "site"], 2))
def test_a_folder_that_may_not_be_written(building: Stage, folder: str) -> None:
    """By a user without rights, as root may write anywhere."""
    building.start()
    recorded = building.recorded
    assert recorded is not None
    place = building.work / folder
    folders = [place, *(path for path in place.rglob("*") if path.is_dir())]
    as_root = os.geteuid() == 0
    if as_root:
        (building.work.parent / "said").touch()
        for path in (building.work.parent, building.work, *building.work.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        for path in (*building.work.parents, *recorded.folder.parents, *recorded.folder.rglob("*")):
            if "pytest" in path.as_posix():
                path.chmod(path.stat().st_mode | 0o055)
    for path in folders:
        path.chmod(0o555)

    def prepare() -> None:
        recorded.play()
        if as_root:
            for name in ("popen_fork", "connection"):  # this user may not read where this Python lies
                import_module(f"multiprocessing.{name}")
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)

    done = run(building.work, building.command, prepare=prepare)
    for path in folders:
        if path.exists():
            path.chmod(0o755)
    if done.code:
        assert "Permission denied" in done.said
        assert str(building.work) in done.said
    assert done.code or folder == "site"
    building.judge(done, folder)
