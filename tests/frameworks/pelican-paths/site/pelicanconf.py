#!/usr/bin/env python
# -*- coding: utf-8 -*- #
from __future__ import unicode_literals

AUTHOR = u'Émile Roc'
SITENAME = 'Le ' + 'rocher'
SITEURL = 'https://pelican-deux.example.org'
PATH = 'textes'
TIMEZONE = 'Europe/Paris'
DEFAULT_LANG = 'fr'
LOCALE = 'C'

ARTICLE_PATHS = ['blog', 'notes']
ARTICLE_URL = 'articles/{date:%Y}/{date:%b}/{date:%d}/{category}/{slug}/'
ARTICLE_SAVE_AS = 'articles/{date:%Y}/{date:%b}/{date:%d}/{category}/{slug}/index.html'
ARTICLE_LANG_URL = '{lang}/{slug}/'
ARTICLE_LANG_SAVE_AS = '{lang}/{slug}/index.html'

SLUGIFY_SOURCE = 'basename'
SLUGIFY_USE_UNICODE = True
FILENAME_METADATA = r'(?P<date>\d{4}-\d{2}-\d{2})_(?P<slug>.*)'
PATH_METADATA = r'notes/(?P<category>[^/]+)/.*'
USE_FOLDER_AS_CATEGORY = False
DEFAULT_CATEGORY = 'divers'
WITH_FUTURE_DATES = False
DEFAULT_DATE = (2020, 5, 6, 7, 8, 9)
DEFAULT_METADATA = {'tags': 'défaut'}

STATIC_PATHS = ['images']
PLUGIN_PATHS = ['plugins']
PLUGINS = ['truth']
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
