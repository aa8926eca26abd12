module.exports = function (eleventyConfig) {
  eleventyConfig.addPassthroughCopy("images");
  eleventyConfig.addCollection("writing", (api) => api.getFilteredByGlob("posts/**/*.md"));
  return { pathPrefix: "/log/" };
};
