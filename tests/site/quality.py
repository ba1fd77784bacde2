"""Measures each type of page with programs that are not in our locks: see `.ci/quality`, which installs them.

What stands in the pages for search engines has to be of the types of schema.org, as schema-dts has them.
The Nu Html Checker has to find no error on any type of page, and Lighthouse (a phone on a slow line) to give
at least MINIMUM to the pages that readers come to. Prints two tables in Markdown; the exit code is 1 where a
page falls short. `types`, `html` or `speed` as an argument asks for one of them.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser import CHROMIUM_FLAGS, CHROMIUM_MISSING, find_chromium, serve
from tests.record.made import as_typescript, compile_both, json_ld
from tests.repository import ROOT, copy_project, run
from tests.site.page_types import PAGE_TYPES

MODULES = ROOT / ".ci" / "npm" / "node_modules"

MINIMUM = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
MEASURED = ("brief-de", "briefs", "work")
RUNS = 3
"""Performance is the median of so many runs: one of them may meet a busy machine."""


def main() -> int:
    chromium = find_chromium()
    if chromium is None:
        print(CHROMIUM_MISSING)
        return 2
    wanted = sys.argv[1:] or ["types", "html", "speed"]
    with tempfile.TemporaryDirectory() as place:
        is_good = check_types(Path(place) / "types") if "types" in wanted else True
        if wanted == ["types"]:
            return 0 if is_good else 1
        project = copy_project(Path(place) / "project")
        done = run("-m", "briefgen", "build", "--strict", "--root", project)
        if done.returncode != 0:
            print(done.stdout + done.stderr)
            return 2
        if "html" in wanted:
            is_good &= check_html(project / "site")
        if "speed" in wanted:
            with serve(project / "site") as address:
                is_good &= check_speed(address, chromium, Path(place))
    return 0 if is_good else 1


def check_types(folder: Path) -> bool:
    """Print how many objects of JSON-LD there are, and what of them schema.org does not have."""
    objects = [one for docs in compile_both(folder) for _, one in json_ld(docs)]
    (folder / "node_modules").symlink_to(MODULES)
    (folder / "said.ts").write_text(as_typescript(objects), encoding="utf-8")
    options = "--strict --noEmit --skipLibCheck --module esnext --moduleResolution bundler --target es2022"
    command: list[str | Path] = [MODULES / ".bin" / "tsc", *options.split(), "said.ts"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    print(f"{len(objects)} objects of JSON-LD, {done.stdout.count('error TS')} faults of type\n{done.stdout}")
    return done.returncode == 0


def check_html(site: Path) -> bool:
    """Print how many errors and warnings each page has, and every one that has to go."""
    pages = {
        name: site / path / ("" if path.endswith(".html") else "index.html")
        for name, path in PAGE_TYPES.items()
    }
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    command: list[str | Path] = [
        "java",
        "-jar",
        jar,
        "--format",
        "json",
        "--exit-zero-always",
        "--stdout",
        *pages.values(),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True)
    messages = json.loads(done.stdout)["messages"]
    wrong = []
    print("| page | errors | warnings |\n|---|---|---|")
    for name, path in pages.items():
        here = [one for one in messages if one.get("url", "").endswith(str(path))]
        errors = [one for one in here if one["type"] == "error"]
        warnings = [one for one in here if one.get("subType") == "warning"]
        print(f"| {name} | {len(errors)} | {len(warnings)} |")
        wrong += [(name, one) for one in (*errors, *warnings)]
    wrong += [("", one) for one in messages if one["type"] == "non-document-error"]
    print()
    for name, one in wrong:
        print(f"{name}:{one.get('lastLine')}: {one['message']}\n    {one.get('extract', '').strip()}")
    return not wrong


def check_speed(address: str, chromium: Path, folder: Path) -> bool:
    """Print Lighthouse's scores, and every audit that costs one."""
    print(f"| page | {' | '.join(MINIMUM)} | largest paint | blocked | shift |")
    print("|---" * (len(MINIMUM) + 4) + "|")
    costs: dict[str, None] = {}
    is_good = True
    for name in MEASURED:
        reports = [lighthouse(address + PAGE_TYPES[name], chromium, folder) for _ in range(RUNS)]
        scores = {
            category: median(round(100 * report["categories"][category]["score"]) for report in reports)
            for category in MINIMUM
        }
        is_good &= all(scores[category] >= least for category, least in MINIMUM.items())
        audits = ("largest-contentful-paint", "total-blocking-time", "cumulative-layout-shift")
        values = [median(report["audits"][audit]["numericValue"] for report in reports) for audit in audits]
        shown = f"{values[0] / 1000:.1f} s | {values[1]:.0f} ms | {values[2]:.2f}"
        print(f"| {name} | {' | '.join(f'{score:.0f}' for score in scores.values())} | {shown} |")
        costs |= dict.fromkeys(f"{name}: {cost}" for report in reports for cost in lost(report))
    print("\n" + "\n".join(costs))
    return is_good


def lighthouse(address: str, chromium: Path, folder: Path) -> dict[str, Any]:
    output = folder / "lighthouse.json"
    command: list[str | Path] = [
        MODULES / ".bin" / "lighthouse",
        address,
        "--quiet",
        "--output=json",
        f"--output-path={output}",
    ]
    command += [f"--only-categories={','.join(MINIMUM)}", f"--chrome-flags={' '.join(CHROMIUM_FLAGS)}"]
    environment = {**os.environ, "CHROME_PATH": str(chromium)}
    subprocess.run(command, env=environment, check=True, capture_output=True)
    report: dict[str, Any] = json.loads(output.read_text("utf-8"))
    return report


def lost(report: dict[str, Any]) -> list[str]:
    """The audits that count and are not passed in full."""
    found = []
    for category, least in MINIMUM.items():
        if round(100 * report["categories"][category]["score"]) >= least:
            continue
        for reference in report["categories"][category]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if reference["weight"] and audit["score"] is not None and audit["score"] < 1:
                found.append(f"{category}: {audit['title']} {audit.get('displayValue', '')}".rstrip())
    return found


if __name__ == "__main__":
    sys.exit(main())
