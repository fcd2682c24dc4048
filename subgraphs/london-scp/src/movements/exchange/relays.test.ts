import { randomUUID } from 'node:crypto';
import { definePartnership } from '@hub/partnership';
import { LAMBETH, noticeOf, REDBRIDGE } from '../../../../../test/support/movement-story';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { openFaultyDoor, type FaultyDoor } from '../../../../../test/support/relay/faulty-door';
import {
  openRelayingPartnership,
  until,
  type RelayingPartnership,
} from '../../../../../test/support/relay/relaying-partnership';
import { londonScp } from '../../london-scp';

const purpose = 'CROSS_BOUNDARY_MOVEMENT';

describe('the hub and the relays of two partnerships', () => {
  let london: OpenSubgraph;
  let door: FaultyDoor;
  let lambeth: RelayingPartnership;
  let redbridge: RelayingPartnership;
  beforeAll(async () => {
    london = await openSubgraph(londonScp, { demo: false });
    door = await openFaultyDoor(async ({ who, query, variables }) => {
      const answer = await london.ask(
        query,
        variables,
        requestIdentityOf('partnership-system', { partnership: who, purpose }),
      );
      if (query.includes('recordMovementMessages')) ['lambeth', 'redbridge'].forEach(door.say);
      return answer;
    });
    const open = (id: string, typeName: string, authority: string) =>
      openRelayingPartnership(definePartnership({ id, typeName, localAuthorities: [authority], factsFolder: '' }), {
        authority,
        hubUrl: door.url,
      });
    lambeth = await open('lambeth', 'LambethPartnership', LAMBETH);
    redbridge = await open('redbridge', 'RedbridgePartnership', REDBRIDGE);
  });
  afterAll(async () => {
    await Promise.all([lambeth, redbridge].map((partnership) => partnership?.close()));
    await door?.close();
    await london?.close();
  });

  it('have the same history in the same order, whatever is cut off on the way', async () => {
    const movement = `movement:${randomUUID()}`;
    const historyAt = ({ rows }: Pick<RelayingPartnership, 'rows'>) =>
      rows<{ body: { move: string } }>(
        `SELECT body FROM movement_event WHERE movement_id = '${movement}' ORDER BY position`,
      );
    const hub = { rows: <Row>(sql: string) => london.dataSource.query<Row[]>(sql) };
    const bothHave = (length: number) =>
      until(async () =>
        (await Promise.all([lambeth, redbridge].map(historyAt))).every((rows) => rows.length >= length),
      );
    door.faults = [null, 'gone before it answered', null, { status: 500 }, null, 'cut half-way through the answer'];

    [lambeth, redbridge].forEach((partnership) => partnership.start());
    const { data } = noticeOf('CHILD_IN_NEED_PLAN', '');
    await lambeth.take({ movement, move: 'NOTIFY', side: 'ORIGIN', data: { ...data, childPseudonym: 'p1:1:a-child' } });
    await bothHave(2);
    const transferPack = [{ title: 'Chronology', sha256: 'a'.repeat(64) }];
    await lambeth.take({ movement, move: 'SHARE_INFORMATION', side: 'ORIGIN', data: { transferPack } });
    await bothHave(3);
    await redbridge.take({ movement, move: 'ACCEPT', side: 'DESTINATION' });
    await redbridge.take({
      movement,
      move: 'ACCEPT_RESPONSIBILITY',
      side: 'DESTINATION',
      data: { confirmation: 'Letter 1' },
    });
    await bothHave(5);
    await lambeth.take({ movement, move: 'CLOSE', side: 'ORIGIN' });
    await bothHave(6);

    const history = (await historyAt(hub)).map(({ body }) => body);
    expect(history.map(({ move }) => move)).toEqual([
      ...['NOTIFY', 'ACKNOWLEDGE', 'SHARE_INFORMATION', 'ACCEPT', 'ACCEPT_RESPONSIBILITY', 'CLOSE'],
    ]);
    for (const partnership of [lambeth, redbridge]) {
      expect((await historyAt(partnership)).map(({ body }) => body)).toEqual(history);
    }
    const statuses = await Promise.all(
      [lambeth, redbridge].map(({ rows }) => rows(`SELECT status, movement_state FROM child_record`)),
    );
    expect(statuses).toEqual([
      [{ status: 'CLOSED', movement_state: 'CLOSED' }],
      [{ status: 'OPEN', movement_state: 'CLOSED' }],
    ]);
    await until(
      async () => (await hub.rows(`SELECT 1 FROM movement_delivery WHERE acknowledged_at IS NULL`)).length === 0,
    );
    expect(await hub.rows(`SELECT 1 FROM movement_delivery WHERE acknowledged_at IS NULL`)).toEqual([]);
  });
});
