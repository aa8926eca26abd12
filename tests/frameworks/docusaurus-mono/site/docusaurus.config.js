const organization = 'nobody';
const base = `/${'docs'}/`;

async function createConfig() {
  return {
    title: 'Looms' + ' & ' + 'reeds',
    url: 'https://docusaurus-vier.example.org',
    baseUrl: base,
    organizationName: organization,
    presets: [
      [
        'classic',
        {
          docs: false,
          pages: false,
          blog: {
            path: 'writing',
            routeBasePath: 'writing',
            include: ['**/*.mdx', '**/*.md'],
            exclude: ['**/archive/**'],
            authorsMapPath: 'people.yml',
            onUntruncatedBlogPosts: 'ignore',
            onInlineTags: 'ignore',
            onInlineAuthors: 'ignore',
            tags: false,
          },
        },
      ],
    ],
  };
}

module.exports = createConfig;
