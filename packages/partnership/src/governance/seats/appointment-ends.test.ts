import { join } from 'node:path';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { refusalCodes } from '../../../../../test/support/refusal-codes';
import { definePartnership } from '../../define-partnership';

const redbridge = definePartnership({
  ...{ id: 'redbridge', typeName: 'RedbridgePartnership', localAuthorities: ['E09000026'] },
  factsFolder: join(__dirname, '../../../../../subgraphs/redbridge/facts'),
});
const reason = 'Recorded by mistake';

describe('a seat of which somebody leaves the last place, and somebody else takes it', () => {
  let subgraph: OpenSubgraph;
  const first = { reference: 'FIRST', roleTitle: 'Lay member', appointedOn: '2020-04-01', seatId: '' };
  const second = { ...first, reference: 'SECOND', appointedOn: '2023-04-01' };
  beforeAll(async () => {
    subgraph = await openSubgraph(redbridge, { demo: false });
    const [seat] = await subgraph.dataSource
      .query<{ id: string }[]>(
        `UPDATE seat SET places = 1 WHERE id = (SELECT id FROM seat WHERE capacity = 'LAY_MEMBER' LIMIT 1) RETURNING id`,
      )
      .then(([rows]) => rows as unknown as { id: string }[]);
    first.seatId = second.seatId = seat!.id;
    expect(await codesOf('recordAppointment', first)).toEqual([]);
    expect(await codesOf('recordAppointment', second)).toEqual(['SEAT_FULL']);
    expect(await codesOf('endAppointment', { reference: 'FIRST', endedOn: '2023-03-31' })).toEqual([]);
    expect(await codesOf('recordAppointment', second)).toEqual([]);
  });
  afterAll(() => subgraph?.close());

  const codesOf = (mutation: string, input: object) => refusalCodes(subgraph, mutation, input);

  it('keeps its end while the place is taken', async () => {
    expect(await codesOf('withdrawAppointmentEnd', { reference: 'FIRST', reason })).toEqual(['SEAT_FULL']);
  });

  it('has it corrected to a day before the other came, and to no later one', async () => {
    const correct = (endedOn: string) => codesOf('correctAppointmentEnd', { reference: 'FIRST', endedOn, reason });
    expect(await correct('2023-04-01')).toEqual(['SEAT_FULL']);
    expect(await correct('2022-12-31')).toEqual([]);
  });

  it('has the appointment before the other corrected', async () => {
    expect(await codesOf('correctAppointment', { ...first, roleTitle: 'Lay member of schools', reason })).toEqual([]);
  });

  it('gives its place back once the other is withdrawn', async () => {
    expect(await codesOf('withdrawAppointment', { reference: 'SECOND', reason })).toEqual([]);
    expect(await codesOf('withdrawAppointmentEnd', { reference: 'FIRST', reason })).toEqual([]);
  });
});
