"""Runs programs and says what they took.

The kernel's peak of a process counts from its fork, when it still is its parent's copy. So this file is run as a program of its own, which is
small: it reads what to run from standard input and writes what that took.
"""

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SECONDS = 0.03
PAGE_MEGABYTES = os.sysconf("SC_PAGE_SIZE") / 1e6


@dataclass(frozen=True)
class Taken:
    """What one run took, its start included. Megabytes are millions of bytes."""

    wall_seconds: float
    cpu_seconds: float
    peak_megabytes: float


class Failed(Exception):
    """A program that ended in an error; the message is the end of what it said."""


def run(commands, cores, log, folder, environment=None):
    """Runs commands beside each other on the first so many cores, and waits for all."""
    asked = [[[str(part) for part in command] for command in commands], cores, str(log), str(folder), {**os.environ, **(environment or {})}]
    small = [sys.executable, "-I", "-S", __file__]
    done = subprocess.run(small, input=json.dumps(asked), capture_output=True, text=True)
    if done.returncode:
        # A program that is not there.
        raise Failed((done.stderr.strip() or "no message").splitlines()[-1])
    answer = json.loads(done.stdout)
    if answer["failed"]:
        raise Failed(Path(log).read_text(errors="replace")[-2000:].strip() or "no message")
    return Taken(*answer["taken"])


def run_here(commands, cores, log, folder, environment):
    with open(log, "wb") as said:
        began = time.monotonic()
        started = [
            subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                preexec_fn=lambda: os.sched_setaffinity(0, allowed(cores)),
            )
            for command in commands
        ]
        memory = Memory([process.pid for process in started])
        memory.start()
        ends = [os.wait4(process.pid, 0) for process in started]
        wall = time.monotonic() - began
        memory.stop()
    for process, (_, status, _) in zip(started, ends):
        process.returncode = os.waitstatus_to_exitcode(status)
    cpu = sum(usage.ru_utime + usage.ru_stime for _, _, usage in ends)
    # Between two samples a single process may have been larger; the kernel keeps its peak, in kibibytes.
    largest = max(usage.ru_maxrss for _, _, usage in ends) * 1024 / 1e6
    taken = [wall, cpu, max(memory.peak, largest)]
    return {"failed": any(process.returncode for process in started), "taken": taken}


def allowed(cores):
    return set(sorted(os.sched_getaffinity(0))[:cores])


class Memory(threading.Thread):
    """Samples the memory of processes and of all that they start; pages that two of them share count twice."""

    def __init__(self, roots):
        super().__init__(daemon=True)
        self.roots, self.peak, self.over = roots, 0.0, threading.Event()

    def run(self):
        while not self.over.wait(SAMPLE_SECONDS):
            self.peak = max(self.peak, sum(map(resident, tree(self.roots))) * PAGE_MEGABYTES)

    def stop(self):
        self.over.set()
        self.join()


def tree(roots):
    found = []
    for root in roots:
        found.append(root)
        try:
            children = [Path(task, "children").read_text() for task in Path(f"/proc/{root}/task").iterdir()]
        except OSError:
            continue
        found += tree(int(child) for child in " ".join(children).split())
    return found


def resident(process):
    """Pages; none of a process that has ended."""
    try:
        return int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0


if __name__ == "__main__":
    print(json.dumps(run_here(*json.load(sys.stdin))))
