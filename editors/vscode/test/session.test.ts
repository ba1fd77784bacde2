// The packaged extension starts the real `briefgen lsp` (BRIEFGEN names the command) for a real project.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { test } from "node:test";

import { loadIn, Uri, Window } from "./host";

const BRIEFGEN = process.env["BRIEFGEN"] ?? "";
const BUNDLE = path.resolve("dist/extension.js");
assert.ok(path.isAbsolute(BRIEFGEN), "BRIEFGEN says which briefgen is tried");

function misquoted(): [string, string] {
  const root = path.join(realpathSync(mkdtempSync(path.join(tmpdir(), "briefgen-"))), "press");
  execFileSync(BRIEFGEN, ["init", root]);
  const brief = path.join(root, "sources/example-library.md");
  writeFileSync(brief, readFileSync(brief, "utf8").replace("some surprise", "much surprise"));
  return [root, brief];
}

function link(folder: string): void {
  mkdirSync(folder, { recursive: true });
  symlinkSync(BRIEFGEN, path.join(folder, "briefgen"));
}

function contextOf(): { subscriptions: { dispose(): unknown }[]; extensionUri: Uri } {
  return { subscriptions: [], extensionUri: Uri.file(path.resolve(".")) };
}

const misquote = (found: { message: string }[]): boolean => found.some((one) => one.message.includes("not in the capture"));

test("a misquote is shown, also after a restart; check and serve are tasks in the project", { timeout: 120_000 }, async () => {
  const [root, brief] = misquoted();
  link(path.join(root, ".venv/bin"));
  const window = new Window([path.dirname(root)]);
  window.open(brief);
  const extension = loadIn(window, BUNDLE);
  await extension.activate(contextOf());
  const [found] = await window.until(brief, misquote);
  assert.equal(found?.severity, 0);
  assert.equal(found?.range.start.line, 17);
  assert.equal(found?.range.start.character, 40);

  window.found.clear();
  await window.commands.get("briefgen.restart")?.();
  await window.until(brief, misquote);

  window.found.clear();
  window.configured.fire({ affectsConfiguration: (name: string) => name === "briefgen.path" });
  await window.until(brief, misquote);

  await window.commands.get("briefgen.check")?.();
  await window.commands.get("briefgen.serve")?.();
  assert.deepEqual(
    window.tasks.map((task) => [task.execution.process, task.execution.args, task.execution.options.cwd]),
    [
      [path.join(root, ".venv/bin/briefgen"), ["check"], root],
      [path.join(root, ".venv/bin/briefgen"), ["serve", "--open"], root],
    ],
  );
  assert.deepEqual(window.said, []);
  await extension.deactivate();
});

test("the Python extension's environment is taken", { timeout: 60_000 }, async () => {
  const [root, brief] = misquoted();
  link(path.join(root, "../envs/bin"));
  const window = new Window([root]);
  window.interpreter = path.join(root, "../envs/bin/python");
  window.open(brief);
  const extension = loadIn(window, BUNDLE);
  await extension.activate(contextOf());
  await window.until(brief, misquote);
  await extension.deactivate();
});

test("where there is none, that is said once, with a way out", { timeout: 20_000 }, async () => {
  const [root] = misquoted();
  const window = new Window([root]);
  window.settings.set("briefgen.path", "nowhere/briefgen");
  window.answers.push("Say where it is");
  const extension = loadIn(window, BUNDLE);
  await extension.activate(contextOf());
  assert.equal(window.said.length, 1);
  assert.match(window.said[0] ?? "", /^briefgen was not found: the setting briefgen\.path names nowhere\/briefgen/);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(window.executed.at(-1), ["workbench.action.openSettings", "briefgen.path"]);
  await extension.deactivate();
});

test("one that cannot serve editors says why", { timeout: 20_000 }, async () => {
  const [root] = misquoted();
  mkdirSync(path.join(root, ".venv/bin"), { recursive: true });
  const program = path.join(root, ".venv/bin/briefgen");
  writeFileSync(program, "#!/bin/sh\necho 'briefgen: pygls is not installed' >&2\nexit 2\n");
  chmodSync(program, 0o755);
  const window = new Window([root]);
  const extension = loadIn(window, BUNDLE);
  await extension.activate(contextOf());
  assert.ok(window.said.includes(`${program} lsp does not start: briefgen: pygls is not installed`), window.said.join("\n"));
  await extension.deactivate();
});

test("nothing starts where there is no project", { timeout: 20_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "briefgen-"));
  const window = new Window([folder]);
  const extension = loadIn(window, BUNDLE);
  await extension.activate(contextOf());
  assert.deepEqual(window.executed, [["setContext", "briefgen.hasProject", false]]);
  await window.commands.get("briefgen.check")?.();
  assert.deepEqual([window.said, window.tasks], [[], []]);
  await extension.deactivate();
});
