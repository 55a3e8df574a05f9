/** The path of the record at the cursor through the stages, below the config. */
import { inEveryLook } from '../accessible.ts';
import { caseNamed } from '../conformance.ts';
import { expect, type Playground, test } from '../page.ts';

const journey = ({ browser }: Playground) => browser.locator('pp-journey');
const steps = (playground: Playground) => journey(playground).getByRole('listitem');

/** Puts the cursor near the end of this line of the config. */
async function goTo({ browser, editor }: Playground, line: number): Promise<void> {
  await editor.focus();
  await browser.keyboard.press('Control+Home');
  for (let at = 1; at < line; at++) await browser.keyboard.press('ArrowDown');
  await browser.keyboard.press('End');
  await browser.keyboard.press('ArrowLeft');
  await browser.keyboard.press('ArrowLeft');
}

const PATHS: [line: number, title: string, steps: string[]][] = [
  [
    8,
    'alpha[0] order_001 line 8',
    [
      'adapt ✓ adapted note dropped',
      'cache ✓ new first with key 17a8…',
      'validate ✓ complete no required field missing',
      'freshness ✓ fresh no timestamp: age 0 s ≤ 600 s',
      'reconcile = matched overwritten by alpha[2]',
    ],
  ],
  [
    10,
    'alpha[2] order_001 line 10',
    [
      'adapt ✓ adapted no field dropped',
      'cache ≡ duplicate same key 17a8… as alpha[0]',
      'validate – not reached cache dropped it',
      'freshness – not reached cache dropped it',
      'reconcile = matched same value as beta',
    ],
  ],
  [
    24,
    'gamma[1] order_004 line 24',
    [
      'adapt → passed through no adapter knows its source',
      'cache ✓ new first with key dede…',
      'validate ✓ complete no required field missing',
      'freshness ! stale age 601 s > 600 s',
      'reconcile = matched same value as beta',
    ],
  ],
  [
    32,
    'delta[2] no id line 32',
    [
      'adapt → passed through no adapter knows its source: it would need its own id',
      /cache ✓ new/.source,
      'validate ✗ invalid id is absent',
      'freshness – not reached validate dropped it',
      'reconcile – skipped it has no id, so its key is empty',
    ],
  ],
];

test.describe('with every outcome', () => {
  // Wide enough that no line wraps, since the arrow keys move by visible lines.
  test.use({ viewport: { width: 2400, height: 900 } });

  test.beforeEach(async ({ playground }) => {
    await playground.load('Every outcome');
    await expect(playground.summary).toContainText('"records_in": 13');
  });

  for (const [line, title, wanted] of PATHS)
    test(`line ${line}: ${title}`, async ({ playground }) => {
      await goTo(playground, line);
      await expect(journey(playground).getByRole('heading')).toHaveText(title);
      for (const [i, text] of wanted.entries())
        await expect(steps(playground).nth(i)).toContainText(text);
    });

  test('if the cursor is in no record, it says how to choose one, and nothing moves', async ({
    playground,
  }) => {
    await goTo(playground, 2);
    await expect(journey(playground)).toHaveText(
      'Put the cursor into a record to see its path through the stages.',
    );
    const empty = await journey(playground).boundingBox();
    await goTo(playground, 10);
    await expect(steps(playground)).toHaveCount(5);
    expect(await journey(playground).boundingBox()).toEqual(empty);
  });

  test('a step opens its stage in the inspector, by keyboard', async ({ playground }) => {
    await goTo(playground, 10);
    await steps(playground).nth(1).getByRole('button').focus();
    await playground.browser.keyboard.press('Enter');
    await expect(playground.tab('Records')).toHaveAttribute('aria-selected', 'true');
    await expect(playground.browser.locator('pp-record').getByRole('heading')).toHaveText(
      'alpha[2]',
    );
    await expect(playground.browser.locator('pp-record')).toContainText(
      'same key 17a8… as alpha[0]',
    );
  });

  test('a flag that is off bypasses its stage', async ({ playground }) => {
    await goTo(playground, 10);
    await playground.flag('cache').click();
    await expect(steps(playground).nth(1)).toContainText('– bypassed cache is off');
    await expect(steps(playground).nth(2)).toContainText('✓ complete');
  });

  test('if there are no records, it says why', async ({ playground }) => {
    await goTo(playground, 10);
    await expect(steps(playground)).toHaveCount(5);
    await playground.flag('adapt').click();
    await expect(journey(playground)).toHaveText(
      'adapt is off, so there are no records to follow through the stages.',
    );
    await playground.flag('adapt').click();
    await expect(steps(playground)).toHaveCount(5);
    await playground.editor.focus();
    await playground.browser.keyboard.type(',,');
    await expect(journey(playground)).toHaveText(
      'The run ended in JSONDecodeError before a record came through adapt.',
    );
  });

  test('an edit in the record shows at once', async ({ playground }) => {
    await goTo(playground, 24);
    await playground.browser.keyboard.type('9');
    await expect(steps(playground).nth(3)).not.toContainText('age 601 s > 600 s');
    await expect(steps(playground).nth(3)).toContainText(/age -?\d+ s/);
  });

  test('what a screen reader finds', async ({ playground }) => {
    await goTo(playground, 10);
    await expect(journey(playground)).toMatchAriaSnapshot(`
      - region "Record at the cursor":
        - heading "alpha[2] order_001 line 10" [level=3]
        - list "Its path through the stages":
          - listitem:
            - button "adapt adapted no field dropped"
          - listitem:
            - button "cache duplicate same key 17a8… as alpha[0]"
          - listitem:
            - button "validate not reached cache dropped it"
          - listitem:
            - button "freshness not reached cache dropped it"
          - listitem:
            - button "reconcile matched same value as beta"
    `);
  });
});

test('after an exception, a stage that was not reached says so', async ({ playground }) => {
  await playground.fill(caseNamed('timestamp_string').input);
  await expect(playground.exception).toBeVisible();
  const { input } = caseNamed('timestamp_string');
  const record = input.indexOf('"timestamp"');
  await playground.browser.keyboard.press('Control+Home');
  for (let i = 0; i < record; i++) await playground.browser.keyboard.press('ArrowRight');
  await expect(steps(playground).nth(3)).toContainText(
    '✗ exception TypeError: unsupported operand',
  );
  await expect(steps(playground).nth(4)).toContainText('– not reached the exception came first');
});

inEveryLook({
  'the path of a record': async (playground) => {
    await playground.showConfig();
    await playground.load('Every outcome');
    await playground.browser.locator('.cm-line', { hasText: 'order_001' }).nth(1).click();
    await expect(steps(playground)).toHaveCount(5);
  },
});
