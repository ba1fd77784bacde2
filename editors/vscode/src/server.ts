// The server as a process, and what it said last before it ended.

import { spawn, type ChildProcess } from "node:child_process";

export const ARGUMENTS = ["lsp"];

/** A server that runs, with the lines that it wrote beside its answers. */
export interface Server {
  process: ChildProcess;
  /** Once it has ended, or does not end. */
  lastWords(): Promise<string>;
}

/** Start `briefgen lsp`. It runs in a folder, and finds the project of each file by itself. */
export function startServer(command: string, folder: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, ARGUMENTS, { cwd: folder, stdio: "pipe", windowsHide: true });
    let words = "";
    child.stderr.setEncoding("utf8");
    child.stderr.on("data", (data: string) => {
      words = (words + data).slice(-4000);
    });
    child.once("error", reject);
    child.once("spawn", () => {
      child.off("error", reject);
      child.on("error", () => undefined); // its end is what the client hears of
      const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
      const lastWords = async (): Promise<string> => {
        await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 2000).unref())]);
        return words.trim().split("\n").at(-1) ?? "";
      };
      resolve({ process: child, lastWords });
    });
  });
}
