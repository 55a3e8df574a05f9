"""The oracle as a contender: python3 run_python.py FILE

Prints {} when it is ready. Answers each input line, a count of runs, with one line: {"ms", "summary"}. Pyodide imports
`measure` from here, so that both do the same.
"""

import json
import logging
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "oracle"))

import pipeline

# No contender formats its log lines.
pipeline.logger.setLevel(logging.ERROR)


def run_once(text):
    summary, _ = pipeline.run_pipeline(json.loads(text))
    return json.dumps(summary, indent=2)


def measure(text, count):
    """Time `count` runs. Return the milliseconds per run and the summary, as JSON."""
    start = time.perf_counter()
    for _ in range(count):
        summary = run_once(text)
    return json.dumps({"ms": (time.perf_counter() - start) * 1000 / count, "summary": summary})


def main():
    text = Path(sys.argv[1]).read_text(encoding="utf-8")
    print("{}", flush=True)
    for line in sys.stdin:
        print(measure(text, int(line)), flush=True)


if __name__ == "__main__":
    main()
