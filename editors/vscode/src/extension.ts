// Starts `briefgen lsp` for the projects of a window, and has three commands. All knowledge of briefs is the server's.

import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";

import { findBriefgen, type Finding } from "./finding";
import { projectOf, projectsIn } from "./projects";
import { startServer, type Server } from "./server";

const NAME = "briefgen";
const INSTALL = "How to install it";
const CHOOSE = "Say where it is";
const LOG = "Show the log";

/** What the Python extension tells of its environments; its own types would be a dependency. */
interface PythonExtension {
  environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { path: string };
    onDidChangeActiveEnvironmentPath(listener: () => unknown): vscode.Disposable;
  };
}

/** One whose start fails in the log alone: what is to be done about it, we say ourselves, once. */
class Client extends LanguageClient {
  override error(message: string, data?: unknown, show?: boolean | "force"): void {
    super.error(message, data, this.isRunning() ? show : false);
  }
}

let client: Client | undefined;
let server: Server | undefined;
let channel: vscode.LogOutputChannel;
let turn: Promise<void> = Promise.resolve();

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  channel = vscode.window.createOutputChannel(NAME, { log: true });
  context.subscriptions.push(
    channel,
    vscode.commands.registerCommand("briefgen.check", () => runInProject("check", ["check"])),
    vscode.commands.registerCommand("briefgen.serve", () => runInProject("serve", ["serve", "--open"])),
    vscode.commands.registerCommand("briefgen.restart", () => restart(context)),
    vscode.workspace.onDidChangeConfiguration((event) =>
      event.affectsConfiguration("briefgen.path") ? restart(context) : undefined,
    ),
    vscode.workspace.onDidChangeWorkspaceFolders(() => restart(context)),
  );
  const python = await pythonExtension();
  if (python?.environments) {
    context.subscriptions.push(python.environments.onDidChangeActiveEnvironmentPath(() => restart(context)));
  }
  await restart(context);
}

export function deactivate(): Promise<void> {
  return inTurn(stop);
}

/** One after the other: a second wish while the first is carried out would leave two servers. */
function inTurn(work: () => Promise<void>): Promise<void> {
  turn = turn.then(work, work);
  return turn;
}

function restart(context: vscode.ExtensionContext): Promise<void> {
  return inTurn(async () => {
    await stop();
    await start(context);
  });
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  // One that never started cannot be told to stop, and is gone already.
  await running?.dispose().catch((error: unknown) => channel.info(String(error)));
  server?.process.kill();
  server = undefined;
}

async function start(context: vscode.ExtensionContext): Promise<void> {
  const projects = await allProjects();
  await vscode.commands.executeCommand("setContext", "briefgen.hasProject", projects.length > 0);
  const folder = projects[0];
  if (folder === undefined) {
    return;
  }
  const found = await find(projects);
  if ("why" in found) {
    void tellMissing(context, found.why);
    return;
  }
  channel.info(`${found.command} lsp (${found.place})`);
  const started = new Client(NAME, NAME, async () => {
    server = await startServer(found.command, folder);
    return server.process;
  }, optionsFor(projects));
  client = started;
  try {
    await started.start();
  } catch (error) {
    client = undefined;
    void tellBroken(found.command, (await server?.lastWords()) || String(error));
  }
}

function optionsFor(projects: readonly string[]): LanguageClientOptions {
  const selected = projects.flatMap((root) =>
    ["sources/**/*", "mkdocs.yml"].map((below) => ({
      scheme: "file",
      pattern: { baseUri: vscode.Uri.file(root).toString(), pattern: below },
    })),
  );
  const watched = projects.map((root) =>
    vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(vscode.Uri.file(root), "{mkdocs.yml,sources/**,seeds/**}"),
    ),
  );
  return {
    documentSelector: selected,
    outputChannel: channel,
    synchronize: { fileEvents: watched },
  };
}

// ------------------------------------------------------------------------------------- where things are

function allProjects(): Promise<string[]> {
  return projectsIn(workspaceFolders());
}

function workspaceFolders(): string[] {
  return (vscode.workspace.workspaceFolders ?? [])
    .filter((one) => one.uri.scheme === "file")
    .map((one) => one.uri.fsPath);
}

async function find(projects: readonly string[]): Promise<Finding> {
  const python = await pythonExtension();
  const resource = projects[0] === undefined ? undefined : vscode.Uri.file(projects[0]);
  return findBriefgen({
    setting: vscode.workspace.getConfiguration(NAME).get("path", "").trim(),
    folders: [...projects, ...workspaceFolders()],
    interpreter: python?.environments?.getActiveEnvironmentPath(resource).path,
    searched: process.env["PATH"] ?? "",
    windows: process.platform === "win32",
  });
}

async function pythonExtension(): Promise<PythonExtension | undefined> {
  const extension = vscode.extensions.getExtension<PythonExtension>("ms-python.python");
  try {
    return await extension?.activate();
  } catch (error) {
    channel.info(`the Python extension does not start: ${String(error)}`);
    return undefined;
  }
}

// ------------------------------------------------------------------------------------------- commands

async function runInProject(name: string, words: string[]): Promise<void> {
  const projects = await allProjects();
  const file = vscode.window.activeTextEditor?.document.uri.fsPath ?? "";
  const root = projectOf(file, projects) ?? (projects.length > 1 ? await choose(projects) : projects[0]);
  if (root === undefined) {
    return;
  }
  const found = await find([root]);
  if ("why" in found) {
    await tellMissing(undefined, found.why);
    return;
  }
  // Its words as they are: no shell reads them.
  const task = new vscode.Task(
    { type: NAME, command: name },
    vscode.TaskScope.Workspace,
    name,
    NAME,
    new vscode.ProcessExecution(found.command, words, { cwd: root }),
    [],
  );
  task.presentationOptions = { reveal: vscode.TaskRevealKind.Always, focus: false };
  await vscode.tasks.executeTask(task);
}

async function choose(projects: string[]): Promise<string | undefined> {
  return vscode.window.showQuickPick(projects, { title: "Which project?" });
}

// --------------------------------------------------------------------------------------------- what is said

async function tellMissing(context: vscode.ExtensionContext | undefined, why: string): Promise<void> {
  channel.warn(why);
  const answer = await vscode.window.showWarningMessage(
    `briefgen was not found: ${why}.`,
    ...(context ? [INSTALL] : []),
    CHOOSE,
  );
  if (answer === CHOOSE) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "briefgen.path");
  } else if (answer === INSTALL && context) {
    const readme = vscode.Uri.joinPath(context.extensionUri, "README.md");
    await vscode.commands.executeCommand("markdown.showPreview", readme);
  }
}

async function tellBroken(command: string, why: string): Promise<void> {
  channel.error(why);
  const answer = await vscode.window.showErrorMessage(`${command} lsp does not start: ${why}`, LOG, CHOOSE);
  if (answer === LOG) {
    channel.show();
  } else if (answer === CHOOSE) {
    await vscode.commands.executeCommand("workbench.action.openSettings", "briefgen.path");
  }
}
