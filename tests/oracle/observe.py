"""Runs the oracle on a text and tells everything there is to see, in the form of the conformance cases."""

import json
import logging

import pipeline
import versions


class Logs(logging.Handler):
    """Keeps each log line as [level, message]."""

    def __init__(self):
        super().__init__()
        self.lines = []

    def emit(self, record):
        self.lines.append([record.levelname, record.getMessage()])


class RecordingCache(pipeline.Cache):
    """A cache that also keeps each key that was looked up, in order."""

    def __init__(self):
        super().__init__()
        self.keys = []

    def is_hit(self, key):
        self.keys.append(key)
        return super().is_hit(key)


logs = Logs()
pipeline.logger.addHandler(logs)
pipeline.logger.setLevel(logging.INFO)
pipeline.logger.propagate = False
# logging looks up its caller, thread and process for every line; nobody reads them here.
logging._srcfile = None
logging.logThreads = logging.logProcesses = logging.logMultiprocessing = False


def observe(text, clock):
    """What the pipeline makes of `text`: `summary` and `records`, or `error`; and `logs` and `keys` in any case."""
    logs.lines = []
    cache = RecordingCache()
    versions.match_nesting_limit()
    try:
        summary, records = pipeline.run_pipeline(json.loads(text), lambda: clock, cache)
        outcome = {"summary": json.dumps(summary, indent=2), "records": [json.dumps(record) for record in records]}
    except Exception as error:
        outcome = {"error": [type(error).__name__, str(error)]}
    return {**outcome, "logs": logs.lines, "keys": cache.keys}
