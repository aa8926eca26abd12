module.exports = {
  title: 'Harbour Notes',
  author: 'Ada Quay',
  language: 'en-us',
  siteUrl: 'https://harbour.example.org',
}
