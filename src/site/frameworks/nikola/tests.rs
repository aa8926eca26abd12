#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use crate::site::frameworks::sample::Sample;

const CONF: &str = "BLOG_TITLE = 'N'\nSITE_URL = 'https://n.example.org/'\nDEFAULT_LANG = 'en'\nTRANSLATIONS = {DEFAULT_LANG: '', 'es': './es'}\nPOSTS = (('posts/*.rst', {'en': 'blog', 'es': 'bitacora'}, 'post.tmpl'), ('posts/*.ipynb', 'nb', 'post.tmpl'))\n";

#[test]
fn a_translation_inherits_what_it_does_not_say() {
    let files = [
        ("conf.py", CONF),
        ("posts/a.rst", ".. title: One\n.. slug: one\n.. date: 2020-01-02\n.. tags: b, A\n\nText"),
        ("posts/a.es.rst", ".. title: Uno\n\nTexto"),
    ];
    let sample = Sample::read("nikola", &files);
    assert_eq!(sample.route("posts/a.rst"), "/blog//one/");
    assert_eq!(sample.route("posts/a.es.rst"), "es/bitacora//one/");
    let spanish = sample.post("posts/a.es.rst");
    assert_eq!(spanish.published.as_ref().unwrap().value, "2020-01-02");
    assert_eq!(spanish.tags, ["A", "b"]);
    assert_eq!(spanish.translation_key, sample.post("posts/a.rst").translation_key);
}

#[test]
fn a_file_beside_a_post_says_what_the_post_is() {
    let files = [
        ("conf.py", CONF),
        ("posts/a.rst", "Text alone\n\nmore"),
        ("posts/a.meta", ".. title: Beside\n.. date: 2020-01-02\n.. status: private\n"),
    ];
    let sample = Sample::read("nikola", &files);
    assert_eq!(sample.title("posts/a.rst"), "Beside");
    assert!(sample.post("posts/a.rst").unlisted);
    assert_eq!(sample.route("posts/a.rst"), "/blog//a/");
}

#[test]
fn a_notebook_says_it_in_its_metadata() {
    let notebook = r##"{"cells": [{"cell_type": "markdown", "source": ["Prose."]}],
        "metadata": {"nikola": {"title": "Cells", "slug": "cells", "date": "2020-01-02"}}}"##;
    let sample = Sample::read("nikola", &[("conf.py", CONF), ("posts/x/n.ipynb", notebook)]);
    assert_eq!(sample.title("posts/x/n.ipynb"), "Cells");
    assert_eq!(sample.route("posts/x/n.ipynb"), "/nb/x/cells/");
}

#[test]
fn the_configuration_of_sphinx_is_not_nikola_s() {
    let files =
        [("conf.py", "project = 'X'\nextensions = []\n"), ("a.md", "---\ndate: 2020-01-02\n---\nText")];
    Sample::read("folder", &files);
}
