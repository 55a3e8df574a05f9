"""The oracle as a contender: python3 run_python.py FILE

Says {} when it is ready; for each line in, a count of runs, it answers one line: {"ms", "summary"}. Pyodide imports
`measure` from here, so that both do the same.
"""

import json
import logging
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "oracle"))

import pipeline

# Nobody would read the log lines, so no contender words them.
pipeline.logger.setLevel(logging.ERROR)


def run_once(text):
    summary, _ = pipeline.run_pipeline(json.loads(text))
    return json.dumps(summary, indent=2)


def measure(text, count):
    """Time `count` runs: the milliseconds of one, and the summary, as JSON."""
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
