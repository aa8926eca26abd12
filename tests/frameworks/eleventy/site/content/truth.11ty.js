export const data = { permalink: "/truth.json", eleventyExcludeFromCollections: true };

export function render({ collections, metadata }) {
  return JSON.stringify({
    site: { title: metadata.title, url: metadata.url, language: metadata.language },
    posts: collections.posts.filter(({ url }) => url).map(({ inputPath, url, date, data }) => ({
      path: inputPath,
      url: new URL(url, metadata.url).href,
      title: data.title,
      published: date.toISOString(),
      tags: data.tags.filter((tag) => tag !== "posts"),
      authors: [].concat(data.author ?? metadata.author.name),
      language: data.lang ?? metadata.language,
      cover_file: data.image ? new URL(data.image, new URL(url, metadata.url)).href : null,
    })),
  });
}
