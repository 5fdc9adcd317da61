"""Compiles the translations of the interface where they have changed since; needs `msgfmt` of GNU gettext."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Compile every catalogue that is newer than what was made of it; 0 where all went well."""
    done = [_compile(catalogue) for catalogue in sorted(ROOT.glob("locale/*/LC_MESSAGES/*.po"))]
    return int(not all(done))


def _compile(catalogue: Path) -> bool:
    compiled = catalogue.with_suffix(".mo")
    if compiled.exists() and compiled.stat().st_mtime >= catalogue.stat().st_mtime:
        return True
    # A process that reads meanwhile gets the old words or the new ones, never half of them.
    part = compiled.with_suffix(f".{os.getpid()}.mo")
    try:
        done = subprocess.run(
            ["msgfmt", "--check-format", f"--output-file={part}", str(catalogue)],
            capture_output=True,
            text=True,
            check=False,
        )
    except FileNotFoundError:
        print("msgfmt is missing; on Debian and Ubuntu it comes with the package gettext", file=sys.stderr)
        return False
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        part.unlink(missing_ok=True)
        return False
    part.replace(compiled)
    return True


if __name__ == "__main__":
    sys.exit(main())
