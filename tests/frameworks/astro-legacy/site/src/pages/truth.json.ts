import { getCollection } from "astro:content";

export async function GET({ site }) {
  const post = (await getCollection("post")).map((post) => [post, `src/content/post/${post.id}`, post.slug, post.data.publishDate]);
  const news = (await getCollection("news")).map((post) => [post, `src/content/news/${post.id}`, `neues/${post.slug}`, post.data.date]);
  const pages = Object.values(import.meta.glob("./texte/*.md", { eager: true })).filter((page: any) => page.url !== undefined)
    .filter((page: any) => !page.file.includes("/_"))
    .map((page: any) => [{ data: page.frontmatter }, page.file, page.url.slice(1), new Date(page.frontmatter.pubDate)]);
  return new Response(JSON.stringify({
    site: { url: site.href, language: "de" },
    posts: [...post, ...news, ...pages].map(([post, path, slug, day]: any) => ({
      path,
      url: new URL(`${slug}/`, site).href,
      title: post.data.title,
      published: day.toISOString(),
      tags: post.data.tags ?? [],
      cover_file: post.data.image ? new URL(post.data.image, site).href : null,
      authors: post.data.author ? [post.data.author] : [],
    })),
  }));
}
