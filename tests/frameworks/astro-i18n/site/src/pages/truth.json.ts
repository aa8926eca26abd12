import { getCollection } from "astro:content";

export async function GET({ site }) {
  const home = new URL("magazin/", site).href;
  return new Response(JSON.stringify({
    site: { url: home, language: "es" },
    posts: (await getCollection("blog")).map((post) => {
      const [lang, ...slug] = post.id.split("/");
      return {
        path: post.filePath,
        url: new URL(`${lang}/blog/${slug.join("/")}/`, home).href,
        title: post.data.title,
        published: post.data.date.toISOString(),
        tags: post.data.categories ?? [],
        language: lang,
      };
    }),
  }));
}
