// A stand-in for VS Code: what the extension uses of it is real enough to be looked at, and all else is there and does nothing.

import Module from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL, fileURLToPath } from "node:url";
import * as path from "node:path";

type Listener = (event: unknown) => unknown;

export class Emitter {
  private listeners = new Set<Listener>();
  readonly event = (listener: Listener): { dispose(): void } => {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  };
  fire(event?: unknown): void {
    for (const one of [...this.listeners]) {
      one(event);
    }
  }
  dispose(): void {
    this.listeners.clear();
  }
}

export class Uri {
  private constructor(readonly scheme: string, readonly path: string) {}
  static file(file: string): Uri {
    return new Uri("file", file);
  }
  static parse(text: string): Uri {
    return text.startsWith("file:") ? Uri.file(fileURLToPath(text)) : new Uri("other", text);
  }
  static joinPath(base: Uri, ...parts: string[]): Uri {
    return new Uri(base.scheme, path.join(base.path, ...parts));
  }
  get fsPath(): string {
    return this.path;
  }
  toString(): string {
    return this.scheme === "file" ? pathToFileURL(this.path).href : this.path;
  }
}

class Position {
  constructor(readonly line: number, readonly character: number) {}
}
class Range {
  readonly start: Position;
  readonly end: Position;
  constructor(...[line, character, lastLine, end]: [number, number, number, number]) {
    this.start = new Position(line, character);
    this.end = new Position(lastLine, end);
  }
}
class Diagnostic {
  code: unknown;
  constructor(readonly range: Range, readonly message: string, readonly severity: number) {}
}
class RelativePattern {
  readonly baseUri: Uri;
  constructor(base: Uri, readonly pattern: string) {
    this.baseUri = base;
  }
}
class CancellationTokenSource {
  readonly token = { isCancellationRequested: false, onCancellationRequested: new Emitter().event };
  cancel(): void {
    this.token.isCancellationRequested = true;
  }
  dispose(): void {}
}
class ProcessExecution {
  constructor(readonly process: string, readonly args: string[], readonly options: { cwd: string }) {}
}
class Task {
  presentationOptions: unknown;
  constructor(
    readonly definition: unknown,
    readonly scope: unknown,
    readonly name: string,
    readonly source: string,
    readonly execution: ProcessExecution,
  ) {}
}

/** Anything: it may be called, made, asked for anything, and extended. */
function anything(name: string): unknown {
  const known = new Map<PropertyKey, unknown>();
  const handler: ProxyHandler<() => void> = {
    get(target, key) {
      if (key === "prototype") {
        return Reflect.get(target, key);
      }
      if (key === "then" || key === Symbol.iterator || key === Symbol.asyncIterator) {
        return undefined;
      }
      if (key === Symbol.toPrimitive) {
        return () => name;
      }
      if (!known.has(key)) {
        known.set(key, anything(`${name}.${String(key)}`));
      }
      return known.get(key);
    },
    apply: () => anything(`${name}()`),
    construct: (target, _given, made) => Object.create((made as { prototype: object }).prototype ?? target.prototype),
  };
  return new Proxy(function stand() {} as () => void, handler);
}

function withRest(name: string, real: Record<string, unknown>): Record<string, unknown> {
  const rest = anything(name) as Record<string, unknown>;
  return new Proxy(real, { get: (target, key: string) => (key in target ? target[key] : rest[key]) });
}

export interface Document {
  uri: Uri;
  text: string;
  languageId: string;
}

/** One window: what is open in it, what was said in it, and what it was asked to do. */
export class Window {
  readonly said: string[] = [];
  readonly answers: string[] = [];
  readonly executed: unknown[][] = [];
  readonly tasks: Task[] = [];
  readonly commands = new Map<string, () => Promise<void>>();
  readonly settings = new Map<string, unknown>();
  readonly found = new Map<string, Diagnostic[]>();
  readonly changed = new Emitter();
  readonly configured = new Emitter();
  readonly told = new Emitter();
  readonly documents: unknown[] = [];
  interpreter: string | undefined;

  constructor(readonly folders: string[]) {}

  open(file: string): void {
    const text = readFileSync(file, "utf8");
    this.documents.push({
      uri: Uri.file(file),
      languageId: "markdown",
      version: 1,
      getText: () => text,
      fileName: file,
      isClosed: false,
    });
  }

  /** As long as it takes until a file has findings of which this holds. */
  async until(file: string, holds: (found: Diagnostic[]) => boolean): Promise<Diagnostic[]> {
    const uri = Uri.file(file).toString();
    for (;;) {
      const found = this.found.get(uri);
      if (found && holds(found)) {
        return found;
      }
      await new Promise<void>((resolve) => {
        const once = this.told.event(() => {
          once.dispose();
          resolve();
        });
      });
    }
  }

  get api(): Record<string, unknown> {
    const say = (text: string, ...rest: unknown[]): Promise<unknown> => {
      this.said.push(text);
      return Promise.resolve(rest.find((one) => this.answers.includes(String(one))));
    };
    const channel = withRest("channel", { dispose: () => undefined, logLevel: 3 });
    return withRest("vscode", {
      CancellationTokenSource, Diagnostic, EventEmitter: Emitter, Position, ProcessExecution, Range, RelativePattern, Task, Uri,
      version: "1.91.0",
      TaskRevealKind: { Always: 1 },
      TaskScope: { Global: 1, Workspace: 2 },
      DiagnosticSeverity: { Error: 0, Warning: 1, Information: 2, Hint: 3 },
      Disposable: class {
        constructor(private readonly end: () => void) {}
        dispose(): void {
          this.end();
        }
      },
      CancellationError: class extends Error {},
      window: withRest("window", {
        createOutputChannel: () => channel,
        showWarningMessage: say,
        showErrorMessage: say,
        showInformationMessage: say,
        activeTextEditor: undefined,
        visibleTextEditors: [],
        tabGroups: withRest("tabGroups", { all: [] }),
      }),
      commands: withRest("commands", {
        registerCommand: (name: string, work: () => Promise<void>) => {
          this.commands.set(name, work);
          return { dispose: () => this.commands.delete(name) };
        },
        executeCommand: (...words: unknown[]) => {
          this.executed.push(words);
          return Promise.resolve(undefined);
        },
      }),
      tasks: withRest("tasks", {
        executeTask: (task: Task) => {
          this.tasks.push(task);
          return Promise.resolve();
        },
      }),
      extensions: withRest("extensions", {
        getExtension: () => {
          const environments = {
            getActiveEnvironmentPath: () => ({ path: this.interpreter }),
            onDidChangeActiveEnvironmentPath: this.changed.event,
          };
          return this.interpreter ? { activate: () => Promise.resolve({ environments }) } : undefined;
        },
      }),
      languages: withRest("languages", {
        match: () => 10,
        createDiagnosticCollection: () => ({
          set: (uri: Uri, found: Diagnostic[]) => {
            this.found.set(uri.toString(), found);
            this.told.fire();
          },
          delete: (uri: Uri) => this.found.delete(uri.toString()),
          clear: () => this.found.clear(),
          dispose: () => this.found.clear(),
        }),
      }),
      workspace: withRest("workspace", {
        workspaceFolders: this.folders.map((one, index) => ({ uri: Uri.file(one), name: path.basename(one), index })),
        textDocuments: this.documents,
        notebookDocuments: [],
        onDidChangeConfiguration: this.configured.event,
        getConfiguration: (section?: string) =>
          withRest("configuration", {
            get: (name: string, otherwise: unknown) => this.settings.get(section ? `${section}.${name}` : name) ?? otherwise,
          }),
      }),
      env: withRest("env", { language: "en", appName: "stand-in" }),
    });
  }
}

/** The extension as it is packaged, in a window. */
export function loadIn(window: Window, bundle: string): { activate(context: unknown): Promise<void>; deactivate(): Promise<void> } {
  type Loading = { _load(request: string, ...rest: unknown[]): unknown };
  const modules = Module as unknown as Loading;
  const before = modules._load;
  const api = window.api;
  modules._load = (request, ...rest) => (request === "vscode" ? api : before.call(modules, request, ...rest));
  try {
    delete require.cache[require.resolve(bundle)];
    return require(bundle) as ReturnType<typeof loadIn>;
  } finally {
    modules._load = before;
  }
}
