// Edits that a run of the shipped wasm package gives for its own config, without reading it again.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cases, editFlag, editSetting } from './engine.mjs';
import { ALL, mixed, STAGES, WIDE, withRun } from './runs.mjs';

const SETTINGS = [
  ['now', '-0.5'],
  ['max_age_seconds', '17'],
];

/** All edits that `flag` and `setting` give. */
const allEdits = (flag, setting) => [
  ...STAGES.flatMap((stage) => [true, false].map((on) => flag(stage, on))),
  ...SETTINGS.map(([key, value]) => setting(key, value)),
];
const editsOf = (run) =>
  allEdits(
    (stage, on) => run.flagEdit(stage, on),
    (key, value) => run.settingEdit(key, value),
  );

const encode = (text) => new TextEncoder().encode(text);

/** The bytes after an edit, put together from the old ones without decoding them. */
const edited = (bytes, { bytes: { start, end }, insert }) =>
  Buffer.concat([bytes.subarray(0, start), encode(insert), bytes.subarray(end)]);

describe('edits of a run', () => {
  test('over a string are those of the text', () => {
    let count = 0;
    for (const { name, input } of ALL) {
      if (input.length > 5000) continue;
      const expected = allEdits(
        (stage, on) => editFlag(input, stage, on),
        (key, value) => editSetting(input, key, value),
      );
      withRun(input, (run) => assert.deepEqual(editsOf(run), expected, name));
      count += expected.filter(Boolean).length;
    }
    assert.ok(count > 9000, `only ${count} edits`);
  });

  test('over bytes replace bytes, at the same place of the text', () => {
    const lines = WIDE.replaceAll('\r\n', '\n');
    for (const text of [lines, `{"flags": {\n "x😀": 1\n}, ${lines.slice(1)}`, mixed(9), '{ }']) {
      const ofText = withRun(text, editsOf);
      for (const newline of ['\n', '\r\n', '\r']) {
        const bytes = encode(text.replaceAll('\n', newline));
        const edits = withRun(bytes, editsOf);
        for (const [i, edit] of edits.entries()) {
          assert.equal(edit === undefined, ofText[i] === undefined);
          if (!edit) continue;
          const { bytes: place, insert, ...span } = edit;
          const { insert: inText, ...spanInText } = ofText[i];
          assert.deepEqual(span, spanInText);
          // What is added has the line ends of the file.
          assert.equal(insert, inText.replaceAll('\n', newline));
          assert.ok(place.start <= place.end && place.end <= bytes.length);
          // The edited file has the value, and needs no further edit.
          withRun(edited(bytes, edit), (run) => {
            assert.equal(run.error, undefined);
            assert.equal(editsOf(run)[i], undefined);
          });
        }
      }
    }
  });

  test('are absent if the config could not be read', () => {
    for (const { name, input_base64: base64 } of cases('files')) {
      const bytes = Buffer.from(base64 ?? '', 'base64');
      withRun(bytes, (run) => {
        const none = editsOf(run).every((edit) => edit === undefined);
        assert.equal(none, run.settings === undefined, name);
      });
    }
  });

  test('are refused for other names and values', () => {
    for (const config of ['{}', '{', encode('{}'), Uint8Array.of(255)])
      withRun(config, (run) => {
        assert.throws(() => run.flagEdit('nonsense', false), TypeError);
        assert.throws(() => run.settingEdit('flags', '1'), TypeError);
        for (const value of ['', ' 6', '06', 'true', '"6"'])
          assert.throws(() => run.settingEdit('now', value), TypeError, value);
      });
  });
});
