import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { accessibilityFindings } from '../support/browser/accessibility-findings';
import { startMadeUpApi } from '../support/browser/made-up-api';
import { openBrowser } from '../support/browser/open-browser';

const NARROW = { width: 390, height: 844 };
const WIDE = { width: 1280, height: 800 };

let app: FastifyInstance;
let url: string;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  ({ app, url } = await startMadeUpApi());
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
});
afterEach(() => page?.close());

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: true });
const show = async (viewport = WIDE, colorScheme: 'light' | 'dark' = 'light') => {
  page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  await page.goto(`${url}/explorer`);
  await button('Run').waitFor();
};
/** On a narrow screen the list is behind a button. */
const toList = async () => {
  if (page.viewportSize()!.width < 700) await button('Questions').click();
};
const choose = async (name: string) => {
  await toList();
  await button(new RegExp(`Question of ${name}`)).click();
};
const run = async (says: RegExp) => {
  await button('Run').click();
  await page.getByRole('status').filter({ hasText: says }).waitFor();
};

/** What of the page is wider than its place, and must be scrolled to be read. */
const scrolledSideways = () =>
  [...document.querySelectorAll('*')]
    .filter((one) => one.scrollWidth > one.clientWidth && getComputedStyle(one).overflowX !== 'hidden')
    .filter((one) => one === document.documentElement || getComputedStyle(one).overflowX !== 'visible')
    .map((one) => `${one.tagName} ${one.className}`);

const STATES: Record<string, () => Promise<void>> = {
  'as it starts': async () => undefined,
  'with an example chosen that needs a role': () => choose('budget'),
  'with a whole answer': () => run(/^Complete/),
  'with part of an answer': async () => {
    await choose('bodies');
    await run(/^In part/);
  },
  'with a refusal': async () => {
    await page.getByRole('textbox', { name: 'Question' }).fill('{ nothing }');
    // Some time after it was written; axe-core cannot look at what changes meanwhile.
    await page.locator('.cm-lintRange-error').waitFor();
    await run(/^Not answered/);
  },
  'with a search in the answer': async () => {
    await run(/^Complete/);
    await page.getByRole('textbox', { name: 'Answer' }).press('Control+f');
    await page.keyboard.type('name');
  },
  'with fields to complete from': async () => {
    await page.getByRole('textbox', { name: 'Question' }).fill('{ partnerships { ');
    // Marked once the schema is known.
    await page.locator('.cm-lintRange-error').first().waitFor();
    await page.keyboard.press('Control+Space');
    await page.getByRole('option', { name: 'bodies' }).waitFor();
  },
  'with no example found': async () => {
    await toList();
    await page.getByLabel('Search questions').fill('school');
    await page.getByText('No saved question has “school”.').waitFor();
  },
  'with who asks open': async () => {
    await button('Change who asks').click();
    await page.getByLabel('Role').selectOption('duty-team');
  },
  'with the fields shown': async () => {
    await toList();
    await button('Fields').click();
    await page.getByText('All that can be asked.').waitFor();
  },
};

describe.each([
  ['390 px', NARROW, 'light'],
  ['1280 px', WIDE, 'light'],
  ['1280 px in the dark', WIDE, 'dark'],
] as const)('the explorer at %s', (_, viewport, colorScheme) => {
  it.each(Object.entries(STATES))('has nothing that axe-core finds, and fits, %s', async (_, reach) => {
    await show(viewport, colorScheme);
    await reach();
    expect(await accessibilityFindings(page)).toEqual([]);
    expect(await page.evaluate(scrolledSideways)).toEqual([]);
  });
});

it.each([NARROW, { width: 768, height: 1024 }, WIDE])('has Run and the answer on a screen of %j', async (viewport) => {
  await show(viewport);
  await run(/^Complete/);
  for (const one of [button('Run'), page.getByRole('textbox', { name: 'Answer' }).getByText('"partnerships"')]) {
    const box = (await one.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(viewport.width);
    expect(box.y + box.height).toBeLessThanOrEqual(viewport.height);
  }
});

describe('a saved question', () => {
  it('is found by its words, under its subject', async () => {
    await show();
    await page.getByLabel('Search questions').fill('budget');
    await page.getByText('1 of 3 saved questions').waitFor();
    expect(await page.getByRole('region', { name: 'Money' }).getByRole('button').count()).toBe(1);
    expect(await page.getByRole('region', { name: 'Governance' }).count()).toBe(0);
  });

  it('of another role says so before it is run, and asks as that role at a click', async () => {
    await show();
    expect(await button(/Question of budget/).innerText()).toContain('Needs the role analyst');
    await choose('budget');
    await page.getByText('This question needs a token of the role analyst.').waitFor();
    await button('Ask as analyst').click();
    await page.getByText('You ask as analyst.').waitFor();
    expect(await page.getByText('This question needs').count()).toBe(0);
    await run(/^Complete/);
  });

  it('is chosen and run by the keyboard alone, whichever width', async () => {
    await show(NARROW);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the question');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Questions');
    await page.keyboard.press('Enter');
    await button(/Question of bodies/).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.textContent === 'Run');
    await page.keyboard.press('Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /^In part/ })
      .waitFor();
  });

  it('leaves an editor by Tab, and runs from within it by Ctrl and Enter', async () => {
    await show();
    await page.getByRole('textbox', { name: 'Question' }).focus();
    await page.keyboard.press('Control+Enter');
    await page
      .getByRole('status')
      .filter({ hasText: /^Complete/ })
      .waitFor();
    await page.keyboard.press('Tab');
    expect(
      await page.getByRole('textbox', { name: 'Variables' }).evaluate((one) => one === document.activeElement),
    ).toBe(true);
  });
});

describe('an operation of one’s own', () => {
  const question = () => page.getByRole('textbox', { name: 'Question' });

  it('is one of several in a document, as one chooses', async () => {
    await show();
    await question().fill('query Ids { partnerships { id } } query Names { partnerships { name } }');
    await page.getByLabel('Operation to run').selectOption('Names');
    await run(/^Complete/);
    expect(await page.getByRole('textbox', { name: 'Answer' }).innerText()).toContain('"name": "Havering"');
  });

  it('is not sent with variables that are no JSON', async () => {
    await show();
    await page.getByRole('textbox', { name: 'Variables' }).fill('{"first": ');
    await button('Run').click();
    expect(await page.getByRole('region', { name: 'Problem' }).innerText()).toContain('The variables are not JSON');
  });

  it('is helped by what each field means, which a field in it leads to', async () => {
    await show();
    await button('Fields').click();
    // The editor knows the fields from when the types are listed.
    await button('Status').waitFor();
    await question()
      .getByText('partnerships')
      .click({ modifiers: ['ControlOrMeta'] });
    await page.getByText('Works for the children of one or several authorities.').waitFor();
    await page.getByText('What it is called.').waitFor();
    await button('Back to the beginning').click();
    await button('Status').click();
    await page.getByText('Not agreed yet.').waitFor();
  });
});

it('takes the answer away when somebody else asks', async () => {
  await show();
  await choose('budget');
  await button('Ask as analyst').click();
  await page.getByText('You ask as analyst.').waitFor();
  await run(/^Complete/);
  await button('Change who asks').click();
  await page.getByLabel('Role').selectOption('No role');
  await button('Ask as this').click();
  await page.getByText(/^You ask as nobody/).waitFor();
  expect(await page.getByRole('textbox', { name: 'Answer' }).count()).toBe(0);
});

const focused = () => page.evaluate(() => document.activeElement?.textContent);

describe('an answer that is not whole', () => {
  it('says who is missing, why, and where', async () => {
    await show();
    await choose('bodies');
    await run(/^In part/);
    const note = page.getByRole('region', { name: 'Part of this answer is missing' });
    const text = await note.innerText();
    expect(text).toContain('1 of 2 partnerships answered in full. Missing in whole or in part: lambeth.');
    expect(text).toContain('Lambeth did not answer. SUBGRAPH_UNAVAILABLE');
    expect(text).toContain('Where: partnerships[1].bodies');
  });

  it('says so where the server cannot be reached', async () => {
    await show();
    await page.route('**/graphql', (route) => route.abort());
    await button('Run').click();
    await page.getByRole('region', { name: 'Problem' }).waitFor();
  });
});

describe('a download', () => {
  const saved = async (format: string) => {
    const [download] = await Promise.all([page.waitForEvent('download'), button(format).click()]);
    return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
  };

  it('has the answer as JSON, and the tables of the server as whom one asks', async () => {
    await show();
    await choose('budget');
    await button('Ask as analyst').click();
    await page.getByText('You ask as analyst.').waitFor();
    await choose('names');
    await run(/^Complete/);
    const [name, json] = await saved('JSON');
    expect([name, JSON.parse(json!)]).toEqual(['names.json', { data: { partnerships: expect.any(Array) } }]);
    const table = '{\n  "first": 2\n},Bearer made-up';
    expect(await saved('CSV')).toEqual(['names.csv', `names.csv,${table}`]);
    expect(await saved('Excel')).toEqual(['names.xlsx', `names.xlsx,${table}`]);
  });

  it("says the server's reason where it gives no table", async () => {
    await show();
    await choose('bodies');
    await run(/^In part/);
    await button('CSV').click();
    expect(await page.getByRole('alert').innerText()).toBe('No table today.');
  });

  it('is JSON alone where the question is not as it was saved, and where the server has no tables', async () => {
    await show();
    await page.getByRole('textbox', { name: 'Question' }).fill('query Mine { partnerships { id } }');
    await run(/^Complete/);
    expect(await page.getByRole('group', { name: 'Download' }).getByRole('button').allInnerTexts()).toEqual(['JSON']);
    await page.route('**/explorer/api.json', async (route) => {
      const { tablesPath: _, ...api } = await (await route.fetch()).json();
      await route.fulfill({ json: api });
    });
    await page.reload();
    await run(/^Complete/);
    expect(await page.getByRole('group', { name: 'Download' }).getByRole('button').allInnerTexts()).toEqual(['JSON']);
  });
});
