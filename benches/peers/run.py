"""Draws the same cards with Syndicard and with the programs that people use today, and prints how many times as much they take.

    cargo build --release
    python3 benches/peers/run.py target/release/syndicard [--write docs/performance.md]

`--cards 8 --rounds 1` is a quick try; `--only sharp,Pillow` runs some of the peers, `--works 12` some of the works. README.md says
how the figures are to be read. Run it while nothing else runs.
"""

import argparse
import os
import sys
from pathlib import Path

import install

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[1]
sys.path.insert(0, str(HERE.parent))


def options():
    parser = argparse.ArgumentParser(description="Syndicard beside the programs that people use today.")
    parser.add_argument("program", type=Path, help="the release build of syndicard")
    parser.add_argument("--cards", type=int, default=100, help="how many cards each program draws in a run")
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is run, in turn")
    parser.add_argument("--patience", type=float, default=40, help="seconds; a peer whose run took longer is run in one round only")
    parser.add_argument("--only", default="", help="parts of peers' names, with commas; Syndicard is always there")
    parser.add_argument("--works", default="", help="parts of works' names, with commas")
    parser.add_argument("--work", type=Path, default=PROJECT / "target/peers", help="where peers, covers and cards are kept")
    parser.add_argument("--write", type=Path, help="the document whose section `peers` is replaced")
    return parser.parse_args()


def main():
    chosen = options()
    chosen.program, chosen.work = chosen.program.resolve(), chosen.work.resolve()
    chosen.write = chosen.write and chosen.write.resolve()
    chosen.work.mkdir(parents=True, exist_ok=True)
    interpreter = install.python(chosen.work)
    install.javascript(chosen.work)
    if Path(sys.prefix).resolve() != (chosen.work / "venv").resolve():
        # From here on Pillow and numpy are needed.
        os.execv(interpreter, [str(interpreter), *sys.argv])
    import bench

    text = bench.run(chosen)
    print(text)
    if chosen.write:
        from document import write_section

        write_section(chosen.write, "peers", text)


if __name__ == "__main__":
    main()
