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
const { siteConfig, routesPaths, plugins, i18n } = props;
const blogs = plugins.filter(({ name }) => name === "docusaurus-plugin-content-blog");
const posts = blogs.flatMap(({ content }) => content.blogPosts).map(({ metadata }) => ({
  path: metadata.source.replace(/^@site\//, ""),
  route: route(metadata.permalink),
  url: new URL(route(metadata.permalink) ?? "", siteConfig.url).href,
  title: metadata.title,
  published: metadata.date.toISOString(),
  tags: metadata.tags.map(({ label }) => label),
  authors: metadata.authors.map(({ name }) => name),
  language: i18n.currentLocale,
  cover_file: cover(metadata.frontMatter.image, metadata.source),
}));
const home = new URL(siteConfig.baseUrl, siteConfig.url).href;
writeFileSync(truth, JSON.stringify({
  site: { title: siteConfig.title, url: home, language: i18n.defaultLocale },
  posts: posts.filter(({ route }) => route),
}));
process.exit(0);

// Routes have the slash at the end that the site asks for; permalinks do not.
function route(permalink) {
  return routesPaths.find((path) => path.replace(/\/$/, "") === permalink.replace(/\/$/, ""));
}

function cover(image, source) {
  if (!image) return null;
  return image.startsWith("/") ? `static${image}` : path.posix.join(path.posix.dirname(source.replace(/^@site\//, "")), image);
}
