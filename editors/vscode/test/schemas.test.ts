// The schemas in a YAML language server: what is right has no finding there, what is wrong has one on its line.

import assert from "node:assert/strict";
import { spawn, type ChildProcessWithoutNullStreams } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { after, test } from "node:test";
import { pathToFileURL } from "node:url";

const ROOT = path.resolve("../..");
const FOLDER = realpathSync(mkdtempSync(path.join(tmpdir(), "briefgen-")));
const KINDS = ["captures", "context-box", "front-matter", "settings"] as const;
const SETTINGS = {
  yaml: {
    validate: true,
    schemaStore: { enable: false },
    schemas: Object.fromEntries(
      KINDS.map((kind) => [
        pathToFileURL(path.join(ROOT, `docs/manual/reference/${kind}.schema.json`)).href,
        `*.${kind}.yml`,
      ]),
    ),
    // What is MkDocs' own: Python names, values of the environment.
    customTags: ["!ENV scalar", "!ENV sequence"],
  },
};

type Finding = { range: { start: { line: number } }; message: string };
type Message = { id?: number; method?: string; params?: { uri: string; diagnostics: Finding[]; items?: { section: string }[] } };

/** One that speaks the protocol's frames, and answers what the server asks. */
class Client {
  private readonly server: ChildProcessWithoutNullStreams;
  private held = Buffer.alloc(0);
  private waiting = new Map<string, (found: Finding[]) => void>();
  private opened = 0;

  constructor() {
    const program = path.resolve("node_modules/yaml-language-server/bin/yaml-language-server");
    this.server = spawn(process.execPath, [program, "--stdio"], { cwd: FOLDER });
    this.server.stdout.on("data", (data: Buffer) => this.take(data));
    this.send({ id: 1, method: "initialize", params: { processId: process.pid, rootUri: pathToFileURL(FOLDER).href, capabilities: {} } });
    this.send({ method: "initialized", params: {} });
    this.send({ method: "workspace/didChangeConfiguration", params: { settings: SETTINGS } });
  }

  /** What is found in a text that a schema is meant for. */
  found(kind: string, text: string): Promise<Finding[]> {
    const uri = pathToFileURL(path.join(FOLDER, `${(this.opened += 1)}.${kind}.yml`)).href;
    const answer = new Promise<Finding[]>((resolve) => this.waiting.set(uri, resolve));
    this.send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
    return answer;
  }

  end(): void {
    this.server.kill();
  }

  private send(message: object): void {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  private take(data: Buffer): void {
    this.held = Buffer.concat([this.held, data]);
    for (;;) {
      const head = this.held.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/.exec(this.held.subarray(0, Math.max(head, 0)).toString())?.[1]);
      if (head < 0 || this.held.length < head + 4 + length) {
        return;
      }
      const message = JSON.parse(this.held.subarray(head + 4, head + 4 + length).toString()) as Message;
      this.held = this.held.subarray(head + 4 + length);
      if (message.method === "textDocument/publishDiagnostics" && message.params) {
        this.waiting.get(message.params.uri)?.(message.params.diagnostics);
      } else if (message.method && message.id !== undefined) {
        const sections = message.params?.items?.map(({ section }) => (section === "yaml" ? SETTINGS.yaml : null));
        this.send({ id: message.id, result: sections ?? null });
      }
    }
  }
}

const client = new Client();
after(() => client.end());

function read(file: string): string {
  return readFileSync(path.join(ROOT, file), "utf8");
}

function front(file: string): string {
  return read(file).split(/^---$/m)[1] ?? "";
}

const RIGHT: [string, string][] = [
  ["captures", read("sources/captures.yml")],
  ["captures", read("briefgen/starter/site/sources/captures.yml")],
  ["settings", read("mkdocs.yml")],
  ["settings", read("briefgen/starter/site/mkdocs.yml")],
  ["front-matter", front("sources/kursk-sappers.md")],
  ["front-matter", front("briefgen/starter/site/sources/example-library.md")],
  ["context-box", front("briefgen/starter/site/sources/context/hours.en.md")],
];

const STARTER = "briefgen/starter/site";
const CAPTURES = read(`${STARTER}/sources/captures.yml`);
const SITE = read(`${STARTER}/mkdocs.yml`);
const FRONT = front(`${STARTER}/sources/example-library.md`);

/** A text, a line of it, and what stands there instead. */
const WRONG: [string, string, RegExp, string][] = [
  ["captures", CAPTURES, /^  sha256: .*$/m, "  sha256: c7fe"],
  ["captures", CAPTURES, /^  publish: full$/m, "  publish: perhaps"],
  ["captures", CAPTURES, /^  captured:/m, "  capturd:"],
  ["settings", SITE, /^# site_url: .*$/m, "site_url: nowhere"],
  ["settings", SITE, /^    publisher:/m, "    publsher:"],
  ["front-matter", FRONT, /^date: .*$/m, "date: 2025-13-41"],
  ["front-matter", FRONT, /^tags: .*$/m, "titel: Another"],
  ["context-box", front(`${STARTER}/sources/context/hours.en.md`), /^as_of: .*$/m, "as_of: yesterday"],
];

test("what is right has no finding", { timeout: 60_000 }, async () => {
  for (const [kind, text] of RIGHT) {
    assert.deepEqual(await client.found(kind, text), [], `${kind}: ${text.slice(0, 200)}`);
  }
});

test("what is wrong has one, on its line", { timeout: 60_000 }, async () => {
  for (const [kind, text, line, instead] of WRONG) {
    const place = text.slice(0, text.search(line)).split("\n").length - 1;
    const found = await client.found(kind, text.replace(line, instead));
    // A key that is left out is said of the first line of its entry, too.
    assert.ok(found.some((one) => one.range.start.line === place), `${kind}, ${instead}: ${JSON.stringify(found)}`);
  }
});
