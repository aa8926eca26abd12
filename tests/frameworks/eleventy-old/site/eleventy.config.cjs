const pluginDate = (date) => date.toISOString();

module.exports = function (config) {
  config.addPassthroughCopy({ "src/static": "static" });
  config.addFilter("iso", pluginDate);
  config.addCollection("posts", (collection) => collection.getFilteredByGlob("./src/posts/*.md").reverse());
  config.setDataDeepMerge(true);

  return {
    dir: { input: "src", output: "dist", data: "data" },
    markdownTemplateEngine: "liquid",
  };
};
