import { SITE } from "@/config";
import { published, slug } from "@/posts";

export async function GET() {
  return new Response(JSON.stringify({
    site: { title: SITE.title, url: SITE.website, language: SITE.lang },
    posts: (await published()).map(post => ({
      path: post.filePath,
      url: new URL(`posts/${slug(post)}`, SITE.website).href,
      title: post.data.title,
      published: post.data.pubDatetime.toISOString(),
      tags: post.data.tags,
      authors: [post.data.author],
      cover_file: (post.data.ogImage as any)?.fsPath ?? null,
    })),
  }));
}
