"""Builds a site with its real framework and reads what that published.

`truth.py TARGET [SITE…]` writes expected.json of each named site, or of all. TARGET is the folder with the frameworks in it.
`truth.py --by-hand TRUTH SITE` does so from a file that a program of `by_hand/` wrote.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from sites import SITES

HERE = Path(__file__).parent
# In the order in which they are written.
FIELDS = ("path", "url", "title", "published", "tags", "authors", "language", "cover_file")
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".gif", ".avif", ".svg"}


def build(name, target):
    """Builds a copy of the site; gives the copy, what was built, and what the site's own template said."""
    _, command, truth = SITES[name]
    site, built = target / "frameworks-sites" / name, target / "frameworks-built" / name
    for folder in (site, built):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / name / "site", site)
    built.mkdir(parents=True)
    places = {"bin": target / "frameworks/bin", "npm": target / "frameworks-npm/node_modules", "site": site, "built": built,
              "here": HERE}
    if "node" in command:
        (site / "node_modules").symlink_to(places["npm"])
    command = [part.format(**places) for part in command]
    environment = {**os.environ, "TZ": "UTC", "NO_COLOR": "1", "CI": "true", "NODE_ENV": "production", "ASTRO_TELEMETRY_DISABLED": "1"}
    run = subprocess.run(command, cwd=site, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if run.returncode:
        raise SystemExit(f"{name}: {' '.join(command)} failed:\n{run.stdout.decode(errors='replace')[-3000:]}")
    truth = Path(truth.format(**places))
    return site, built if truth.is_relative_to(built) else truth.parent, json.loads(truth.read_text("utf-8"))


def expected(name, target):
    """What `syndicard list` must say of a site: the framework, the site's facts, and every post that was published."""
    site, built, said = build(name, target)
    return said_of(name, site.resolve(), built, said)


def said_of(name, site, built, said):
    """What the site's template said, checked and in the form of expected.json."""
    pictures = [file for file in sorted(HERE.joinpath(name, "site").rglob("*")) if file.suffix in PICTURES]
    posts = []
    for post in said["posts"]:
        post["path"] = Path(site, post["path"]).resolve().relative_to(site).as_posix()
        assert (site / post["path"]).is_file(), f"{name}: no file {post['path']}"
        post["url"] = quote(post["url"], safe="%/:@!$&'()*+,;=~")
        # Docusaurus and Zola's crates name the route instead of building the page.
        assert "route" in post or built_file(built, post["url"], said["site"]["url"]), f"{name}: nothing was built for {post['url']}"
        if cover := post.get("cover_file"):
            file = built_file(built, cover, said["site"]["url"]) if "://" in cover else site / cover
            post["cover_file"] = source(file, pictures).relative_to(HERE / name / "site").as_posix()
        if isinstance(post.get("authors"), str):
            post["authors"] = [post["authors"]]
        if not post.get("authors"):
            post.pop("authors", None)
        # A tag that is a number or a boolean, as its text.
        post["tags"] = [tag if isinstance(tag, str) else json.dumps(tag) for tag in post["tags"]]
        # What the framework does not say is not compared.
        posts.append({field: post[field] for field in FIELDS if post.get(field) not in (None, "")})
    assert posts, f"{name}: no post was published"
    posts.sort(key=lambda post: (post["path"], post["url"]))
    said["site"]["url"] = said["site"]["url"].rstrip("/")
    facts = {field: said["site"][field] for field in ("title", "url", "language") if said["site"].get(field)}
    return {"framework": SITES[name][0], "site": facts, "posts": posts}


def built_file(built, url, root):
    """The file that a server gives for an address; the site's root is where `built` is served."""
    path, base = unquote(urlsplit(url).path), unquote(urlsplit(root).path).rstrip("/")
    if "//" in path:
        return None
    for below in (path.removeprefix(base), path):
        below = below.strip("/")
        for file in (built / below / "index.html", built / below, built / f"{below}.html"):
            if file.is_file():
                return file
    return None


def source(file, pictures):
    """Which of the site's pictures became this one: the same bytes, else, where the framework writes them anew, the same name."""
    same = [picture for picture in pictures if picture.read_bytes() == file.read_bytes()]
    (one,) = same or [picture for picture in pictures if picture.name == file.name]
    return one


def text(truth):
    return json.dumps(truth, ensure_ascii=False, indent=1) + "\n"


def main():
    if sys.argv[1] == "--by-hand":
        _, _, said, name = sys.argv
        site = HERE / name / "site"
        truth = said_of(name, site.resolve(), None, json.loads(Path(said).read_text("utf-8")))
        (HERE / name / "expected.json").write_text(text(truth), "utf-8")
        return
    target = Path(sys.argv[1]).resolve()
    for name in sys.argv[2:] or [name for name, (_, command, _) in SITES.items() if command]:
        truth = expected(name, target)
        (HERE / name / "expected.json").write_text(text(truth), "utf-8")
        print(f"{name}: {len(truth['posts'])} posts")


if __name__ == "__main__":
    main()
