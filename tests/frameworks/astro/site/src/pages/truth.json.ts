import { getCollection } from 'astro:content';
import { SITE_TITLE } from '../consts';

export async function GET({ site }) {
  const posts = await getCollection('blog', ({ data }) => data.draft !== true);
  const home = new URL(import.meta.env.BASE_URL, site).href;
  return new Response(JSON.stringify({
    site: { title: SITE_TITLE, url: home, language: 'en' },
    posts: posts.map((post) => ({
      path: post.filePath,
      url: new URL(`blog/${post.id}/`, home).href,
      title: post.data.title,
      published: post.data.pubDate.toISOString(),
      tags: post.data.tags ?? [],
      authors: post.data.author ? [post.data.author] : [],
      cover_file: post.data.heroImage?.fsPath ?? (post.data.cover ? new URL(post.data.cover, site).href : null),
    })),
  }));
}
