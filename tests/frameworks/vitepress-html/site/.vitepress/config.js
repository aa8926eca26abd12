import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { createContentLoader } from 'vitepress'

export default {
  title: 'Distelwein',
  lang: 'de',
  srcDir: 'seiten',
  locales: {
    root: { label: 'Deutsch', lang: 'de' },
    en: { label: 'English', lang: 'en', title: 'Thistle wine' },
  },
  rewrites: { 'texte/:name.md': 'blog/:name.md' },
  sitemap: { hostname: 'https://vitepress-zwei.example.org' },
  async buildEnd({ outDir, site, rewrites }) {
    const pages = await createContentLoader(['texte/**/*.md', 'en/texte/**/*.md']).load()
    const home = 'https://vitepress-zwei.example.org/'
    writeFileSync(path.join(outDir, 'truth.json'), JSON.stringify({
      site: { title: site.title, url: home, language: site.lang },
      posts: pages.filter(({ frontmatter }) => frontmatter.date).map(({ frontmatter }) => ({
        path: 'seiten/' + frontmatter.file,
        url: new URL((rewrites.map[frontmatter.file] ?? frontmatter.file).replace(/\.md$/, '.html'), home).href,
        title: frontmatter.title,
        published: new Date(frontmatter.date).toISOString(),
        tags: frontmatter.tags ?? [],
        authors: [].concat(frontmatter.author ?? []),
        language: frontmatter.file.startsWith('en/') ? 'en' : site.lang,
      })),
    }))
  },
}
