import { asText, CHECKS, runChecks, Subject } from '@hub/conformance';
import { serveSubgraph, type SubgraphDefinition } from '@hub/subgraph-kit';
import { Client } from 'pg';
import { havering } from '../../../subgraphs/havering/src/havering';
import { lambeth } from '../../../subgraphs/lambeth/src/lambeth';
import { redbridge } from '../../../subgraphs/redbridge/src/redbridge';
import { triBorough } from '../../../subgraphs/tri-borough/src/tri-borough';
import { tableContents } from '../../support/access/database-contents';
import { createServiceDatabase } from '../../support/service-database';
import { makeHubKeyFiles, type HubKeyFiles } from '../../support/small-subgraphs';

let hub: HubKeyFiles;
beforeAll(async () => void (hub = await makeHubKeyFiles()));
afterAll(() => hub?.remove());

const partnerships: SubgraphDefinition[] = [havering, redbridge, lambeth, triBorough];

it.each(partnerships)(
  'the service of $name passes every check, and has nothing to show for it but refusals on its record of access',
  async (definition) => {
    const database = await createServiceDatabase();
    const administrator = new Client({ connectionString: database.adminUrl });
    await administrator.connect();
    const ask = async <Row extends object>(sql: string) => (await administrator.query(sql)).rows as Row[];
    const contents = () => tableContents(ask, ['audit']);
    const env = { DATABASE_URL: database.url, HUB_JWKS: hub.jwks, LOG_LEVEL: 'silent' };
    const subgraph = await serveSubgraph(definition, env);
    try {
      const before = await contents();
      const results = await runChecks(new Subject(subgraph.url, definition.name, hub.keys), CHECKS);
      expect(asText(results.filter(({ outcome }) => outcome.kind !== 'passed'))).toBe(
        '0 passed, 0 failed, 0 skipped\n',
      );
      expect(await contents()).toEqual(before);
      expect(Object.keys(before)).toContain('public.meeting');
      // It asked for what is of a child as somebody who may not: that belongs on the record.
      const outcomes = await ask<{ outcome: string }>('SELECT DISTINCT outcome FROM audit.access_record');
      expect(outcomes).toEqual([{ outcome: 'REFUSED' }]);
    } finally {
      await subgraph.close();
      await administrator.end();
      await database.drop();
    }
  },
);
