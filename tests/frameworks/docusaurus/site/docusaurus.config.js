// @ts-check
import {themes as prismThemes} from 'prism-react-renderer';

/** @type {import('@docusaurus/types').Config} */
const config = {
  title: 'Gearbox',
  tagline: 'Wheels within wheels',
  url: 'https://docusaurus.example.org',
  baseUrl: '/gears/',
  organizationName: 'gearbox',
  projectName: 'gears',
  onBrokenLinks: 'warn',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  presets: [
    [
      'classic',
      /** @type {import('@docusaurus/preset-classic').Options} */
      ({
        docs: false,
        blog: {
          showReadingTime: true,
          feedOptions: { type: ['rss', 'atom'], xslt: true },
          onInlineTags: 'ignore',
          onInlineAuthors: 'ignore',
          onUntruncatedBlogPosts: 'ignore',
        },
      }),
    ],
  ],
  themeConfig: { image: 'img/social.png', prism: { theme: prismThemes.github } },
};

export default config;
