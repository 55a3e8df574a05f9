// Records from the shipped wasm package, beyond what reports.test.mjs checks: the summary's numbers and the records
// that they count, filters, orders, one record in full.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Run } from './engine.mjs';
import { ALL, allGroups, allRecords, mixed, STAGES, WIDE, withRun } from './runs.mjs';

const FATES = ['kept', 'duplicate', 'invalid'];

describe('the records that came out', () => {
  test('are one JSON array, whatever the size of the parts', () => {
    for (const { name, input } of ALL) {
      withRun(input, (run) => {
        const all = allRecords(run);
        const kept = all.filter(({ fate }) => fate === 'kept').map(({ text }) => text);
        const text = (from, to) => new TextDecoder().decode(run.keptRecords(from, to));
        assert.equal(text(0, run.recordCount), kept.join(',\n'), name);
        const parts = all.map(({ position }) => text(position, position + 1)).filter(Boolean);
        assert.deepEqual(parts, kept, name);
      });
    }
  });
});

describe('the summary’s numbers', () => {
  test('have the reported positions', () => {
    for (const { name, input } of ALL) {
      withRun(input, (run) => {
        const { summary, summaryText, summaryNumbers } = run;
        const numbers = Object.fromEntries(summaryNumbers.map((each) => [each.name, each.text]));
        if (!summary) return assert.deepEqual(summaryNumbers, [], name);
        for (const { start, end, text } of summaryNumbers)
          assert.equal(summaryText.slice(start, end), text);
        const { cache, reconciliation } = JSON.parse(summaryText);
        const { stages_run, ...plain } = {
          ...JSON.parse(summaryText),
          cache: 0,
          reconciliation: 0,
        };
        const flat = Object.entries(plain).filter(
          ([key]) => key !== 'cache' && key !== 'reconciliation',
        );
        for (const [key, number] of Object.entries(cache)) flat.push([`cache.${key}`, number]);
        for (const [key, number] of Object.entries(reconciliation))
          flat.push([`reconciliation.${key}`, number]);
        assert.deepEqual(
          Object.fromEntries(Object.entries(numbers).map(([key, text]) => [key, JSON.parse(text)])),
          Object.fromEntries(flat),
          name,
        );
      });
    }
  });

  test('equal the counts of their records', () => {
    for (const { name, input } of ALL) {
      withRun(input, (run) => {
        if (!run.summary) return;
        const countOf = (number) => run.countRecords({ behind: number });
        const { records_in, records_out, cache, validation_errors, stale_records } = run.summary;
        assert.deepEqual(
          ['records_in', 'records_out', 'cache.hits', 'cache.misses', 'cache.hit_rate'].map(
            countOf,
          ),
          [records_in, records_out, cache.hits, cache.misses, cache.hits + cache.misses],
          name,
        );
        assert.deepEqual(
          ['validation_errors', 'stale_records'].map(countOf),
          [validation_errors, stale_records],
          name,
        );
        // The summary counts groups. The filter gives all records of these.
        const groups = new Set(
          run.records(0, 1e9, { behind: 'reconciliation.matched' }).map(({ group }) => group),
        );
        assert.equal(groups.size, run.summary.reconciliation.matched ?? 0, name);
      });
    }
  });
});

describe('filters', () => {
  const records = withRun(mixed(40), (run) => allRecords(run));
  const text = withRun(mixed(40), () => mixed(40));
  const filters = [
    ...STAGES.map((stage) => ({ stage })),
    ...['matched', 'mismatched', 'single'].map((verdict) => ({ verdict })),
    ...[0, 3, 7, 1e9, 0.5, -1, NaN].map((group) => ({ group })),
    ...[
      'order',
      'ORDER 1',
      '"ID"',
      'null',
      '}',
      'None',
      'Gamma[1',
      'd😀',
      records[5].key,
      records[5].key.slice(0, 3),
    ].map((text) => ({ text })),
    { verdict: 'matched', fate: 'kept', text: '1' },
    { stage: 'freshness', freshness: 'stale', source: 'gamma' },
    {
      stage: undefined,
      behind: null,
      verdict: undefined,
      group: null,
      text: undefined,
      sort: null,
      descending: null,
    },
  ];
  const fits = (filter, record) => {
    const { stage, text: wanted, ...equal } = filter;
    const given = {
      validate: ['kept', 'invalid'],
      freshness: ['kept'],
    };
    const { source, index, id = '' } = record;
    const shown = [text.slice(record.start, record.end), record.text, `${source}[${index}]`, id];
    const isShown = (part) => shown.some((one) => one.toLowerCase().includes(part.toLowerCase()));
    return (
      (given[stage] ?? FATES).includes(record.fate) &&
      (wanted == null || isShown(wanted) || record.key.startsWith(wanted)) &&
      Object.entries(equal).every(([field, value]) => value == null || record[field] === value)
    );
  };
  const value = {
    position: ({ position }) => position,
    fate: ({ fate }) => FATES.indexOf(fate),
    key: ({ key }) => key,
    age: ({ age }) => (age === undefined ? undefined : Number(age)),
  };
  const inOrder = (all, sort, descending) => {
    const of = value[sort];
    const sorted = all.filter((record) => of(record) !== undefined);
    sorted.sort((a, b) => {
      const sign = of(a) < of(b) ? -1 : Number(of(a) > of(b));
      return (descending ? -sign : sign) || a.position - b.position;
    });
    return [...sorted, ...all.filter((record) => of(record) === undefined)];
  };

  test('select, sort, page and count matching records', () => {
    withRun(text, (run) => {
      for (const base of filters) {
        for (const sort of [undefined, ...Object.keys(value)]) {
          for (const descending of [undefined, false, true]) {
            const filter = { ...base, sort, descending };
            const expected = inOrder(
              records.filter((record) => fits(base, record)),
              sort ?? 'position',
              descending,
            );
            const say = JSON.stringify(filter);
            assert.equal(run.countRecords(filter), expected.length, say);
            assert.deepEqual(run.records(0, 1e9, filter), expected, say);
            assert.deepEqual(run.records(3, 5, filter), expected.slice(3, 8), say);
          }
        }
      }
      assert.equal(run.countRecords(), records.length);
      assert.equal(run.countRecords(null), records.length);
    });
  });

  test('in any sequence give their own records', () => {
    withRun(text, (run) => {
      const count = (fate) => records.filter((record) => record.fate === fate).length;
      for (let round = 0; round < 3; round += 1) {
        for (const fate of FATES) assert.equal(run.countRecords({ fate }), count(fate));
        assert.equal(run.countRecords({}), records.length);
      }
      const other = new Run('{"sources": {"gamma": {"records": [{"id": 1, "value": 2}]}}}');
      assert.equal(other.countRecords({ fate: 'kept' }), 1);
      other.free();
      assert.equal(run.countRecords({ fate: 'kept' }), count('kept'));
    });
  });

  test('that are invalid are a TypeError', () => {
    const wrong = [
      5,
      'kept',
      { fate: 'Kept' },
      { fate: '' },
      { fate: 1 },
      { freshness: 'old' },
      { stage: 'filter' },
      { behind: 'hits' },
      { behind: 'stages_run' },
      { verdict: 'single_source' },
      { group: '1' },
      { bucket: 1 },
      { buckets: 1 },
      { bucket: '1', buckets: 2 },
      { bucket: 1, buckets: true },
      { text: 5 },
      { sort: 'id' },
      { descending: 1 },
      { source: 5 },
    ];
    withRun(text, (run) => {
      for (const filter of wrong) {
        const say = JSON.stringify(filter);
        assert.throws(() => run.records(0, 1, filter), TypeError, say);
        assert.throws(() => run.countRecords(filter), TypeError, say);
        assert.throws(() => run.places(filter, 0, 1, 1), TypeError, say);
      }
    });
  });

  test('find a lone surrogate by the same one only', () => {
    withRun(
      '{"sources": {"g": {"records": [{"id": "\ud83d"}, {"id": "\ude00"}, {"id": "😀"}]}}}',
      (run) => {
        const found = (text) => run.records(0, 9, { text }).map(({ position }) => position);
        assert.deepEqual([found('\ud83d'), found('\ude00'), found('😀')], [[0], [1], [2]]);
      },
    );
  });
});

describe('a record', () => {
  test('refers to the record that it repeats and the one that overwrote it', () => {
    let [duplicates, overwritten] = [0, 0];
    for (const { name, input } of [...ALL, { name: 'mixed', input: mixed(40) }]) {
      withRun(input, (run) => {
        const records = allRecords(run);
        const groups = allGroups(run);
        const place = ({ position, source, index, start, end, line }) => ({
          position,
          source,
          index,
          start,
          end,
          line,
        });
        for (const record of records) {
          const { group, verdict, original, duplicateOf, overwrittenBy, source, missing, absent } =
            record;
          assert.deepEqual(
            original,
            duplicateOf === undefined ? undefined : place(records[duplicateOf]),
            name,
          );
          assert.equal(verdict, groups[group]?.verdict, name);
          const counting = groups[group]?.values.find((value) => value.source === source);
          const by =
            counting && counting.record !== record.position
              ? place(records[counting.record])
              : undefined;
          assert.deepEqual(overwrittenBy, by, name);
          assert.ok(
            absent.every((field) => missing.includes(field)),
            name,
          );
          duplicates += Number(original !== undefined);
          overwritten += Number(overwrittenBy !== undefined);
        }
      });
    }
    assert.ok(duplicates > 500 && overwritten > 500, `only ${duplicates} and ${overwritten}`);
  });

  test('in full equals the one in the list, with what adapt did to it', () => {
    let count = 0;
    for (const { name, input } of ALL) {
      withRun(input, (run) => {
        for (const record of run.records(0, 20)) {
          const { before, adapted, fields, fieldCount, ...rest } = run.record(record.position);
          // Of a long text, the list has less.
          if (record.cut.length + rest.cut.length > 0) continue;
          assert.equal(fields.length, fieldCount, name);
          assert.deepEqual(rest, record, name);
          const json = /NaN|Infinity/.test(before) ? undefined : JSON.parse(before);
          const from = fields.filter((field) => field.from !== undefined);
          const to = fields.filter((field) => field.to !== undefined);
          if (!json) continue;
          if (!Object.keys(json).some((key) => /^\d+$/.test(key)))
            assert.deepEqual(
              from.map((field) => field.from),
              Object.keys(json),
              name,
            );
          for (const field of from) assert.ok(before.includes(field.before), name);
          const dumped = to.map((field) => field.after);
          for (const value of dumped) assert.ok(adapted.includes(value), name);
          assert.equal(new Set(to.map((field) => field.to)).size, to.length, name);
          assert.ok(
            to.some((field) => field.to === 'source'),
            name,
          );
          count += 1;
        }
        assert.equal(run.record(run.recordCount), undefined, name);
      });
    }
    assert.ok(count > 3000, `only ${count} records were checked`);
  });

  test('in full, exactly', () => {
    withRun(WIDE, (run) => {
      const place = (position, index) => ({ position, source: 'größe', index });
      const renamed = (from, to, text) => ({
        from,
        to,
        before: text,
        after: text,
        change: 'renamed',
      });
      assert.deepEqual(run.record(0).fields, [
        renamed('uid', 'id', '"\\ud83d\\ude00"'),
        renamed('data', 'value', '"\\u6771\\u4eac"'),
        { from: 'x', before: '0', change: 'dropped' },
        { to: 'source', after: '"alpha"', change: 'added' },
      ]);
      const first = run.record(3);
      assert.equal(first.id, 'é');
      assert.equal(first.timestamp, '100.5');
      assert.equal(first.age, '899.5');
      const { position, source, index } = first.overwrittenBy;
      assert.deepEqual({ position, source, index }, place(4, 1));
      assert.equal(
        WIDE.slice(first.overwrittenBy.start, first.overwrittenBy.end),
        '{"id": "é", "value": "ß", "source": 5}',
      );
      assert.equal(
        first.adapted,
        '{"id": "\\u00e9", "value": "\\u00df", "timestamp": 100.5, "source": "gr\\u00f6\\u00dfe"}',
      );
      assert.equal(first.text, first.adapted.replace('}', ', "freshness": "stale"}'));
      assert.deepEqual(run.record(4).fields[2], {
        from: 'source',
        to: 'source',
        before: '5',
        after: '"gr\\u00f6\\u00dfe"',
        change: 'changed',
      });
      assert.equal('timestamp' in run.record(4), false);
      withRun('{"sources": {"gamma": {"records": [{}, {"id": ""}, {"id": null}]}}}', (other) => {
        const ids = other.records(0, 3).map(({ id }) => id);
        assert.deepEqual([ids, 'id' in other.record(0)], [[undefined, '', 'None'], false]);
      });
      assert.deepEqual([run.record(2).missing, run.record(2).absent], [['id', 'value'], []]);
      for (const odd of [-1, 0.5, NaN, 5, 2 ** 32, Infinity])
        assert.equal(run.record(odd), undefined);
    });
  });
});

test('each call of onProgress has the phase of the run', () => {
  const phases = [];
  const run = new Run(mixed(3000), { onProgress: (_done, _total, phase) => phases.push(phase) });
  run.free();
  assert.deepEqual(
    phases.filter((phase, index) => phase !== phases[index - 1]),
    ['read', ...STAGES],
  );
});
