"""What the manual tells to put into an editor's settings, in that editor: a misquote is shown on its line.

In the sweep and by `bash .ci/editors`, where the editor is installed.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import tomllib
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import sync_playwright

from briefgen.write.starter import write_starter
from tests.browser import CHROMIUM_FLAGS, find_chromium
from tests.repository import ROOT
from tests.sweep import SWEEP

PAGE = (ROOT / "docs/manual/editors.md").read_text("utf-8")
BLOCKS: dict[str, str] = dict(
    re.findall(r'^```\w+ title="([^"]+)"\n(.*?)^```$', PAGE, re.MULTILINE | re.DOTALL)
)
PATIENCE = 60

IN_NEOVIM = """
vim.wait({patience}000, function() return #vim.diagnostic.get(0) > 0 end, 50)
local found = vim.diagnostic.get(0)
local file = io.open("{answer}", "w")
file:write(vim.fn.json_encode(vim.tbl_map(function(one)
  return {{ one.lnum, one.col, one.message }}
end, found)))
file:close()
vim.cmd("qa!")
"""
IN_EMACS = """
(find-file "{brief}")
(run-hooks 'post-command-hook)
(let ((until (+ (float-time) {patience})))
  (while (and (< (float-time) until) (null (flymake-diagnostics)))
    (accept-process-output nil 0.1)
    (when (bound-and-true-p flymake-mode) (flymake-start))))
(with-temp-file "{answer}"
  (insert (json-encode (with-current-buffer (get-file-buffer "{brief}")
    (vconcat (mapcar (lambda (one)
      (save-excursion (goto-char (flymake-diagnostic-beg one))
        (vector (1- (line-number-at-pos)) (current-column) (flymake-diagnostic-text one))))
      (flymake-diagnostics)))))))
(eglot-shutdown-all)
"""


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    write_starter(tmp_path / "press")
    place = tmp_path / "press/sources/example-library.md"
    place.write_text(place.read_text("utf-8").replace("some surprise", "much surprise"), encoding="utf-8")
    return place


def shown(tmp_path: Path, *words: str | Path) -> list[tuple[int, int, str]]:
    """What an editor wrote down of what it shows: lines and columns from 0."""
    commands = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    given = {**os.environ, "HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path), "PATH": commands}
    done = subprocess.run(
        [*map(str, words)],
        env=given,
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE + 30,
        check=False,
    )
    answer = tmp_path / "answer.json"
    assert answer.exists(), done.stdout + done.stderr
    return [tuple(one) for one in json.loads(answer.read_text("utf-8"))]


def is_misquote(found: list[tuple[int, int, str]]) -> bool:
    return [(line, column) for line, column, text in found if "not in the capture" in text] == [(17, 40)]


def program(name: str) -> str:
    found = shutil.which(name)
    if SWEEP == 1 or not found:
        pytest.skip(f"{name} is not installed" if SWEEP > 1 else "bash .ci/editors tries it")
    return found


def test_neovim(brief: Path, tmp_path: Path) -> None:
    neovim = program("nvim")
    told = subprocess.run([neovim, "--version"], capture_output=True, encoding="utf-8", check=True).stdout
    version = re.match(r"NVIM v0\.(\d+)", told)
    assert version
    settings, script = tmp_path / "init.lua", tmp_path / "look.lua"
    settings.write_text(BLOCKS[f"init.lua (0.{11 if int(version[1]) >= 11 else 7})"], encoding="utf-8")
    script.write_text(IN_NEOVIM.format(patience=PATIENCE, answer=tmp_path / "answer.json"), encoding="utf-8")
    found = shown(
        tmp_path, neovim, "--headless", "-u", settings, "-i", "NONE", "-c", f"luafile {script}", brief
    )
    assert is_misquote(found)


def test_emacs(brief: Path, tmp_path: Path) -> None:
    emacs = program("emacs")
    settings, script = tmp_path / "init.el", tmp_path / "look.el"
    settings.write_text(BLOCKS["init.el"], encoding="utf-8")
    script.write_text(
        IN_EMACS.format(patience=PATIENCE, answer=tmp_path / "answer.json", brief=brief), encoding="utf-8"
    )
    begin = "(progn (package-initialize) (require 'markdown-mode))"
    found = shown(tmp_path, emacs, "--batch", "--eval", begin, "-l", settings, "-l", script)
    assert is_misquote(found)


def test_vs_code(brief: Path, tmp_path: Path) -> None:
    """As code-server, which is VS Code for a browser."""
    code = program("code-server")
    packaged = ROOT / "editors/vscode/build/briefgen.vsix"
    assert packaged.exists(), "bash .ci/editors makes it"
    root = brief.parent.parent
    own = root / ".venv/bin/briefgen"
    own.parent.mkdir(parents=True)
    own.symlink_to(Path(sys.executable).parent / "briefgen")
    folders = ["--user-data-dir", str(tmp_path / "data"), "--extensions-dir", str(tmp_path / "extensions")]
    environment = {**os.environ, "HOME": str(tmp_path)}
    settings = tmp_path / "data/User/settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"security.workspace.trust.enabled": false}', encoding="utf-8")
    installing = [code, *folders, "--install-extension", str(packaged)]
    subprocess.run(installing, env=environment, capture_output=True, check=True, timeout=PATIENCE)
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{one.getsockname()[1]}"
    quiet = ["--auth", "none", "--disable-telemetry", "--disable-update-check"]
    words = [code, *folders, *quiet, "--bind-addr", address, str(root)]
    running = subprocess.Popen(
        words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        asked = quote(json.dumps([["openFile", f"vscode-remote://{address}{brief}"]]))
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(
                executable_path=str(find_chromium()), args=list(CHROMIUM_FLAGS)
            )
            page = chromium.new_page()
            is_there = time.monotonic() + PATIENCE
            while not answers(address):
                assert time.monotonic() < is_there
                time.sleep(0.2)
            page.goto(f"http://{address}/?folder={root}&payload={asked}")
            page.wait_for_selector(".squiggly-error", timeout=PATIENCE * 1000)
            page.hover(".squiggly-error", force=True)  # the words lie above it
            said = page.wait_for_selector(".monaco-hover-content .marker", timeout=PATIENCE * 1000)
            assert said
            assert "not in the capture of `examplereport`" in said.inner_text()
            chromium.close()
    finally:
        os.killpg(running.pid, signal.SIGTERM)
        running.wait(PATIENCE)


def answers(address: str) -> bool:
    """Whether somebody listens there."""
    host, _, port = address.partition(":")
    with socket.socket() as one:
        return one.connect_ex((host, int(port))) == 0


def test_what_cannot_be_tried_is_at_least_read() -> None:
    helix = tomllib.loads(BLOCKS["languages.toml"])
    assert helix["language-server"]["briefgen"]["args"] == ["lsp"]
    assert {one["language-servers"][0] for one in helix["language"]} == {"briefgen"}
    zed = json.loads(BLOCKS["settings.json"])
    assert zed["lsp"]["marksman"]["binary"] == {"path": "briefgen", "arguments": ["lsp"]}
