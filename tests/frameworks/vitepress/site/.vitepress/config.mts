import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createContentLoader, defineConfig } from 'vitepress'

const base = '/notes/'

// https://vitepress.dev/reference/site-config
export default defineConfig({
  title: 'Nettle tea',
  description: 'What grows by the fence.',
  lang: 'en-GB',
  base,
  cleanUrls: true,
  sitemap: { hostname: 'https://vitepress.example.org/notes/' },
  themeConfig: {
    nav: [{ text: 'Posts', link: '/posts/' }],
  },
  async buildEnd({ outDir, srcDir, site }) {
    const pages = await createContentLoader('posts/**/*.md').load()
    const home = 'https://vitepress.example.org' + base
    writeFileSync(path.join(outDir, 'truth.json'), JSON.stringify({
      site: { title: site.title, url: home, language: site.lang },
      posts: pages.filter(({ frontmatter }) => frontmatter.date).map(({ url, frontmatter }) => ({
        path: url.slice(1).replace(/\/$/, '/index') + '.md',
        url: new URL(url.slice(1), home).href,
        title: frontmatter.title,
        published: new Date(frontmatter.date).toISOString(),
        tags: frontmatter.tags ?? [],
        authors: [].concat(frontmatter.author ?? []),
        language: frontmatter.lang ?? site.lang,
        cover_file: frontmatter.image?.startsWith('/') ? new URL(frontmatter.image.slice(1), home).href : frontmatter.image && 'posts/' + frontmatter.image,
      })),
    }))
  },
})
