// Runs the site's own search worker as a browser does, and prints for each query the pages found, as JSON.
// usage: node search_worker.mjs WORKER.js search_index.json QUERY...
import { readFileSync } from "node:fs";
import vm from "node:vm";

const [worker, index, ...queries] = process.argv.slice(2);
let receive;
let answered;
const globals = {
  console,
  addEventListener: (_, listener) => { receive = listener; },
  postMessage: (message) => answered(message),
};
globals.self = globals;
vm.runInNewContext(readFileSync(worker, "utf-8"), globals);

const ask = (type, data) => new Promise((resolve) => { answered = resolve; receive({ data: { type, data } }); });
await ask(0, { ...JSON.parse(readFileSync(index, "utf-8")), options: { suggest: false } });
const found = {};
for (const query of queries) {
  const { data } = await ask(2, query);
  found[query] = data.items.flat().filter((item) => item.score > 0).map((item) => item.location);
}
console.log(JSON.stringify(found));
