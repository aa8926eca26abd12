// Reads a feed with feedsmith. The first argument is the folder that holds node_modules.
import fs from "node:fs";
import { createRequire } from "node:module";

const [modules, file] = process.argv.slice(2);
const { parseFeed } = createRequire(fs.realpathSync(modules) + "/")("feedsmith");
const { format, feed } = parseFeed(fs.readFileSync(file, "utf8"));
const typed = (value, html) => (value == null ? null : { [html ? "html" : "text"]: value });
const date = (value) => (value == null ? null : new Date(value).toISOString());
const shapes = {
  rss: (item) => ({
    title: item.title ?? null,
    link: item.link ?? null,
    id: item.guid?.value ?? null,
    published: date(item.pubDate),
    updated: date(item.atom?.updated ?? item.dcterms?.modified?.[0] ?? item.dcterms?.modified),
    authors: item.dc?.creators ?? (item.authors ?? []).map((author) => author.name ?? author),
    tags: (item.categories ?? []).map((category) => category.name),
    summary: typed(item.description, true),
    content: typed(item.content?.encoded, true),
    language: item.dc?.languages?.[0] ?? item.dc?.language ?? null,
    enclosures: (item.enclosures ?? []).map(({ url, type, length }) => [url, type, length]),
  }),
  atom: (entry) => ({
    title: entry.title?.value ?? entry.title ?? null,
    link: (entry.links ?? []).find((link) => link.rel === "alternate")?.href ?? null,
    id: entry.id ?? null,
    published: date(entry.published),
    updated: date(entry.updated),
    authors: (entry.authors ?? []).map((author) => author.name),
    tags: (entry.categories ?? []).map((category) => category.term),
    summary: typed(entry.summary?.value ?? entry.summary, entry.summary?.type === "html"),
    content: typed(entry.content?.value ?? entry.content, entry.content?.type ? entry.content.type === "html" : true),
    enclosures: (entry.links ?? [])
      .filter((link) => link.rel === "enclosure")
      .map(({ href, type, length }) => [href, type, length]),
  }),
  json: (item) => ({
    title: item.title ?? null,
    link: item.url ?? null,
    id: item.id ?? null,
    published: date(item.date_published),
    updated: date(item.date_modified),
    authors: (item.authors ?? []).map((author) => author.name),
    tags: item.tags ?? [],
    summary: typed(item.summary, false),
    content: typed(item.content_html ?? item.content_text, item.content_html != null),
    language: item.language ?? null,
    enclosures: (item.attachments ?? []).map((file) => [file.url, file.mime_type, file.size_in_bytes]),
  }),
};
for (const item of feed.items ?? feed.entries) console.log(JSON.stringify(shapes[format](item)));
