// Where briefgen is found: real folders, with programs in them.

import assert from "node:assert/strict";
import { chmod, mkdir, mkdtemp, realpath, writeFile } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import * as path from "node:path";
import { test } from "node:test";

import { findBriefgen, type Asked } from "../src/finding";
import { projectOf, projectsIn } from "../src/projects";

async function made(...programs: string[]): Promise<string> {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), "briefgen-")));
  for (const program of programs) {
    const file = path.join(root, program);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, "");
    await chmod(file, 0o755);
  }
  return root;
}

const NOTHING: Asked = { setting: "", folders: [], interpreter: undefined, searched: "", windows: false };

test("the nearest is taken: the project's, the Python extension's, the PATH's", async () => {
  const root = await made("a/.venv/bin/briefgen", "envs/x/bin/briefgen", "envs/x/bin/python", "usr/bin/briefgen");
  const asked: Asked = {
    ...NOTHING,
    folders: [path.join(root, "a"), root],
    interpreter: path.join(root, "envs/x/bin/python"),
    searched: `:.:relative:${root}/usr/bin`,
  };
  const all = { command: path.join(root, "a/.venv/bin/briefgen"), place: "project" };
  assert.deepEqual(await findBriefgen(asked), all);
  const second = { command: path.join(root, "envs/x/bin/briefgen"), place: "interpreter" };
  assert.deepEqual(await findBriefgen({ ...asked, folders: [root] }), second);
  const third = { command: path.join(root, "usr/bin/briefgen"), place: "path" };
  assert.deepEqual(await findBriefgen({ ...asked, folders: [root], interpreter: "python" }), third);
});

test("what is said is taken, and nothing in its place", async () => {
  const root = await made("tools/briefgen", ".venv/bin/briefgen");
  const asked: Asked = { ...NOTHING, folders: [root] };
  for (const setting of ["tools/briefgen", path.join(root, "tools/briefgen")]) {
    const found = await findBriefgen({ ...asked, setting });
    assert.deepEqual(found, { command: path.join(root, "tools/briefgen"), place: "setting" });
  }
  const missing = await findBriefgen({ ...asked, setting: "tools/elsewhere" });
  assert.match("why" in missing ? missing.why : "", /briefgen\.path names tools\/elsewhere/);
  const home = await findBriefgen({ ...asked, setting: `~/${path.relative(homedir(), path.join(root, "tools/briefgen"))}` });
  assert.deepEqual(home, { command: path.join(root, "tools/briefgen"), place: "setting" });
});

test("what is not there, or is no program, is not found", async () => {
  const root = await made(".venv/bin/briefgen");
  await chmod(path.join(root, ".venv/bin/briefgen"), 0o644);
  const found = await findBriefgen({ ...NOTHING, folders: [root], searched: "/nowhere" });
  assert.match("why" in found ? found.why : "", /not installed in the project's \.venv/);
});

test("on Windows it has another place and ending", async () => {
  const root = await made(".venv/Scripts/briefgen.exe");
  const found = await findBriefgen({ ...NOTHING, folders: [root], windows: true });
  assert.deepEqual(found, { command: path.join(root, ".venv/Scripts/briefgen.exe"), place: "project" });
});

test("projects are folders with settings and sources, the one that is open or right in it", async () => {
  const root = await made("press/mkdocs.yml", "press/sources/a.md", "docs/mkdocs.yml", ".hidden/mkdocs.yml", ".hidden/sources/a");
  assert.deepEqual(await projectsIn([root]), [path.join(root, "press")]);
  assert.deepEqual(await projectsIn([path.join(root, "press"), root]), [path.join(root, "press")]);
  assert.deepEqual(await projectsIn([path.join(root, "gone")]), []);
});

test("a file belongs to the innermost project", () => {
  const projects = ["/a", "/a/press", "/a/press-old"];
  assert.equal(projectOf("/a/press/sources/x.md", projects), "/a/press");
  assert.equal(projectOf("/a/other/x.md", projects), "/a");
  assert.equal(projectOf("/b/x.md", projects), undefined);
});
