export const SITE = {
  website: "https://astro-two.example.org/", // replace this with your deployed domain
  author: "Nils Frost",
  profile: "https://nils.example.net/",
  desc: "A small press.",
  title: "Frost & Sons",
  ogImage: "og.png",
  lightAndDarkMode: true,
  lang: "en",
  timezone: "Europe/Oslo",
  scheduledPostMargin: 15 * 60 * 1000, // 15 minutes
} as const;
