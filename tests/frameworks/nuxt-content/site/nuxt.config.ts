// https://nuxt.com/docs/api/configuration/nuxt-config
export default defineNuxtConfig({
  $development: {
    site: { url: 'http://localhost:3000' },
  },
  modules: ['@nuxt/content', '@nuxtjs/sitemap'],
  site: {
    url: 'https://nuxt.example.org',
    name: 'Moss & fern',
    defaultLocale: 'en',
  },
  app: { head: { htmlAttrs: { lang: 'en' } } },
  compatibilityDate: '2024-11-01',
})
