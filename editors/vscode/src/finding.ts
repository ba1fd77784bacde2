// Where the command briefgen is: nothing here knows VS Code, and nothing is run.

import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { homedir } from "node:os";
import * as path from "node:path";

/** What is known of where it may be. */
export interface Asked {
  /** What the setting `briefgen.path` says; empty where nobody said anything. */
  setting: string;
  /** Folders that may have an environment of their own, the nearest first. */
  folders: readonly string[];
  /** The Python that the Python extension would take. */
  interpreter: string | undefined;
  /** The PATH, as the system writes it. */
  searched: string;
  windows: boolean;
}

export type Place = "setting" | "project" | "interpreter" | "path";

/** A command that is there, or why there is none. */
export type Finding = { command: string; place: Place } | { why: string };

/** Find it: what was said, and nothing else; else the nearest. */
export async function findBriefgen(asked: Asked): Promise<Finding> {
  if (asked.setting) {
    const command = spelledOut(asked.setting, asked);
    for (const one of namesOf(command, asked.windows)) {
      if (await runs(one)) {
        return { command: one, place: "setting" };
      }
    }
    return { why: `the setting briefgen.path names ${asked.setting}, and there is no such program` };
  }
  for (const [folder, place] of foldersOf(asked)) {
    for (const one of namesOf(path.join(folder, "briefgen"), asked.windows)) {
      if (await runs(one)) {
        return { command: one, place };
      }
    }
  }
  return { why: "it is not installed in the project's .venv, nor in the Python environment that is chosen, nor on the PATH" };
}

function* foldersOf(asked: Asked): Generator<[string, Place]> {
  for (const folder of asked.folders) {
    yield [path.join(folder, ".venv", asked.windows ? "Scripts" : "bin"), "project"];
  }
  if (asked.interpreter && path.isAbsolute(asked.interpreter)) {
    yield [path.dirname(asked.interpreter), "interpreter"];
  }
  for (const folder of asked.searched.split(asked.windows ? ";" : ":")) {
    // A relative one would be a program of whatever folder is open.
    if (path.isAbsolute(folder)) {
      yield [folder, "path"];
    }
  }
}

function spelledOut(setting: string, asked: Asked): string {
  if (setting.startsWith("~/")) {
    return path.join(homedir(), setting.slice(2));
  }
  return path.isAbsolute(setting) ? setting : path.join(asked.folders.at(-1) ?? "", setting);
}

function namesOf(command: string, windows: boolean): string[] {
  return windows && !command.endsWith(".exe") ? [`${command}.exe`] : [command];
}

async function runs(command: string): Promise<boolean> {
  try {
    await access(command, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
