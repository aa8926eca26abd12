import type {Config} from '@docusaurus/types';
import type * as Preset from '@docusaurus/preset-classic';

const config: Config = {
  title: 'Vent debout',
  url: 'https://docusaurus-deux.example.org',
  baseUrl: '/',
  trailingSlash: true,
  i18n: {
    defaultLocale: 'fr',
    locales: ['fr'],
    localeConfigs: {fr: {label: 'Français'}},
  },
  presets: [
    [
      'classic',
      {
        docs: false,
        blog: {
          path: 'nouvelles',
          routeBasePath: '/',
          authorsMapPath: 'auteurs.json',
          blogTitle: 'Nouvelles',
          onUntruncatedBlogPosts: 'ignore',
        },
      } satisfies Preset.Options,
    ],
  ],
  plugins: [
    [
      '@docusaurus/plugin-content-blog',
      {id: 'journal', path: './journal', routeBasePath: 'le-journal', onUntruncatedBlogPosts: 'ignore'},
    ],
  ],
};

export default config;
