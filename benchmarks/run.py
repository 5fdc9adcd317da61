"""Runs the benchmarks and prints what they say: `python benchmarks/run.py [NAME ...]`, by default all of them."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path
from time import monotonic

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.machine import load, machine

_MEASUREMENTS = {
    "start": ("benchmarks.process_start", "Start: one case on the command line"),
    "rules": ("benchmarks.rules", "Rules: generated cases"),
    "step": ("benchmarks.step", "Step: an answer in the questionnaire"),
    "sealed": ("benchmarks.sealed", "Sealing and log: opening and changing a case"),
    "memo": ("benchmarks.memo", "Memo: writing the PDF"),
    "rescreen": ("benchmarks.rescreen", "Re-assessment: all open cases of an office"),
    "load": ("benchmarks.load", "Load: many people at once"),
    "growth": ("benchmarks.growth", "Growth: the same pages beside more and more cases"),
    "peers": ("benchmarks.peer_rules", "Peers: the conditions of our law by other rule engines"),
    "wizard": ("benchmarks.peer_step", "Peers: an answer in another questionnaire"),
    "profile": ("benchmarks.profiles", "Profile: where the time goes"),
    "papers": ("benchmarks.papers", "Memos of many cases through the worker"),
}


def main() -> None:
    """Run what was named, by default everything."""
    parser = argparse.ArgumentParser(description="Measure Wegweiser. Only figures of one run can be compared.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(_MEASUREMENTS)}; default: all")
    names = parser.parse_args().names or list(_MEASUREMENTS)
    if unknown := [name for name in names if name not in _MEASUREMENTS]:
        parser.error(f"no such measurement: {', '.join(unknown)}; there are {', '.join(_MEASUREMENTS)}")
    print(machine(), flush=True)
    for name in names:
        module, title = _MEASUREMENTS[name]
        start = monotonic()
        print(f"\n{title}\n{'─' * len(title)}", flush=True)
        for line in import_module(module).run():
            print(line)
        print(f"[{monotonic() - start:.0f} s]", flush=True)
    print(f"\n{load()}")


if __name__ == "__main__":
    main()
