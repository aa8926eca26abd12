module.exports = {
  name: "Old ways",
  baseUrl: "https://eleventy-drei.example.org",
  authorName: "Moe Peat",
  language: "en-IE",
};
