exports.data = { permalink: "/truth.json", eleventyExcludeFromCollections: true };

exports.render = ({ collections, site }) => JSON.stringify({
  site: { title: site.title, url: `${site.url}/log/`, language: site.lang },
  posts: collections.writing.map(({ inputPath, url, date, data }) => ({
    path: inputPath,
    url: new URL(`/log${url}`, site.url).href,
    title: data.title,
    published: date.toISOString(),
    tags: [].concat(data.tags),
    authors: [data.author ?? site.author],
    language: data.lang ?? site.lang,
    cover_file: data.image ? new URL(data.image, site.url).href : null,
  })),
});
