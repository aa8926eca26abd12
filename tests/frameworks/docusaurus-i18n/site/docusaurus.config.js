const config = {
  title: 'Kites',
  url: 'https://docusaurus-drei.example.org',
  baseUrl: '/',
  trailingSlash: false,
  i18n: {
    defaultLocale: 'en',
    locales: ['en', 'pt-BR'],
  },
  presets: [
    [
      '@docusaurus/preset-classic',
      { docs: false, blog: { routeBasePath: '/news', onUntruncatedBlogPosts: 'ignore', onInlineAuthors: 'ignore' } },
    ],
  ],
};

module.exports = config;
