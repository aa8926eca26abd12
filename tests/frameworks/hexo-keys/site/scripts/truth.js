hexo.extend.generator.register("truth", ({ posts }) => ({
  path: "truth.json",
  data: JSON.stringify({
    site: { title: hexo.config.title, url: hexo.config.url, language: [].concat(hexo.config.language)[0] },
    posts: posts.map((post) => ({
      path: `source/${post.source}`,
      url: post.permalink,
      title: post.title,
      published: post.date.toISOString(),
      tags: post.tags.map((tag) => tag.name),
      authors: [].concat(post.author ?? hexo.config.author),
      language: post.lang ?? post.language ?? [].concat(hexo.config.language)[0],
      cover_file: cover(post),
    })),
  }),
}));

// A path is the site's; a mere name is a file of the post's own folder.
function cover(post) {
  const named = post.cover ?? post.index_img ?? post.thumbnail ?? post.banner;
  if (typeof named !== "string") return null;
  return named.includes("/") ? new URL(hexo.config.root + named.replace(/^\//, ""), hexo.config.url).href : new URL(named, post.permalink).href;
}
