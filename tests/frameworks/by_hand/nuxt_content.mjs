// Writes what Nuxt Content makes of the paths of a site: `nuxt_content.mjs MODULE SITE EXPECTED`.
//
// The rule is private to Nuxt Content, so its own text is taken out of MODULE, `dist/module.mjs` of @nuxt/content 3.16.1, and run
// with its own libraries: `npm install slugify@1.6.9 ufo@1.6.4 scule@1.3.0 defu@6.1.7 js-yaml@4` in the folder of this file's copy.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import defu from "defu";
import yaml from "js-yaml";
import { pascalCase } from "scule";
import slugify from "slugify";
import { withLeadingSlash, withoutTrailingSlash } from "ufo";

const [module, site, expected] = process.argv.slice(2);
const HOST = "https://nuxt.example.org";
const FOLDER = "content/3.blog";

const source = readFileSync(module, "utf8");
const rule = source.slice(source.indexOf("const SEMVER_REGEX"), source.indexOf("const markdown = defineTransformer"));
const names = ["slugify", "withLeadingSlash", "withoutTrailingSlash", "pascalCase", "defu$1", "defineTransformer"];
const pathMeta = new Function(...names, `${rule}; return pathMetaTransformer;`)(
  slugify, withLeadingSlash, withoutTrailingSlash, pascalCase, defu, (transformer) => transformer);

const files = readdirSync(`${site}/${FOLDER}`, { recursive: true }).filter((file) => file.endsWith(".md")).sort();
const posts = files.map((file) => {
  const front = yaml.load(readFileSync(`${site}/${FOLDER}/${file}`, "utf8").split("---")[1]);
  const { path, title } = pathMeta.transform({ id: `posts/3.blog/${file}`, ...front, title: front.title });
  return {
    path: `${FOLDER}/${file}`,
    url: new URL(path, HOST).href,
    title,
    published: front.date.toISOString(),
    tags: front.tags ?? [],
    authors: front.authors?.map(({ name }) => name),
    language: "en",
    cover_file: front.image && `public${front.image}`,
  };
});
const truth = { framework: "nuxt-content", site: { title: "Moss & fern", url: HOST, language: "en" }, posts };
writeFileSync(expected, JSON.stringify(truth, null, 1) + "\n");
