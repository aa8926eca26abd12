"""The rounds: every work, every peer, one core and two, in turn."""

import sys

import inputs
import outcome
from document import circumstances
from measure import Failed, allowed, run as measured
from peers import PEERS, SEARCHING, THUMBNAIL, Ask, Tools
from table import Row, table

CORES = (1, 2)


def run(options):
    """Measures, and gives the text for the document."""
    if len(allowed(2)) < 2:
        raise SystemExit("two cores are needed")
    tools = Tools(options.work, options.program)
    covers = inputs.covers(options.work / "covers", options.cards)
    faces = inputs.fonts(options.work / "fonts")
    works = [work for work in inputs.WORKS if matches(options.works, work.name)]
    jobs = {work: inputs.job(work, covers, faces, options.cards) for work in works}
    peers = [PEERS[0], *[peer for peer in PEERS[1:] if matches(options.only, peer.name)]]
    rows = {work: [Row(peer) for peer in peers] for work in works}
    shown = {}
    for number in range(options.rounds):
        for work in works:
            # Each round another begins.
            turn = number % len(peers)
            for row in rows[work][turn:] + rows[work][:turn]:
                one(row, number, work, jobs[work], tools, options, shown)
    outcome.sheet(options.work / "sheet.jpg", {peer.name: shown[peer.name] for peer in peers if peer.name in shown})
    return text(rows, tools, options)


def matches(wanted, name):
    return not wanted or any(part.lower() in name.lower() for part in wanted.split(","))


def one(row, number, work, job, tools, options, shown):
    """One peer's runs of one round."""
    peer = row.peer
    is_slow = number > 0 and not row.failed and row.of(1, lambda taken: taken.wall_seconds) > options.patience
    if row.failed or (is_slow and peer is not PEERS[0]):
        return
    if peer is THUMBNAIL and work.folder is None:
        row.failed = "there is nothing to crop"
        return
    folder = options.work / "runs" / "".join(letter if letter.isalnum() else "-" for letter in f"{peer.name}-{work.name}")
    ask = Ask(inputs.write_job(options.work / "jobs" / f"{work.folder}.json", job), job, folder, tools)
    for cores in CORES:
        try:
            peer.prepare(ask, cores)
            taken = measured(peer.commands(ask, cores), cores, options.work / "last.log", folder, peer.environment)
            cards = sorted(folder.glob(peer.cards))
            row.bytes = outcome.check(cards, job, peer is not THUMBNAIL)
        except (Failed, outcome.Undone, OSError) as cause:
            row.failed = reason(str(cause))
            say(f"{work.name}: {peer.name}: {row.failed}")
            return
        row.add(number, cores, taken)
        shown.setdefault(peer.name, cards[0])
        say(f"{work.name}: {peer.name}, {cores}: {taken.wall_seconds:.2f} s, {taken.cpu_seconds:.2f} s of CPU, {taken.peak_megabytes:.0f} MB")


def reason(said):
    """The line that names an error, else the last; short, and without what would break a table."""
    lines = [line for line in said.splitlines() if line.strip()] or ["no message"]
    named = [line for line in lines if "rror" in line]
    return " ".join((named or lines[-1:])[0].split())[:160].replace("|", "/")


def say(words):
    print(words, file=sys.stderr, flush=True)


def text(rows, tools, options):
    """The section of the document: how it was measured, then a table for each work."""
    versions = []
    for peer in dict.fromkeys(row.peer for group in rows.values() for row in group if row.peer is not SEARCHING):
        try:
            versions.append(f"{peer.name} {peer.version(tools)}")
        except (OSError, ValueError) as cause:
            versions.append(f"{peer.name} (not found: {type(cause).__name__})")
    rounds = "one round" if options.rounds == 1 else f"medians of {options.rounds} rounds"
    parts = [
        f"Measured on {circumstances(2)}: {options.cards} cards in each run, {rounds}; a peer that took more than "
        f"{options.patience:.0f} s for one run has one round. {', '.join(versions)}."
    ]
    parts += [f"### {work.name}\n\n{work.about[0].upper()}{work.about[1:]}.\n\n{table(group, options.cards)}" for work, group in rows.items()]
    return "\n\n".join(parts)
