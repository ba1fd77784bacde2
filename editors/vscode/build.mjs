// Makes dist/: the extension in one file, the licences of what is in it; and schemas/, from the manual.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { build } from "esbuild";

const made = await build({
  entryPoints: ["src/extension.ts"],
  outfile: "dist/extension.js",
  bundle: true,
  external: ["vscode"],
  format: "cjs",
  legalComments: "none", // whole in the file beside it
  logLevel: "warning",
  metafile: true,
  minify: true,
  platform: "node",
  target: "node20",
});

const folders = new Set();
for (const input of Object.keys(made.metafile.inputs)) {
  let folder = path.dirname(input);
  while (input.startsWith("node_modules/") && !isPackage(folder)) {
    folder = path.dirname(folder);
  }
  if (isPackage(folder) && folder !== ".") {
    folders.add(folder);
  }
}
const notices = [...folders].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^(thirdparty)?licen[cs]e/i.test(one));
  if (!file) {
    throw new Error(`${folder} has no text of its licence`);
  }
  return `${name} ${version} (${license})\n\n${readFileSync(path.join(folder, file), "utf8").trim()}\n`;
});
writeFileSync("dist/NOTICES.txt", notices.join(`\n${"-".repeat(72)}\n\n`));

mkdirSync("schemas", { recursive: true });
for (const { url } of JSON.parse(readFileSync("package.json", "utf8")).contributes.yamlValidation ?? []) {
  copyFileSync(path.join("../../docs/manual/reference", path.basename(url)), url);
}

function isPackage(folder) {
  const file = path.join(folder, "package.json");
  return existsSync(file) && "version" in JSON.parse(readFileSync(file, "utf8"));
}
