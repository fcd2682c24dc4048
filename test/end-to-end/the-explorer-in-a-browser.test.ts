import type { Browser, Page } from 'playwright-core';
import { openBrowser } from '../support/browser/open-browser';
import { standingTestHub } from '../support/standing/standing-hub';
import type { AskedHub } from '../support/test-hub';

let testHub: AskedHub;
let browser: Browser;
let page: Page;
const requested = new Set<string>();
const complaints: string[] = [];

beforeAll(async () => {
  [testHub, browser] = await Promise.all([standingTestHub(), openBrowser()]);
  page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  page.on('request', (request) => requested.add(new URL(request.url()).host));
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(testHub.hub.explorerUrl);
});
afterAll(async () => {
  await browser?.close();
  await testHub?.end();
});

describe('the explorer', () => {
  it('loses no choice that is made while the page still loads', async () => {
    const hasty = await browser.newPage();
    await hasty.goto(testHub.hub.explorerUrl, { waitUntil: 'commit' });
    await hasty.getByRole('button', { name: /Where the rules differ/ }).click();
    await hasty.getByRole('textbox', { name: 'Question' }).getByText('DifferenceMatrix').first().waitFor();
    await hasty.close();
  });

  it('offers the saved examples, and runs the one that is chosen', async () => {
    await page.getByRole('button', { name: /Latest meetings and their quorum/ }).click();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    const answer = page.getByRole('textbox', { name: 'Answer' });
    await answer.getByText('"heldOn"').first().waitFor();
    expect(await answer.innerText()).toContain('"partnerships"');
    await page.getByText(/^Complete/).waitFor();
  });

  it('asks as the role that an example takes, at one click', async () => {
    const asked = page.waitForRequest((request) => request.postData()?.includes('query Networks(') === true);
    await page.getByRole('button', { name: /Networks, and who has nobody behind them/ }).click();
    await page.getByRole('button', { name: 'Ask as analyst' }).click();
    await page.getByText('You ask as analyst.').waitFor();
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    expect((await asked).headers()['authorization']).toMatch(/^Bearer /);
    const answer = page.getByRole('textbox', { name: 'Answer' });
    await answer.getByText('"networks"').first().waitFor();
    expect(await answer.innerText()).not.toContain('"errors"');
  });

  it('says what a role still needs, and asks for its purpose', async () => {
    await page.getByRole('button', { name: 'Change who asks' }).click();
    await page.getByLabel('Role').selectOption('duty-team');
    await page.getByRole('button', { name: 'Ask as this' }).click();
    expect(await page.getByLabel('Partnership').evaluate((list: HTMLSelectElement) => list.validity.valueMissing)).toBe(
      true,
    );
    await page.getByLabel('Partnership').selectOption('lambeth');
    await page.getByLabel('Local authority').fill('E09000022');
    await page.getByLabel('Purpose').selectOption('CROSS_BOUNDARY_MOVEMENT');
    await page.getByLabel('Reason').fill('Zoë’s move – to an aunt');
    await page.getByRole('button', { name: 'Ask as this' }).click();
    await page.getByText('You ask as duty-team for CROSS_BOUNDARY_MOVEMENT.').waitFor();
  });

  it("of a partnership's own API takes a token that is made for it, and asks there", async () => {
    const own = await browser.newPage();
    const complaints: string[] = [];
    own.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    own.on('pageerror', (error) => complaints.push(String(error)));
    const { ownUrl } = testHub.hub.subgraphs.get('lambeth')!;
    await own.goto(new URL('/explorer', ownUrl!).href);
    await own.getByRole('button', { name: /Adopt an edition/ }).click();
    await own.getByRole('button', { name: 'Give a token' }).click();
    await own
      .getByLabel('Token')
      .fill(await testHub.hub.token('business-manager', { partnership: 'lambeth', at: 'lambeth' }));
    await own.getByRole('button', { name: 'Ask as this' }).click();
    await own.getByText('You ask as the holder of the token.').waitFor();
    expect(await own.title()).toBe('lambeth at home explorer');
    await own.getByRole('button', { name: /What is our own/ }).click();
    const asked = own.waitForRequest(
      (request) => request.url() === ownUrl && request.postData()?.includes('OurOwn') === true,
    );
    await own.getByRole('button', { name: 'Run', exact: true }).click();
    await asked;
    await own.getByRole('textbox', { name: 'Answer' }).getByText('"partnership"').first().waitFor();
    // Without a token the schema is told to nobody, and roles are not offered.
    expect(complaints.filter((text) => !/status of 40[34]/.test(text))).toEqual([]);
    await own.close();
  });

  it('loads nothing from elsewhere, and the browser has nothing to complain of', () => {
    expect([...requested].filter(Boolean)).toEqual([new URL(testHub.hub.url).host]);
    expect(complaints).toEqual([]);
  });
});
