# -*- coding: utf-8 -*-

import time

# Data about this site
BLOG_AUTHOR = "Otto Kern"  # (translatable)
BLOG_TITLE = {"en": "Slow bread", "de": "Langsames Brot"}
SITE_URL = "https://nikola.example.org/bread/"
BLOG_EMAIL = "otto@nikola.example.org"
BLOG_DESCRIPTION = "Flour, water, salt."

DEFAULT_LANG = "en"
TRANSLATIONS = {
    DEFAULT_LANG: "",
    "de": "./de",
}
TRANSLATIONS_PATTERN = "{path}.{lang}.{ext}"

POSTS = (
    ("posts/*.rst", "posts", "post.tmpl"),
    ("posts/*.md", "posts", "post.tmpl"),
    ("posts/*.html", "posts", "post.tmpl"),
    ("journal/*.md", "diary", "post.tmpl"),
)
PAGES = (("pages/*.md", "pages", "page.tmpl"),)

TIMEZONE = "Europe/Vienna"
PRETTY_URLS = True
IMAGE_FOLDERS = {"images": "images"}
THEME = "base"
COMPILERS = {
    "rest": (".rst", ".txt"),
    "markdown": (".md", ".mdown", ".markdown"),
    "html": (".html", ".htm"),
}
CONTENT_FOOTER = 'Contents &copy; {date} <a href="mailto:{email}">{author}</a>'.format(
    email=BLOG_EMAIL, author=BLOG_AUTHOR, date=time.gmtime().tm_year)
GLOBAL_CONTEXT = {}
