exports.data = { permalink: "/truth.json", eleventyExcludeFromCollections: true };

exports.render = ({ collections, site }) => JSON.stringify({
  site: { title: site.name, url: site.baseUrl, language: site.language },
  posts: collections.posts.map(({ inputPath, url, date, data }) => ({
    path: inputPath,
    url: new URL(url, site.baseUrl).href,
    title: data.title,
    published: date.toISOString(),
    tags: [].concat(data.tags ?? []).map((tag) => tag.trim()),
    authors: [data.author],
    language: site.language,
    cover_file: data.image ? new URL(data.image, site.baseUrl).href : null,
  })),
});
