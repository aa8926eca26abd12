// Reads a feed with rss-parser. The first argument is the folder that holds node_modules.
import fs from "node:fs";
import { createRequire } from "node:module";

const [modules, file] = process.argv.slice(2);
const Parser = createRequire(fs.realpathSync(modules) + "/")("rss-parser");
const feed = await new Parser({ customFields: { item: [["dc:creator", "creators", { keepArray: true }]] } }).parseString(
  fs.readFileSync(file, "utf8"),
);
const isAtom = file.endsWith("atom.xml");
for (const item of feed.items) {
  const content = item["content:encoded"] ?? (isAtom ? item.content : undefined);
  const summary = isAtom ? item.summary : item.content;
  console.log(
    JSON.stringify({
      title: item.title ?? null,
      link: item.link ?? null,
      id: (isAtom ? item.id : item.guid) ?? null,
      published: item.isoDate ?? null,
      authors: item.creators ?? (item.author ? [item.author] : []),
      tags: item.categories ?? [],
      summary: summary == null ? null : { [isAtom ? "text" : "html"]: summary },
      content: content == null ? null : { html: content },
      enclosures: item.enclosure ? [[item.enclosure.url, item.enclosure.type, Number(item.enclosure.length)]] : [],
    }),
  );
}
