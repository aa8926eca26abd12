"""Holds Syndicard to what the real frameworks publish.

`compare.py TARGET [--program PROGRAM] [SITE…]`: TARGET is the folder with the frameworks that `.ci/run` installed. Each site is
built by its framework, whose word must be what expected.json says; without PROGRAM that is all. PROGRAM is `syndicard`, whose
list is compared with it. Exits with 1 if anything differs that known.json does not explain, or if something explained there no
longer occurs.
"""

import argparse
import json
import subprocess
import time
from collections import Counter
from pathlib import Path

from fields import same
from sites import SITES
from truth import FIELDS, HERE, expected, text

# After all posts but those of 2099.
NOW = "2026-01-01T00:00:00Z"


def listed(program, name):
    command = [program, "list", str(HERE / name / "site"), "--format", "json", "--now", NOW]
    run = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if not run.stdout:
        raise SystemExit(f"{' '.join(command)} said nothing:\n{run.stderr.decode(errors='replace')[-2000:]}")
    return json.loads(run.stdout)


def differences(name, truth, listing):
    """Every difference as (path, field, expected, found); the path is empty where it is the site's."""
    if listing["site"]["framework"] != truth["framework"]:
        yield "", "framework", truth["framework"], listing["site"]["framework"]
    for field, value in truth["site"].items():
        if not same(field, value, listing["site"].get(field)):
            yield "", field, value, listing["site"].get(field)
    found = {post["path"]: post for post in listing["posts"]}
    reasons = {file["path"]: file["reason"] for file in listing["excluded"]}
    for post in truth["posts"]:
        mine = found.pop(post["path"], None)
        if mine is None:
            yield post["path"], "found", post["url"], reasons.get(post["path"])
            continue
        for field in FIELDS:
            if field in post and not same(field, post[field], mine.get(field)):
                yield post["path"], field, post[field], mine.get(field)
    for path, post in found.items():
        yield path, "invented", None, post["url"]


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("target", type=Path)
    arguments.add_argument("--program")
    arguments.add_argument("sites", nargs="*", metavar="SITE")
    arguments = arguments.parse_intermixed_args()
    known = {(each["site"], each["path"], each["field"]): each["reason"] for each in json.loads((HERE / "known.json").read_text("utf-8"))}
    names = arguments.sites or list(SITES)
    wrong, seen, counts = [], set(), {}
    for name in names:
        began = time.monotonic()
        if SITES[name][1] is None:
            truth = json.loads((HERE / name / "expected.json").read_text("utf-8"))
            how = "by hand"
        else:
            truth = expected(name, arguments.target.resolve())
            how = f"{time.monotonic() - began:.1f} s"
            if text(truth) != (HERE / name / "expected.json").read_text("utf-8"):
                wrong.append(f"{name}: expected.json is not what the framework says; write it anew with truth.py, and read the difference")
        print(f"{name}: {len(truth['posts'])} posts, {how}", flush=True)
        if not arguments.program:
            continue
        count = counts.setdefault(truth["framework"], Counter())
        count["posts"] += len(truth["posts"])
        count.update(f"{field} of" for post in truth["posts"] for field in post)
        for path, field, want, got in differences(name, truth, listed(arguments.program, name)):
            count[field] += 1
            if (name, path, field) in known:
                seen.add((name, path, field))
            else:
                wrong.append(f"{name}: {path or 'the site'}: {field}: expected {want!r}, found {got!r}")
    if arguments.program:
        table(counts)
        wrong += [f"{site}: {path}: {field}: no longer differs; take it out of known.json"
                  for site, path, field in known if site in names and (site, path, field) not in seen]
    print(*wrong, sep="\n")
    print(f"{len(names)} sites, {len(seen)} known differences, {len(wrong)} others")
    return 1 if wrong else 0


def table(counts):
    """For each framework how many of its posts were found, how many invented, and in how many each field is right."""
    fields = [field for field in FIELDS if field != "path"]
    print("framework", "published", "found", "invented", *fields, sep="\t")
    for framework, count in counts.items():
        right = [f"{count[f'{field} of'] - count[field]}/{count[f'{field} of']}" for field in fields]
        print(framework, count["posts"], count["posts"] - count["found"], count["invented"], *right, sep="\t")


if __name__ == "__main__":
    raise SystemExit(main())
