export default {
  title: "Seeds and sheds",
  url: "https://eleventy.example.org/",
  language: "en",
  description: "An allotment, week by week.",
  author: {
    name: "Tess Arden",
    email: "tess@eleventy.example.org",
    url: "https://eleventy.example.org/about/",
  },
};
