"""Whether every marked string has its English: none missing, fuzzy, unused or with other placeholders.

``--write`` takes the strings of the sources over into the catalogue, where the new ones then wait for their English.
Needs the programs of GNU gettext.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE = Path("locale/en/LC_MESSAGES/django.po")
_SOURCES = ("advisor", "pathways", "templates")
# Says when, with what and by whom; the history of the repository knows better.
_HEADER = re.compile(
    r'^"(?:POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|X-Generator|Report-Msgid-Bugs-To):.*\n',
    re.MULTILINE,
)
# Django's own command, which would fill in what resembles a string as its English.
_MAKE = """
from django.conf import settings
from django.core.management import call_command
from django.core.management.commands.makemessages import Command
settings.configure(LOCALE_PATHS=["locale"])
Command.msgmerge_options = [*Command.msgmerge_options, "--no-fuzzy-matching"]
call_command(Command(), locale=["en"], no_location=True, no_wrap=True, verbosity=0)
"""
_FAULTS = (
    ("have no English", "--untranslated"),
    ("are fuzzy", "--only-fuzzy"),
    ("are no longer used", "--only-obsolete"),
)


def main(arguments: list[str]) -> int:
    """Print what is wrong; 0 where nothing is."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = _fresh(Path(folder))
        if "--write" in arguments:
            fresh.write_text(_plain(fresh, "--no-obsolete"), encoding="utf-8")
            shutil.copy(fresh, ROOT / CATALOGUE)
        faults = [line for what, wanted in _FAULTS if (line := _listed(fresh, what, wanted))]
        checked = _run("msgfmt", "--check", "--output-file=/dev/null", str(fresh), may_fail=True)
        if checked.returncode:
            faults.append(checked.stderr)
        if not faults and _plain(fresh) != (ROOT / CATALOGUE).read_text(encoding="utf-8"):
            faults.append(f"{CATALOGUE} is not as this program writes it: run it with --write.")
    print("\n".join(faults) or "Every marked string has its English.")
    return bool(faults)


def _fresh(folder: Path) -> Path:
    """The catalogue as the sources are now, merged in a folder of its own so that nothing here changes."""
    for name in _SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "migrations"))
    (folder / CATALOGUE).parent.mkdir(parents=True)
    if (ROOT / CATALOGUE).exists():
        shutil.copy(ROOT / CATALOGUE, folder / CATALOGUE)
    _run(sys.executable, "-c", _MAKE, at=folder)
    return folder / CATALOGUE


def _plain(catalogue: Path, *options: str) -> str:
    """A catalogue in one order and without times, so that only its strings make a difference."""
    text = _run("msgattrib", "--no-wrap", "--sort-output", *options, str(catalogue)).stdout
    return _HEADER.sub("", text)


def _listed(catalogue: Path, what: str, wanted: str) -> str:
    found = _run("msgattrib", "--no-wrap", wanted, str(catalogue)).stdout
    strings = re.findall(r'^(?:#~ )?msgid ((?:".*"\n?(?:#~ )?)+)', found, re.MULTILINE)
    lines = [line for string in strings if (line := "".join(re.findall(r'"(.*)"', string)))]
    return f"{len(lines)} strings {what}:\n" + "\n".join(f"  {line}" for line in lines) if lines else ""


def _run(*command: str, at: Path = ROOT, may_fail: bool = False) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, check=False)
    if done.returncode and not may_fail:
        raise SystemExit(f"{' '.join(command[:2])} failed:\n{done.stderr}")
    return done


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
