"""The oracle as a server on standard input and output, for the differential test.

    python3 tests/oracle/serve.py

Each line in is one JSON object, {"input": TEXT, "clock": SECONDS}; a lone surrogate in TEXT is written as an escape.
Each line out is one JSON object in ASCII, in the same order, with the fields of the conformance cases: `summary` and
`records`, or `error`; `logs` and `keys`. The very first line out says which Python answers: {"python": "3.13.0"}.

Where this Python words a reply differently from the reference (versions.py), the reply is put in the reference's
words and carries "listed": true. Where this Python cannot know the reference's reply, "incomparable" names why, beside
"listed": true; such a reply must be counted, not compared.

Replies are written when all the lines that had arrived are answered. So a caller may send many lines at once, as long
as it reads at the same time.
"""

import json
import os
import platform
import sys

import versions
from observe import observe

BATCH = 1 << 20  # bytes


def answer(line):
    request = json.loads(line)
    reply, reworded, unknowable = versions.as_reference(request["input"], observe(request["input"], request["clock"]))
    if reworded or unknowable:
        reply["listed"] = True
    if unknowable:
        reply["incomparable"] = unknowable
    return json.dumps(reply)


def write(lines):
    sys.stdout.write("".join(f"{line}\n" for line in lines))
    sys.stdout.flush()


def main():
    write([json.dumps({"python": platform.python_version()})])
    unfinished = b""
    while received := os.read(sys.stdin.fileno(), BATCH):
        *lines, unfinished = (unfinished + received).split(b"\n")
        write(map(answer, lines))


if __name__ == "__main__":
    main()
