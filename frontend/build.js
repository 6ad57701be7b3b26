// Bundles the front end into the template's static files. They are committed, as an installation
// has no Node; a test holds that they are what this makes.

import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const here = path.dirname(fileURLToPath(import.meta.url));
const template = path.join(here, "../workshop/serving/jupyter/voila/templates/workshop");
const [, , out = path.join(template, "static/front"), list = path.join(template, "front.macro.html.j2")] = process.argv;

const inside = (...names) => path.join(here, ...names);
const shared = { bundle: true, minify: true, metafile: true, absWorkingDir: here, outdir: out, legalComments: "none" };
const packages = new Map(); // name and the folder it was found in

function noteUsed({ inputs }) {
  for (const file of Object.keys(inputs)) {
    const [folder, name] = file.match(/.*node_modules\/((?:@[^/]+\/)?[^/]+)/) ?? [];
    if (name) packages.set(name, inside(folder));
  }
}

/** A style sheet that a script imports becomes a file of its own; the script gets its name. */
const sheets = {
  name: "sheets",
  setup(build_) {
    build_.onLoad({ filter: /\.css$/ }, async ({ path: file }) => {
      const { metafile } = await build({
        ...shared,
        entryPoints: [file],
        entryNames: "[name]-[hash]",
        assetNames: "[name]-[hash]",
        loader: { ".woff2": "file" },
        // Every browser that runs the scripts knows woff2, so it asks for none of these.
        external: ["*.eot", "*?#iefix", "*#fontawesome", "*.svg", "*.ttf", "*.woff"],
      });
      noteUsed(metafile);
      const made = Object.keys(metafile.outputs).find((name) => name.endsWith(".css"));
      return { contents: `export default ${JSON.stringify(`./${path.basename(made)}`)}` };
    });
  },
};

/** Files that do nothing when they are loaded may be left out where nothing of them is used. */
const trimmed = {
  name: "trimmed",
  setup(build_) {
    const filter = /^(\.\/lib|\.)\/|^@jupyter-widgets\//;
    build_.onResolve({ filter }, async ({ path: name, pluginData, ...options }) => {
      if (pluginData === "seen" || !options.resolveDir.includes("node_modules/@jupyter-widgets")) return undefined;
      const found = await build_.resolve(name, { ...options, pluginData: "seen" });
      return { ...found, sideEffects: false };
    });
  },
};

await rm(out, { recursive: true, force: true });
const scripts = { ...shared, format: "esm", target: "es2022", entryNames: "[name]-[hash]" };
const { metafile } = await build({
  ...scripts,
  entryPoints: ["source/front.js"],
  splitting: true,
  chunkNames: "[name]-[hash]",
  define: { define: "undefined" }, // of the ways to be loaded, packages are to try only ours
  alias: {
    jquery: inside("standins/jquery.js"),
    "sanitize-html": inside("standins/sanitize.js"),
  },
  plugins: [sheets, trimmed],
});
noteUsed(metafile);
// Apart, since what it shares with a control or two would become one more file for every page.
const drawing = await build({ ...scripts, entryPoints: ["source/vega.js"] });
noteUsed(drawing.metafile);

// A server lets browsers keep a file for long only if its address has a `v`.
for (const name of await readdir(out)) {
  if (!/\.(js|css)$/.test(name)) continue;
  const file = path.join(out, name);
  const text = await readFile(file, "utf8");
  await writeFile(file, text.replace(/(\.\/[\w-]+-([A-Z0-9]{8})\.(?:js|css|woff2))/g, "$1?v=$2"));
}

// What a page needs first: the entry, and what it imports at once.
const entry = Object.entries(metafile.outputs).find(([, made]) => made.entryPoint === "source/front.js");
const first = [entry[0], ...entry[1].imports.filter(({ kind }) => kind === "import-statement").map((i) => i.path)];
const [vega] = Object.keys(drawing.metafile.outputs);
const address = (name) => path.basename(name).replace(/-([A-Z0-9]{8})\.js$/, "$&?v=$1");
await writeFile(list, `{# Written by frontend/build.js: what a page needs first, the entry foremost. #}
{% set front = ${JSON.stringify(first.map(address))} %}
{% set vega = ${JSON.stringify(address(vega))} %}
`);

const licences = await Promise.all([...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(async ([name, folder]) => {
  const { version, license } = JSON.parse(await readFile(path.join(folder, "package.json"), "utf8"));
  const file = (await readdir(folder)).find((each) => /^licen[cs]e/i.test(each));
  const text = file ? await readFile(path.join(folder, file), "utf8") : `Licence: ${license}`;
  return `${name} ${version} (${license})\n\n${text.trim()}\n`;
}));
await writeFile(path.join(out, "LICENSES.txt"), licences.join(`\n${"-".repeat(80)}\n\n`));
