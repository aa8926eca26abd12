"""From figures to a table of ratios."""

import statistics


def median(values):
    return statistics.median(values)


class Row:
    """What one peer took for one work: a run with one core and one with two in each round."""

    def __init__(self, peer):
        self.peer, self.runs, self.bytes, self.failed = peer, {}, 0.0, ""

    def add(self, number, cores, taken):
        self.runs.setdefault(number, {})[cores] = taken

    def of(self, cores, value):
        return median([value(run[cores]) for run in self.runs.values() if cores in run])

    def ratio(self, other, cores, value):
        """How many times as much as the other, in the median of the rounds that both ran in."""
        common = [number for number in self.runs if number in other.runs]
        return median([value(self.runs[number][cores]) / value(other.runs[number][cores]) for number in common])


HEAD = (
    "| | CPU ms a card | CPU, times | cards/s, 1 core | wall, times | cards/s, 2 cores | wall, times | peak MB, 1 and 2 | KB a card |\n"
    "|---|---|---|---|---|---|---|---|---|"
)


def table(rows, cards):
    """The first row is what the others are compared with."""
    lines, ours = [HEAD], rows[0]
    for row in rows:
        lines.append(line(row, ours, cards))
    return "\n".join(lines)


def line(row, ours, cards):
    name = row.peer.name + (f" ({row.peer.note})" if row.peer.note else "")
    if row.failed or not row.runs:
        return f"| {name} | not measured: {row.failed or 'it was left out'} |" + " |" * 7
    cpu, wall = (lambda taken: taken.cpu_seconds), (lambda taken: taken.wall_seconds)

    def times(cores, value):
        return "" if row is ours or ours.failed or not ours.runs else f"**{row.ratio(ours, cores, value):.1f}×**"

    memory = [f"{row.of(cores, lambda taken: taken.peak_megabytes):.0f}" for cores in (1, 2)]
    cells = [
        f"{1000 * row.of(1, cpu) / cards:.1f}",
        times(1, cpu),
        f"{cards / row.of(1, wall):.1f}",
        times(1, wall),
        f"{cards / row.of(2, wall):.1f}",
        times(2, wall),
        " and ".join(memory),
        f"{row.bytes / 1000:.0f}",
    ]
    return f"| {name} | " + " | ".join(cells) + " |"
