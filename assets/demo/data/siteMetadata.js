/** @type {import("pliny/config").PlinyConfig } */
const siteMetadata = {
  title: 'Slack Water',
  author: 'Elena Tanabe',
  headerTitle: 'Slack Water',
  description:
    'Two people, one shoreline, four languages. Field notes on tides, weather, paper and patience.',
  language: 'en-GB',
  theme: 'system', // system, dark or light
  siteUrl: 'https://slackwater.example.org',
  siteRepo: 'https://git.example.org/slackwater/site',
  siteLogo: `${process.env.BASE_PATH || ''}/static/images/logo.png`,
  email: 'hello@slackwater.example.org',
  // mastodon: 'https://social.example.org/@slackwater',
  locale: 'en-GB',
  comments: {
    // Letters are better. Write to the address above and we will write back.
    provider: '',
  },
  search: {
    provider: 'kbar', // kbar or algolia
    kbarConfig: {
      searchDocumentsPath: `${process.env.BASE_PATH || ''}/search.json`, // path to load documents to search
    },
  },
}

module.exports = siteMetadata
