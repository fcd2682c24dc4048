import { describeOnOneHub } from '../support/one-hub';
import { closeVendors, toldVendors } from '../support/webhooks/vendor-receivers';

/** The first looks for what was not recorded yet; the second says how every movement stands, and removes its own. */
describeOnOneHub(
  'without-demonstration',
  [
    ...['reference-facts-alone', 'where-two-sides-disagree', 'a-child-between-two-boroughs'],
    ...['children-hard-to-find', 'an-arrival-asks', 'a-vendor-needs-no-graphql', 'what-a-notice-says'],
  ],
  async () => ({ demo: false, env: await toldVendors(['havering', 'tri-borough']) }),
);
afterAll(closeVendors);
