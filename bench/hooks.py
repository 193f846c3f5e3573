"""Run the hooks through pre-commit itself, on an invented repository: ``python bench/hooks.py``.

pre-commit makes an environment and installs presslint from this checkout, which takes a minute and the package index.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
BAD = "# Tag der offenen Tür\n\nDie Pressekonferenz ist am Montag, 3. März 2026.\n"


def git(folder: Path, *arguments: str) -> None:
    """Run git in a folder, as nobody in particular."""
    who = {
        f"GIT_{role}_{part}": "presslint@localhost" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
    }
    subprocess.run(["git", *arguments], cwd=folder, env={**os.environ, **who}, check=True, capture_output=True)


def tried(folder: Path, hook: str) -> subprocess.CompletedProcess[str]:
    """Return what pre-commit says of a hook of this checkout on all files of a repository."""
    program = Path(sys.executable).parent / "pre-commit"
    command = [str(program), "try-repo", str(ROOT), hook, "--all-files", "--verbose"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def main() -> None:
    """Expect a finding in a bad release, and none in its mended twin."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        git(folder, "init", "-q")
        release = folder / "release.md"
        for text, code in ((BAD, 1), (BAD.replace("Montag", "Dienstag"), 0)):
            release.write_text(text)
            git(folder, "add", ".")
            git(folder, "commit", "-q", "-m", "A release", "--allow-empty")
            done = tried(folder, "presslint")
            found = "DAT002" in done.stdout
            print(f"exit code {done.returncode}, DAT002 {'found' if found else 'not found'}")
            if found is not (code == 1):
                sys.exit(done.stdout + done.stderr)


if __name__ == "__main__":
    main()
