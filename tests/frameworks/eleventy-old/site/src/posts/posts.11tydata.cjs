module.exports = {
  layout: false,
  permalink: "/writing/{{ page.fileSlug }}/index.html",
  author: "Moe Peat",
};
