"""How the time for listing and for feeds grows with the number of posts.

    cargo build --release
    python3 benches/scale.py target/release/syndicard [POSTS ...] [--write docs/performance.md]

For each number of posts (1,000, 10,000 and 100,000, if none is given) it writes a site of posts of about 4 KB without cards, and
takes for each step the median of three runs: wall seconds, CPU seconds and peak memory. `first` builds what was never built,
`again` builds when nothing has changed, `list again` lists what was built, `one new` builds after a post was added. The last column
says how many times as much CPU a post takes on the largest site as on the smallest: about 1 where cost grows in proportion. Run it
while nothing else runs.
"""

import argparse
import os
import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from document import circumstances, write_section

RUNS = 3
DEFAULT_POSTS = [1_000, 10_000, 100_000]
WORDS = (
    "river harbour light stone evening paper valley winter north letter garden machine quiet signal window copper field "
    "silver morning question answer bridge island story weather system kernel feed reader card title author language archive"
).split()
SETTINGS = "title: Big\nurl: https://big.example.org\nlanguage: en\n"


def sentence(chance, words):
    return " ".join(chance.choices(WORDS, k=words)).capitalize()


def write(site, posts):
    chance = random.Random(1)
    for number in range(posts):
        folder = site / "data/blog" / f"{number // 1000:03d}"
        folder.mkdir(parents=True, exist_ok=True)
        date = f"{2000 + number * 24 // posts}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        tags = ", ".join(f"tag{tag}" for tag in chance.sample(range(500), 3))
        body = "\n\n".join(["## " + sentence(chance, 4)] + [sentence(chance, 60) + "." for _ in range(9)])
        head = f"title: {sentence(chance, 6)} {number}\ndate: {date}\ntags: [{tags}]\nsummary: {sentence(chance, 25)}\ncard: false"
        (folder / f"{number:06d}.md").write_text(f"---\n{head}\n---\n\n{body}\n")


def measure(command):
    """Wall seconds, CPU seconds and peak megabytes of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    timed = ["/usr/bin/time", "-f", "%M", *command]
    run = subprocess.run(timed, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return wall, cpu, int(run.stderr.split()[-1]) / 1024


def forget(site):
    for name in ("public", ".syndicard"):
        shutil.rmtree(site / name, ignore_errors=True)
    (site / "syndicard.lock").unlink(missing_ok=True)


def step(command, prepare=lambda: None, runs=RUNS):
    """The median of each figure."""
    figures = []
    for _ in range(runs):
        prepare()
        figures.append(measure(command))
    return [statistics.median(column) for column in zip(*figures)]


def bench(program, posts):
    """Every step by its name, on a site of so many posts."""
    taken = {}
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write(site, posts)
        new = site / "data/blog/new.md"
        head = "title: A new one\ndate: 2025-11-01\ntags: [tag1, tag2, tag3]\nsummary: New.\ncard: false"

        def add():
            new.unlink(missing_ok=True)
            subprocess.run([program, "build", folder], stdout=subprocess.DEVNULL, check=True)
            new.write_text(f"---\n{head}\n---\n\nText.\n")

        listing = [program, "list", folder, "--format", "json"]
        for sets, settings in (("", ""), (" with tags", "feeds: {sets: [tag]}\n")):
            (site / "syndicard.yaml").write_text(SETTINGS + settings)
            if not sets:
                taken["list"] = step(listing)
            build = [program, "build", folder]
            taken[f"first{sets}"] = step(build, lambda: forget(site))
            taken[f"again{sets}"] = step(build)
            if not sets:
                taken["list again"] = step(listing)
            taken[f"one new{sets}"] = step(build, add)
            new.unlink(missing_ok=True)
    for name, (wall, cpu, memory) in taken.items():
        print(f"{posts} posts: {name}: {wall:.2f} s, {cpu:.2f} s of CPU, {memory:.0f} MB", file=sys.stderr, flush=True)
    return taken


def table(sizes):
    """A row for each step, three figures for each number of posts, and how the cost of a post grows."""
    counts = list(sizes)
    columns = "".join(f" {count:,} posts: wall s | CPU s | peak MB |" for count in counts)
    lines = [f"| step |{columns} CPU a post, times |", "|---|" + "---|" * (3 * len(counts) + 1)]
    for name in sizes[counts[0]]:
        figures = [f"{wall:.2f} | {cpu:.2f} | {memory:.0f}" for wall, cpu, memory in (sizes[count][name] for count in counts)]
        smallest, largest = (sizes[count][name][1] / count for count in (min(counts), max(counts)))
        lines.append(f"| {name} | {' | '.join(figures)} | {largest / smallest:.2f} |")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program", type=Path)
    parser.add_argument("posts", type=int, nargs="*", default=DEFAULT_POSTS)
    parser.add_argument("--write", type=Path, help="the document whose section `scale` is replaced")
    chosen = parser.parse_args()
    program = str(chosen.program.resolve())
    text = table({posts: bench(program, posts) for posts in chosen.posts})
    print(text)
    if chosen.write:
        write_section(chosen.write, "scale", f"Measured on {circumstances(len(os.sched_getaffinity(0)))}; medians of {RUNS} runs.\n\n{text}")


if __name__ == "__main__":
    main()
