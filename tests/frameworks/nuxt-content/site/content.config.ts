import { defineCollection, defineContentConfig, z } from '@nuxt/content'

export default defineContentConfig({
  collections: {
    posts: defineCollection({
      type: 'page',
      source: '3.blog/**/*.md',
      schema: z.object({ date: z.date(), image: z.string().optional(), tags: z.array(z.string()).optional() }),
    }),
    pages: defineCollection({ type: 'page', source: '*.md' }),
  },
})
