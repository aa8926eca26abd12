"""Sets up the peers by pip and npm, in a folder that version control does not see."""

import hashlib
import shutil
import subprocess
import sys
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent


def python(work):
    """The interpreter of an environment in which everything of `requirements.txt` is; what cannot be had is said."""
    folder = work / "venv"
    if not (folder / "bin/python").exists():
        venv.create(folder, with_pip=True)
    pip = [folder / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    once(HERE / "requirements.txt", folder, lambda wanted: one_by_one(pip, wanted))
    return folder / "bin/python"


def one_by_one(command, requirements):
    """All at once, which is quick; where that fails, each for itself, so that one lacks alone."""
    if subprocess.run([*command, "--requirement", requirements]).returncode == 0:
        return True
    wanted = [line for line in requirements.read_text().splitlines() if line and not line.startswith("#")]
    failed = [line for line in wanted if subprocess.run([*command, line]).returncode]
    for line in failed:
        print(f"cannot be installed: {line}", file=sys.stderr)
    return not failed


def javascript(work):
    folder = work / "npm"
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copy(HERE / "package.json", folder)
    npm = ["npm", "install", "--prefix", folder, "--no-package-lock", "--no-audit", "--no-fund", "--silent"]
    once(HERE / "package.json", folder, lambda _: subprocess.run(npm).returncode == 0)
    # Modules are looked for from where a program stands.
    shutil.copytree(HERE / "draw", folder / "draw", dirs_exist_ok=True)


def once(wanted, folder, install):
    """Installs what a file asks for, unless that was done."""
    mark = folder / ".installed"
    digest = hashlib.sha256(wanted.read_bytes()).hexdigest()
    if mark.exists() and mark.read_text() == digest:
        return
    print(f"installing {wanted.name}", file=sys.stderr, flush=True)
    if install(wanted):
        mark.write_text(digest)
