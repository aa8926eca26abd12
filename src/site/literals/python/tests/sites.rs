use super::super::super::Position;
use super::*;

const BASE: &str = "
AUTHOR = 'Ada Löve'
SITENAME = \"Ink & Iron\"
SITEURL = ''
PATH = 'content'
TIMEZONE = 'Europe/Paris'
ARTICLE_URL = '{date:%Y}/{slug}/'
_private = 1
SOCIAL = (('You can', '#'),
          ('Another', 'https://b.example'),)
";

fn open(importer: &str, name: &str) -> Option<Imported> {
    assert_eq!(importer, "publishconf.py");
    (name == "pelicanconf").then(|| Imported { path: "pelicanconf.py".to_owned(), text: BASE.to_owned() })
}

#[test]
fn a_configuration_overrides_the_one_it_imports() {
    let source = "import os, sys
sys.path.append(os.curdir)
from pelicanconf import *
from elsewhere import NAME

# If your site is available via HTTPS, make sure SITEURL begins with https://
SITEURL = os.environ.get('SITEURL', \"https://a.example\")
RELATIVE_URLS = False
FEED_ALL_ATOM = f'{SITENAME}/feed.xml'
";
    let found = constants_with("publishconf.py", source, &mut open);
    let at = |path: &[&str]| note(found.get(path));
    assert_eq!(at(&["SITEURL"]), "'https://a.example'");
    assert_eq!(at(&["AUTHOR"]), "'Ada Löve'");
    assert_eq!(at(&["ARTICLE_URL"]), "'{date:%Y}/{slug}/'");
    assert_eq!(at(&["FEED_ALL_ATOM"]), "'Ink & Iron/feed.xml'");
    assert_eq!(at(&["SOCIAL"]), "[['You can', '#'], ['Another', 'https://b.example']]");
    assert_eq!(at(&["_private"]), "-");
    assert_eq!(found.at(&["AUTHOR"]), Some(Position { line: 3, column: 6 }));
    assert_eq!(found.at(&["SITEURL"]), Some(Position { line: 7, column: 11 }));
    let named =
        constants_with("publishconf.py", "from pelicanconf import (SITENAME as NAME,\n AUTHOR)", &mut open);
    assert_eq!(note(Some(&named)), "{AUTHOR: 'Ada Löve', NAME: 'Ink & Iron'}");
}

#[test]
fn nikola_s_configuration_is_read() {
    let source = r##"# -*- coding: utf-8 -*-
import time
BLOG_AUTHOR = "Your Name"  # (translatable)
BLOG_TITLE = {
    DEFAULT_LANG: "unknown yet",
}
SITE_URL = "https://example.com/"
DEFAULT_LANG = "en"
TRANSLATIONS = {
    DEFAULT_LANG: "",
    "es": "./es",
}
NAVIGATION_LINKS = {
    DEFAULT_LANG: (
        ("/archive.html", "Archive"),
    ),
}
POSTS = (
    ("posts/*.rst", "posts", "post.tmpl"),
    ("posts/*.md", "blog", "post.tmpl"),
)
COMPILERS = {
    "rest": ['.rst', '.txt'],
    "markdown": ('.md', '.mdown'),
}
CONTENT_FOOTER = 'Contents &copy; {date} <a href="mailto:{email}">{author}</a>'
CONTENT_FOOTER_FORMATS = {
    DEFAULT_LANG: ((), {"author": BLOG_AUTHOR, "date": time.gmtime().tm_year}),
}
TIMEZONE = "UTC"
"##;
    let found = constants(source);
    let at = |path: &[&str]| note(found.get(path));
    assert_eq!(
        at(&["POSTS"]),
        "[['posts/*.rst', 'posts', 'post.tmpl'], ['posts/*.md', 'blog', 'post.tmpl']]"
    );
    assert_eq!(at(&["TRANSLATIONS"]), "{en: '', es: './es'}");
    assert_eq!(at(&["NAVIGATION_LINKS", "en"]), "[['/archive.html', 'Archive']]");
    assert_eq!(at(&["COMPILERS", "markdown"]), "['.md', '.mdown']");
    assert_eq!(at(&["CONTENT_FOOTER_FORMATS", "en"]), "[[], {author: 'Your Name', date: ?}]");
    assert_eq!(at(&["SITE_URL"]), "'https://example.com/'");
    assert_eq!(at(&["TIMEZONE"]), "'UTC'");
}
