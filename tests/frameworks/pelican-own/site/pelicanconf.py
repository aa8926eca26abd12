from datetime import datetime
import os
YEAR = 2024
AUTHOR = AUTHOR_NAME = 'Ro Stem'
SITENAME = f'{AUTHOR} — leaves'
SITEURL = os.environ.get('SITEURL', 'https://pelican-trois.example.org')
PATH = './content/'
TIMEZONE = 'America/Sao_Paulo'
DEFAULT_LANG = 'pt'
ARTICLE_PATHS = ['posts']
ARTICLE_URL = '{date:%Y}/{date:%m}/{slug}.html'
ARTICLE_SAVE_AS = ARTICLE_URL
SLUG_REGEX_SUBSTITUTIONS = [
    (r'[^\w\s-]', ''),
    (r'(?u)\A\s*', ''),
    (r'(?u)\s*\Z', ''),
    (r'[-\s]+', '_'),
]
DEFAULT_CATEGORY = 'folha'
EXTRA_PATH_METADATA = {'extra/robots.txt': {'path': 'robots.txt'}}
PLUGIN_PATHS = ['plugins']
PLUGINS = ['truth']
MARKDOWN = {'extension_configs': {'markdown.extensions.extra': {}, 'markdown.extensions.meta': {}}, 'output_format': 'html5'}
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
