"""How the time for listing and for feeds grows with the number of posts.

    cargo build --release
    python3 benches/scale.py target/release/syndicard [POSTS ...]

For each number of posts (1,000, 10,000 and 100,000, if none is given) it writes a site of posts of about 4 KB without cards, and
prints for each step the median of three runs: wall seconds, CPU seconds and peak memory. `first` builds what was never built,
`again` builds when nothing has changed, `one new` after a post was added. Run it while nothing else runs.
"""

import random
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 3
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


def step(name, command, prepare=lambda: None, runs=RUNS):
    figures = []
    for _ in range(runs):
        prepare()
        figures.append(measure(command))
    wall, cpu, memory = (statistics.median(column) for column in zip(*figures))
    print(f"| {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |", flush=True)


def bench(program, posts):
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write(site, posts)
        new = site / "data/blog/new.md"
        head = "title: A new one\ndate: 2025-11-01\ntags: [tag1, tag2, tag3]\nsummary: New.\ncard: false"

        def add():
            new.unlink(missing_ok=True)
            subprocess.run([program, "build", folder], stdout=subprocess.DEVNULL, check=True)
            new.write_text(f"---\n{head}\n---\n\nText.\n")

        for sets, settings in (("", ""), (" with tags", "feeds: {sets: [tag]}\n")):
            (site / "syndicard.yaml").write_text(SETTINGS + settings)
            if not sets:
                step(f"{posts} posts: list", [program, "list", folder, "--format", "json"])
            build = [program, "build", folder]
            step(f"{posts} posts: first{sets}", build, lambda: forget(site))
            step(f"{posts} posts: again{sets}", build)
            step(f"{posts} posts: one new{sets}", build, add)
            new.unlink(missing_ok=True)


if __name__ == "__main__":
    program = str(Path(sys.argv[1]).resolve())
    print("| step | wall s | CPU s | peak MB |\n|---|---|---|---|")
    for posts in [int(number) for number in sys.argv[2:]] or [1_000, 10_000, 100_000]:
        bench(program, posts)
