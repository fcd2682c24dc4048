import { openSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';
import { MovementWords1764371200101 } from './movement-words-migration';

const ROWS = `SELECT (SELECT jsonb_agg(body ORDER BY message_id) FROM movement_event) AS events,
  (SELECT jsonb_agg(move ORDER BY message_id) FROM movement_event) AS moves,
  (SELECT jsonb_agg(code ORDER BY movement_id, code) FROM movement_clock) AS clocks,
  (SELECT jsonb_agg(code ORDER BY id) FROM procedure_rule) AS rules`;

it('movements that were recorded in other words are kept, in those of today', async () => {
  const { dataSource, close } = await openSubgraph(londonScp);
  const runner = dataSource.createQueryRunner();
  const [now] = await dataSource.query<[object]>(ROWS);
  await new MovementWords1764371200101().down(runner);
  const before = JSON.stringify(await dataSource.query(ROWS));
  for (const word of ['FOUND_OUT', '"manifest"', '"RECORD_RETURN_INTERVIEW"', '"RETURN_INTERVIEW"']) {
    expect(before).toContain(word);
  }
  expect(before).not.toMatch(/"UNPLANNED"|transferPack|HOME_INTERVIEW/);
  await new MovementWords1764371200101().up(runner);
  await runner.release();
  expect((await dataSource.query<[object]>(ROWS))[0]).toEqual(now);
  await close();
});
