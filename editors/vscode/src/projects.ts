// Which folders are projects: those with mkdocs.yml and sources/, as the command line has it.

import { readdir, stat } from "node:fs/promises";
import * as path from "node:path";

/** The projects among folders and the folders right in them, each once. */
export async function projectsIn(folders: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const folder of folders) {
    for (const one of [folder, ...(await foldersIn(folder))]) {
      if (await isProject(one)) {
        found.add(one);
      }
    }
  }
  return [...found];
}

/** The project that a file is in, the innermost; undefined for one that is in none. */
export function projectOf(file: string, projects: readonly string[]): string | undefined {
  const around = projects.filter((one) => file.startsWith(one + path.sep));
  return around.sort((a, b) => b.length - a.length)[0];
}

async function isProject(folder: string): Promise<boolean> {
  const [settings, sources] = await Promise.all(
    ["mkdocs.yml", "sources"].map((name) => stat(path.join(folder, name)).catch(() => undefined)),
  );
  return Boolean(settings?.isFile() && sources?.isDirectory());
}

async function foldersIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((one) => one.isDirectory() && !one.name.startsWith(".") && one.name !== "node_modules")
    .map((one) => path.join(folder, one.name))
    .sort();
}
