"""Runs the conformance cases through the oracle on the Python that is running, and compares every field there is.

    python3 tests/oracle/conformance.py

The cases hold what CPython 3.13 answered. Where another version is known to differ (versions.py), the case is
counted and named, never left out in silence; any other difference fails, and so does every one on 3.13 itself.
"""

import base64
import json
import os
import platform
import re
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import versions
from observe import observe

TESTS = Path(__file__).resolve().parents[1]
CONFORMANCE = TESTS / "conformance"
PROGRAM = Path(__file__).resolve().parent / "pipeline.py"
CLOCK = 1700000000.25
# What a case says about itself; all else is what Python answered.
ABOUT = {"name", "note", "input", "input_base64"}
LOG_LINE = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} \| (INFO|WARNING) \| ", re.MULTILINE)


def cases(name):
    with (CONFORMANCE / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def run_program(case):
    """The whole program on a file with the case's bytes, as a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "config.json"), Path(folder, "new", "folder", "summary.json")
        if case["input_base64"] is not None:
            source.write_bytes(base64.b64decode(case["input_base64"]))
        done = subprocess.run(
            [sys.executable, PROGRAM, "--input", source, "--output", target],
            capture_output=True, check=False, env={**os.environ, "PYTHONUTF8": "1"},
        )
        answer = {
            "status": done.returncode,
            "stdout": done.stdout.decode(),
            "output_file": target.read_text(encoding="utf-8") if target.exists() else None,
            "logs": parse_logs(done.stderr.decode()),
        }
        if done.returncode != 0:
            answer["last_line"] = done.stderr.decode().splitlines()[-1]
        return answer


def parse_logs(stderr):
    """[[level, message], …] from what was printed; a message may hold line ends, a traceback ends the lines."""
    _, *parts = LOG_LINE.split(stderr.split("Traceback (most recent call last):\n")[0])
    return [[level, message.removesuffix("\n")] for level, message in zip(parts[::2], parts[1::2], strict=True)]


def differences(case, answer):
    """The fields in which `answer` is not what the case wants, each with both."""
    wanted = {field: value for field, value in case.items() if field not in ABOUT}
    fields = sorted(wanted.keys() | answer.keys())
    return [(field, wanted.get(field), answer.get(field)) for field in fields if wanted.get(field) != answer.get(field)]


def main():
    count, failures, listed = 0, 0, defaultdict(list)

    for name in ("named", "random", "deep", "files"):
        for case in cases(name):
            count += 1
            if name == "files":
                answer, reworded, unknowable = run_program(case), None, None
            else:
                answer, reworded, unknowable = versions.as_reference(case["input"], observe(case["input"], CLOCK))
            different = differences(case, answer)
            if reworded or (different and unknowable):
                listed[reworded or unknowable].append(case["name"])
            if different and not unknowable:
                failures += 1
                print(f"FAIL {name}/{case['name']}")
                for field, want, got in different:
                    print(f"  {field}: wanted {want!a:.300}\n  {'':{len(field)}}      got {got!a:.300}")

    python = f"{platform.python_implementation()} {platform.python_version()}"
    for difference, names in listed.items():
        print(f"{len(names)} cases differ as listed for {python}: {difference} ({', '.join(names)})")
    print(f"oracle conformance: {count} cases, {failures} failures ({python})")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
