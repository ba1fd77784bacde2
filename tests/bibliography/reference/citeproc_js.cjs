// What citeproc-js makes of works in styles: one JSON object in, one out. See by_citeproc_js.py.
const fs = require("fs");
const CSL = require(require.resolve("citeproc", {paths: [process.argv[2]]}));
const input = JSON.parse(fs.readFileSync(0, "utf-8"));
const done = {};
for (const {name, style, lang, items} of input.asked) {
  const byId = Object.fromEntries(items.map((item) => [item.id, item]));
  const engine = new CSL.Engine(
    {retrieveLocale: (tag) => input.locales[tag] || input.locales["en-US"], retrieveItem: (id) => byId[id]},
    style, lang, true);
  engine.setOutputFormat("text");
  engine.updateItems(items.map((item) => item.id));
  const before = [];
  const cited = items.map((item, index) => {
    const cluster = {
      citationID: `c${index}`,
      citationItems: [{id: item.id, locator: "9", label: "page"}],
      properties: {noteIndex: index + 1},
    };
    const [, changed] = engine.processCitationCluster(cluster, before, []);
    before.push([cluster.citationID, index + 1]);
    return changed.find(([, , id]) => id === cluster.citationID)[1];
  });
  const [info, texts] = engine.makeBibliography() || [{entry_ids: []}, []];
  const listed = Object.fromEntries(info.entry_ids.map(([id], index) => [id, texts[index].trim()]));
  done[name] = Object.fromEntries(items.map((item, index) => [item.id, [cited[index], listed[item.id] || ""]]));
}
process.stdout.write(JSON.stringify(done));
