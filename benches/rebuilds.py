"""How long a build takes where little or nothing has changed, with a card for every post.

    cargo build --release
    python3 benches/rebuilds.py target/release/syndicard [POSTS ...]

For each number of posts (10,000, if none is given) it writes a site of posts of about 4 KB with small cards, of which every fiftieth has
a cover, and prints for each step the median of three runs: wall seconds, CPU seconds and peak memory. `list` is what any build
needs before it can know that nothing has changed. Run it while nothing else runs.
"""

import struct
import sys
import tempfile
import zlib
from pathlib import Path

from scale import SETTINGS, forget, step, write

COVER_EVERY = 50


def png(width, height, shade):
    """A picture of one colour that becomes lighter towards the right."""
    row = b"\0" + b"".join(bytes((shade, column * 255 // width, 128)) for column in range(width))
    chunks = [
        (b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(row * height, 1)),
        (b"IEND", b""),
    ]
    parts = [struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def add_covers(site):
    (site / "static/images").mkdir(parents=True)
    for number, post in enumerate(sorted(site.glob("data/blog/*/*.md"))):
        text = post.read_text().replace("\ncard: false", "")
        if number % COVER_EVERY == 0:
            (site / f"static/images/{number}.png").write_bytes(png(1600, 900, number % 256))
            text = text.replace("\n---\n\n", f"\ncover: /images/{number}.png\n---\n\n", 1)
        post.write_text(text)


def bench(program, posts):
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder)
        write(site, posts)
        add_covers(site)
        (site / "syndicard.yaml").write_text(SETTINGS + "cards: {sizes: [200x200]}\n")
        post = sorted(site.glob("data/blog/*/*.md"))[posts // 2 + 1]
        text = post.read_text()
        changes = iter(range(1_000_000))

        def retitle():
            post.write_text(text.replace("title: ", f"title: Change {next(changes)} of "))

        def show(name, *work, **options):
            wall, cpu, memory = step(*work, **options)
            print(f"| {posts} posts: {name} | {wall:.2f} | {cpu:.2f} | {memory:.0f} |", flush=True)

        build = [program, "build", folder]
        show("first", build, lambda: forget(site), runs=1)
        show("list", [program, "list", folder, "--format", "json"])
        show("nothing changed", build)
        show("one title changed", build, retitle)
        show("all files touched", build, lambda: [file.touch() for file in site.rglob("*.*")])


if __name__ == "__main__":
    program = str(Path(sys.argv[1]).resolve())
    print("| step | wall s | CPU s | peak MB |\n|---|---|---|---|")
    for posts in [int(number) for number in sys.argv[2:]] or [10_000]:
        bench(program, posts)
