import { MovementClockState, ProcedureRuleCode } from '@hub/contract';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';
import { childrenMovedOften } from './counts/children-moved-often';
import { disputedMovements } from './counts/disputed-movements';
import { movementFlows } from './counts/movement-flow';
import { movementTimeliness } from './counts/movement-timeliness';
import { overdueMovements } from './counts/overdue-movements';
import { unapprovedPlacements } from './counts/unapproved-placements';

describe('what London sees of the demonstration, with small numbers kept back', () => {
  const MONTH_AFTER = new Date('2026-11-30T12:00:00Z');
  let london: OpenSubgraph;
  beforeAll(async () => {
    london = await openSubgraph(londonScp);
  });
  afterAll(() => london?.close());

  it('is between which boroughs children move, in every quarter', async () => {
    const quarters = await movementFlows.count(london.dataSource, '2024-04-01', '2026-09-30');
    expect(quarters).toHaveLength(10);
    for (const { numbers } of quarters) expect(numbers.length).toBeGreaterThanOrEqual(8);
  });

  it('is how limits were met, and how they were late', async () => {
    const { TRANSFER_IN_CONFERENCE, HOUSING_NOTICE } = ProcedureRuleCode;
    const { MET, LATE } = MovementClockState;
    const years = await movementTimeliness.count(london.dataSource, '2024-01-01', '2025-12-31');
    expect(years.map(({ period }) => period)).toEqual(['2024', '2025']);
    for (const { numbers } of years)
      for (const clock of [TRANSFER_IN_CONFERENCE, HOUSING_NOTICE])
        for (const state of [MET, LATE])
          expect(numbers.filter((one) => one.clock === clock && one.state === state)).not.toEqual([]);
  });

  it('is what is overdue, disputed and not approved, with whom, and how many children have moved often', async () => {
    const { dataSource } = london;
    const overdue = await overdueMovements.count(dataSource, MONTH_AFTER);
    expect(overdue.counts.length).toBeGreaterThanOrEqual(3);
    expect(Math.max(...overdue.counts.map(({ lateWeeks }) => lateWeeks))).toBeLessThan(26);
    const { origins, destinations } = await disputedMovements.count(dataSource, MONTH_AFTER);
    expect(Math.min(origins.length, destinations.length)).toBeGreaterThanOrEqual(2);
    expect((await unapprovedPlacements.count(dataSource, MONTH_AFTER)).counts).not.toEqual([]);
    expect(await childrenMovedOften.count(dataSource, MONTH_AFTER)).toBeGreaterThanOrEqual(10);
  });

  it('are a few children whom two authorities claim', async () => {
    const [{ claims }] = await london.dataSource.query<[{ claims: number }]>(
      'SELECT count(*)::integer AS claims FROM responsibility_claim WHERE settlement IS NULL',
    );
    expect(claims).toBeGreaterThanOrEqual(5);
    expect(claims).toBeLessThan(10);
  });
});
