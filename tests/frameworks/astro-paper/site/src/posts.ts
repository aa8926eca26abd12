import { getCollection, type CollectionEntry } from "astro:content";
import { SITE } from "@/config";

/** What is no draft and whose hour has come. */
export async function published() {
  const posts = await getCollection("blog");
  return posts.filter(({ data }) =>
    !data.draft && Date.now() > new Date(data.pubDatetime).getTime() - SITE.scheduledPostMargin);
}

/** The folders but those that begin with `_`, then the last part of the id. */
export function slug(post: CollectionEntry<"blog">) {
  const folders = (post.filePath ?? "").replace("src/data/blog", "").split("/")
    .filter(part => part !== "" && !part.startsWith("_")).slice(0, -1)
    .map(part => part.toLowerCase().replace(/\s+/g, "-"));
  return [...folders, post.id.split("/").at(-1)].join("/");
}
