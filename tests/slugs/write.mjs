// Writes what the JavaScript libraries make of each title, and the letters that they replace.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { slug as github } from "github-slugger";
import eleventy from "@sindresorhus/slugify";
import transliterate from "@sindresorhus/transliterate";

const require = createRequire(import.meta.url);
const slugify = require("slugify");
const { slugize } = require("hexo-util");
const { default: replacements } = await import(
  new URL("./node_modules/@sindresorhus/transliterate/replacements.js", import.meta.url)
);

const here = (name) => new URL(name, import.meta.url);
const data = readFileSync(here("../data/titles.tsv"), "utf8").split("\n").filter((line) => line && !line.startsWith("#"));
const titles = [
  ...data.map((line) => line.slice(line.indexOf("\t") + 1)),
  ...readFileSync(here("titles.txt"), "utf8").split("\n").filter((line) => line),
];
const rules = {
  github,
  eleventy: (title) => eleventy(title, { decamelize: false }),
  camel: (title) => eleventy(title),
  slug: (title) => slugify(title, { replacement: "-", lower: true }),
  hexo: (title) => slugize(title),
  hexo_lower: (title) => slugize(title, { separator: "_", transform: 1 }),
};
const escaped = (text) => text.replaceAll("\t", "\\t");
const rows = titles.map((title) => [title, ...Object.values(rules).map((rule) => rule(title))]);
const head = `# title\t${Object.keys(rules).join("\t")}`;
writeFileSync(here("node.tsv"), [head, ...rows.map((row) => row.map(escaped).join("\t"))].join("\n") + "\n");

// One line for each replacement, with all that is replaced by it. What is more than one character
// stands in a line of its own, first.
function table(name, source, pairs) {
  const groups = new Map();
  for (const [from, to] of pairs) groups.set(to, [...(groups.get(to) ?? []), from]);
  const lines = [...groups].map(([to, from]) => `${to}\t${from.join("")}`);
  const head = [`# Letters that ${source} replaces, got by asking it; see tests/slugs.`];
  writeFileSync(here(`../../assets/slugs/${name}.tsv`), [...head, ...lines].join("\n") + "\n");
}
const plain = (text) => text.normalize("NFD").replace(/\p{Diacritic}/gu, "").normalize();
const all = [...replacements, ["&", " and "], ["🦄", " unicorn "], ["♥", " love "]];
const single = all.filter(([from, to]) => [...from].length === 1 && plain(from) !== to);
// Of several characters the first replacement counts, which may be that of one of them.
const several = all.filter(([from, to]) => [...from].length > 1 && transliterate(from) === to);
table("eleventy", "@sindresorhus/transliterate 1.6.0", single);
writeFileSync(
  here("../../assets/slugs/eleventy_several.tsv"),
  ["# Characters that @sindresorhus/transliterate 1.6.0 replaces together.", ...several.map(([from, to]) => `${to}\t${from}`)].join("\n") + "\n",
);
const slugs = [];
const hexo = [];
for (let code = 0x20; code < 0x10000; code++) {
  if (code >= 0xd800 && code < 0xe000) continue;
  const from = String.fromCodePoint(code);
  const one = slugify(`a${from}a`).slice(1, -1);
  if (!/\s/.test(from) && one !== from && one !== "") slugs.push([from, one]);
  const other = slugize(`a${from}a`).slice(1, -1);
  if (other !== from && other !== "-" && other !== "") hexo.push([from, other]);
}
table("slugify", "slugify 1.6.9", slugs);
table("hexo", "hexo-util", hexo);
