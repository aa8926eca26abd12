// Prints what Docusaurus makes of a site's blogs: `docusaurus.mjs SITE TRUTH`. It loads the site as a build does, and stops
// before webpack, which knows nothing of posts; a post counts when Docusaurus has a route for it.
import { createRequire } from "node:module";
import { writeFileSync } from "node:fs";
import path from "node:path";

const [site, truth] = process.argv.slice(2);
const require = createRequire(path.join(site, "package.json"));
const core = path.dirname(require.resolve("@docusaurus/core/package.json"));
const { loadSite } = require(path.join(core, "lib/server/site.js"));

const { props } = await loadSite({ siteDir: site });
const { siteConfig, i18n } = props;
const posts = [...published(props)];
for (const locale of i18n.locales.filter((locale) => locale !== i18n.defaultLocale)) {
  // What is not translated is shown in every language; its address is the one in its own.
  const translated = published((await loadSite({ siteDir: site, locale })).props);
  posts.push(...translated.filter((post) => post.path.startsWith("i18n/")));
}
const home = new URL(siteConfig.baseUrl, siteConfig.url).href;
writeFileSync(truth, JSON.stringify({ site: { title: siteConfig.title, url: home, language: i18n.defaultLocale }, posts }));
process.exit(0);

function published({ siteConfig, routesPaths, plugins, i18n }) {
  // Routes have the slash at the end that the site asks for; permalinks do not.
  const bare = (path) => path.replace(/\/$/, "");
  const route = (permalink) => routesPaths.find((path) => bare(path) === bare(permalink));
  const blogs = plugins.filter(({ name }) => name === "docusaurus-plugin-content-blog");
  const posts = blogs.flatMap(({ content }) => content.blogPosts).filter(({ metadata }) => route(metadata.permalink));
  return posts.map(({ metadata }) => {
    const path = metadata.source.replace(/^@site\//, "");
    return {
      path,
      route: route(metadata.permalink),
      url: new URL(route(metadata.permalink), siteConfig.url).href,
      title: metadata.title,
      published: metadata.date.toISOString(),
      tags: metadata.tags.map(({ label }) => label),
      authors: metadata.authors.map(({ name }) => name),
      language: i18n.currentLocale,
      cover_file: cover(metadata.frontMatter.image, path),
    };
  });
}

function cover(image, post) {
  if (!image || image.includes("://")) return null;
  return image.startsWith("/") ? `static${image}` : path.posix.join(path.posix.dirname(post), image);
}
