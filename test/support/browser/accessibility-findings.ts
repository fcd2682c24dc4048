import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe-core finds wrong with a page as it stands: rules of WCAG 2.2 AA and its own, each with where. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  // By its name in the page, where the function is run.
  const { violations } = await page.evaluate<import('axe-core').AxeResults>(
    `axe.run({ rules: { 'target-size': { enabled: true } } })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target }) => `${id} at ${target.join(' ')}: ${help}`),
  );
}
