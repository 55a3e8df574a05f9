"""The course's data pipeline, written from its description: the oracle that the engine is measured against.

Records from several sources are adapted to one shape, stripped of duplicates, checked against a contract, marked
fresh or stale, and compared across sources. A feature flag in the config switches each stage. The tests ask this
program, run by a real Python, what the right answer is, and the benches time it; so it is written the way a course
would write it, with the standard library and nothing clever.

    python3 tests/oracle/pipeline.py --input tests/sample_input.json --output summary.json
"""

import argparse
import hashlib
import json
import logging
import time
from pathlib import Path

logger = logging.getLogger("pipeline")


# Stage 1: adapt ------------------------------------------------------------------------------------------------------

def adapt_alpha(record):
    return {"id": record.get("uid"), "value": record.get("data"), "source": "alpha"}


def adapt_beta(record):
    return {"id": record.get("identifier"), "value": record.get("payload"), "source": "beta"}


ADAPTERS = {"alpha": adapt_alpha, "beta": adapt_beta}


def adapt(sources):
    """Bring every source's records to one shape; a source without an adapter passes through. {name: records}"""
    adapted = {}
    for name, source in sources.items():
        adapter = ADAPTERS.get(name, lambda record: {**record, "source": name})
        adapted[name] = [adapter(record) for record in source.get("records", [])]
        logger.info("adapted %d records from %s", len(adapted[name]), name)
    return adapted


# Stage 2: cache ------------------------------------------------------------------------------------------------------

class Cache:
    """The keys of the records seen so far, and how often a record was or was not among them."""

    def __init__(self):
        self.seen = set()
        self.hits = 0
        self.misses = 0

    def is_hit(self, key):
        if key in self.seen:
            self.hits += 1
            return True
        self.misses += 1
        self.seen.add(key)
        return False

    def hit_rate(self):
        lookups = self.hits + self.misses
        return round(self.hits / lookups, 4) if lookups else 0.0


def cache_key(record):
    return hashlib.md5(json.dumps(record, sort_keys=True).encode()).hexdigest()[:12]


def drop_duplicates(records, cache):
    return [record for record in records if not cache.is_hit(cache_key(record))]


# Stage 3: validate ---------------------------------------------------------------------------------------------------

def validate(records, required_fields):
    """Keep the records that honour the contract: each required field is there and is not None."""
    valid = []
    for record in records:
        missing = [field for field in required_fields if record.get(field) is None]
        if missing:
            logger.warning("contract violation: %s missing %s", record.get("id"), missing)
        else:
            valid.append(record)
    return valid


# Stage 4: freshness --------------------------------------------------------------------------------------------------

def mark_freshness(records, now, max_age_seconds):
    """Mark each record fresh or stale, by its age in seconds; how many are stale."""
    stale = 0
    for record in records:
        age = now - record.get("timestamp", now)
        if age > max_age_seconds:
            record["freshness"] = "stale"
            stale += 1
        else:
            record["freshness"] = "fresh"
    return stale


# Stage 5: reconcile --------------------------------------------------------------------------------------------------

def reconcile(adapted):
    """Compare the values that different sources hold under one id; the last record of a source counts."""
    holders = {}
    for name, records in adapted.items():
        for record in records:
            key = str(record.get("id", ""))
            if key:
                holders.setdefault(key, {})[name] = record

    report = {"matched": 0, "mismatched": 0, "single_source": 0}
    for by_source in holders.values():
        if len(by_source) < 2:
            report["single_source"] += 1
            continue
        values = {json.dumps(record.get("value")) for record in by_source.values()}
        report["matched" if len(values) == 1 else "mismatched"] += 1
    return report


# The whole -----------------------------------------------------------------------------------------------------------

def run_pipeline(config, clock=time.time, cache=None):
    """Run the stages whose flags are on. Returns the summary, and the records that are left.

    `clock` gives the seconds since 1970 for a config without `now`. A caller may bring a `cache` to look into it.
    """
    cache = Cache() if cache is None else cache
    flags = config.get("flags", {})
    adapted, records, stages_run = {}, [], []
    validation_errors, stale_records, reconciliation = 0, 0, {}

    if flags.get("adapt", True):
        adapted = adapt(config.get("sources", {}))
        records = [record for source_records in adapted.values() for record in source_records]
        stages_run.append("adapt")
    records_in = len(records)

    if flags.get("cache", True):
        records = drop_duplicates(records, cache)
        stages_run.append("cache")

    if flags.get("validate", True):
        valid = validate(records, config.get("required_fields", ["id", "value"]))
        validation_errors = len(records) - len(valid)
        records = valid
        stages_run.append("validate")

    if flags.get("freshness", True):
        stale_records = mark_freshness(records, config.get("now", clock()), config.get("max_age_seconds", 600))
        stages_run.append("freshness")

    if flags.get("reconcile", True) and len(adapted) >= 2:
        reconciliation = reconcile(adapted)
        stages_run.append("reconcile")

    summary = {
        "records_in": records_in,
        "records_out": len(records),
        "stages_run": stages_run,
        "cache": {"hits": cache.hits, "misses": cache.misses, "hit_rate": cache.hit_rate()},
        "validation_errors": validation_errors,
        "stale_records": stale_records,
        "reconciliation": reconciliation,
    }
    return summary, records


def read_config(path):
    """The config in the file; an empty one where there is no such file."""
    if not path.exists():
        return {}
    return json.loads(path.read_text(encoding="utf-8"))


def main():
    parser = argparse.ArgumentParser(description="Run the data pipeline on a config file.")
    parser.add_argument("--input", type=Path, default=Path("data/sample_input.json"))
    parser.add_argument("--output", type=Path, default=Path("data/output_summary.json"))
    arguments = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s | %(levelname)s | %(message)s")

    summary, _ = run_pipeline(read_config(arguments.input))
    text = json.dumps(summary, indent=2)
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(text, encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
