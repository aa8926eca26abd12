"""Sites of the same posts, for the programs that draw cards for a site."""

import os
import shutil

SETTINGS = """title: Harbour Notes
url: https://harbour.example.org
language: en
authors: [Ada Quay]
posts: [{dir: posts, url: "/:slug"}]
out: public
"""


def syndicard(folder, job, focus):
    """Covers lie beside their posts; with a focus in the middle, as all other programs crop."""
    fresh(folder)
    (folder / "posts").mkdir()
    (folder / "public").mkdir()
    (folder / "syndicard.yaml").write_text(SETTINGS)
    for post in job["posts"]:
        head = [f"title: {quoted(post['title'])}", "date: 2026-11-12"]
        if post["cover"]:
            os.link(post["cover"], folder / "posts" / f"{post['name']}.jpg")
            head += [f"cover: {post['name']}.jpg"] + (["cover_focus: [0.5, 0.5]"] if focus else [])
        (folder / "posts" / f"{post['name']}.md").write_text(page(head, "Text."))


HUGO_SETTINGS = """baseURL = "https://harbour.example.org/"
title = "Harbour Notes"
disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap", "robotsTXT", "404"]
[imaging]
quality = {quality}
"""
HUGO_PAGE = """{{{{ $cover := .Resources.GetMatch "cover.jpg" }}}}
{{{{ $dark := resources.Get "dark.png" }}}}{{{{ $bold := resources.Get "bold.ttf" }}}}{{{{ $regular := resources.Get "regular.ttf" }}}}
{{{{ $title := images.Text .Title (dict "color" "#ffffff" "size" 64 "linespacing" 6 "x" 64 "y" {title_foot} "aligny" "bottom" "font" $bold) }}}}
{{{{ $site := images.Text "{site}" (dict "color" "#e6e6e6" "size" 28 "x" 64 "y" {site_foot} "aligny" "bottom" "font" $regular) }}}}
{{{{ with $cover }}}}
{{{{ $card := . | images.Filter (images.Process "fill {width}x{height} Center jpg") (images.Overlay $dark 0 0) $title $site }}}}{{{{ $card.RelPermalink }}}}
{{{{ else }}}}
{{{{ $card := resources.Get "ground.png" | images.Filter (images.Process "jpg") $title $site }}}}{{{{ $card.RelPermalink }}}}
{{{{ end }}}}
"""


def hugo(folder, job):
    """A page bundle for each post, and a template that draws its card by image filters."""
    fresh(folder)
    for part in ("layouts", "assets", "content/posts"):
        (folder / part).mkdir(parents=True)
    (folder / "hugo.toml").write_text(HUGO_SETTINGS.format(quality=job["quality"]))
    (folder / "layouts/page.html").write_text(
        HUGO_PAGE.format(
            width=job["width"], height=job["height"], site=job["site"], site_foot=job["height"] - 64, title_foot=job["height"] - 64 - 34 - 28
        )
    )
    for weight in ("bold", "regular"):
        os.link(job[weight], folder / f"assets/{weight}.ttf")
    gradients(folder / "assets", job["width"], job["height"])
    for post in job["posts"]:
        bundle = folder / "content/posts" / post["name"]
        bundle.mkdir()
        head = [f"title: {quoted(post['title'])}", "date: 2026-11-12", "build: {publishResources: false}"]
        (bundle / "index.md").write_text(page(head, "Text."))
        if post["cover"]:
            os.link(post["cover"], bundle / "cover.jpg")


MKDOCS_SETTINGS = """site_name: Harbour Notes
site_url: https://harbour.example.org
theme: {name: material, font: false}
plugins:
  - social: {cache: false, concurrency: 1, cards_layout_dir: layouts, cards_layout: cover, log: false}
"""
MKDOCS_LAYOUT = """size: {{width: {width}, height: {height}}}
layers:
  - background: {{image: "{{{{ page.meta.cover or 'assets/ground.png' }}}}"}}
  - background: {{image: "{{{{ page.meta.dark }}}}"}}
  - size: {{width: {inner}, height: 352}}
    offset: {{x: 64, y: {title_top}}}
    typography: {{content: "{{{{ page.title }}}}", align: start bottom, color: white, line: {{amount: 5, height: 1.1}}, font: {{family: Inter, style: Bold}}}}
  - size: {{width: {inner}, height: 36}}
    offset: {{x: 64, y: {site_top}}}
    typography: {{content: "{site}", align: start, color: "#e6e6e6", font: {{family: Inter, style: Regular}}}}
"""


def mkdocs(folder, job):
    """A page for each post, and a layout of cards. The fonts lie where the plugin keeps those that it has fetched."""
    fresh(folder)
    for part in ("docs", "layouts", "assets", ".cache/plugin/social/fonts/Inter"):
        (folder / part).mkdir(parents=True)
    height = job["height"]
    (folder / "mkdocs.yml").write_text(MKDOCS_SETTINGS)
    (folder / "layouts/cover.yml").write_text(
        MKDOCS_LAYOUT.format(
            width=job["width"], height=height, inner=job["width"] - 128, site=job["site"], site_top=height - 100, title_top=height - 128 - 352
        )
    )
    gradients(folder / "assets", job["width"], height)
    for weight in ("Bold", "Regular"):
        os.link(job[weight.lower()], folder / f".cache/plugin/social/fonts/Inter/{weight}.ttf")
    for post in job["posts"]:
        head = [f"title: {quoted(post['title'])}"]
        if post["cover"]:
            head += [f"cover: {quoted(post['cover'])}", "dark: assets/dark.png"]
        (folder / "docs" / f"{post['name']}.md").write_text(page(head, "Text."))


def fresh(folder):
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)


def page(head, body):
    return "---\n" + "\n".join(head) + f"\n---\n\n{body}\n"


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def gradients(folder, width, height):
    """The darkening over covers, and the ground of cards without one."""
    from PIL import Image

    size = (width, height)
    dark = Image.new("RGBA", size, (0, 0, 0, 0))
    dark.putalpha(Image.linear_gradient("L").resize(size).point(lambda level: 13 + level * 191 // 255))
    dark.save(folder / "dark.png")
    slope = Image.linear_gradient("L").rotate(90).resize(size)
    Image.composite(Image.new("RGB", size, "#1e293b"), Image.new("RGB", size, "#0f766e"), slope).save(folder / "ground.png")
