// Writes what Gatsby's `createFilePath` makes of a site's posts: `gatsby.mjs MODULE SITE TRUTH`, then `truth.py --by-hand TRUTH SITE`.
//
// MODULE is `create-file-path.js` of gatsby-source-filesystem 5.16.0, which asks only for `slash` of gatsby-core-utils; Gatsby itself
// is too large for the CI. Run it where `npm install js-yaml@4` was run.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import yaml from "js-yaml";

const [module, site, truth] = process.argv.slice(2);
const load = Module._load;
Module._load = (name, ...rest) =>
  name === "gatsby-core-utils" ? { slash: (path) => path.replaceAll("\\", "/") } : load(name, ...rest);
const createFilePath = createRequire(import.meta.url)(module);

const HOME = "https://gatsby.example.org/";
const FOLDER = "content/blog";
const files = readdirSync(`${site}/${FOLDER}`, { recursive: true }).filter((file) => file.endsWith(".md"));
const posts = files.map((relativePath) => {
  const front = yaml.load(readFileSync(`${site}/${FOLDER}/${relativePath}`, "utf8").split("---")[1]);
  const route = createFilePath({ node: { internal: { type: "File" }, relativePath }, getNode: () => undefined });
  const folder = relativePath.replace(/[^/]*$/, "");
  return {
    path: `${FOLDER}/${relativePath}`,
    route,
    url: new URL(route, HOME).href,
    title: front.title,
    published: new Date(front.date).toISOString(),
    tags: front.tags ?? [],
    authors: ["Bea Flint"],
    cover_file: front.featuredImage && `${FOLDER}/${folder}${front.featuredImage.replace("./", "")}`,
  };
});
writeFileSync(truth, JSON.stringify({ site: { title: "Chalk and slate", url: HOME }, posts }));
