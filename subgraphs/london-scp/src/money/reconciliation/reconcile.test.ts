import { ContributionTarget } from '@hub/contract';
import fc from 'fast-check';
import { DifferenceKind } from './difference-kind';
import { reconcile, type MoneyMovement } from './reconcile';
import { totalsByAgency } from './totals-by-agency';

const TOLERANCE = 14;
const DAY = 86_400_000;
const plusDays = (date: string, days: number) => new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

/** What happens to a payment on its way, or to a receipt. */
const fate = fc.record({
  isLost: fc.boolean(),
  /** Received less paid. */
  amountOff: fc.oneof(fc.constant(0), fc.integer({ min: -999, max: 999 })),
  days: fc.integer({ min: -40, max: 40 }),
  target: fc.constantFrom('same', 'other project', 'other target'),
  isUnknownToPayer: fc.boolean(),
});

const payment = fc.record({
  partnershipId: fc.constantFrom('havering', 'redbridge', 'lambeth', 'tri-borough'),
  agencyId: fc.constantFrom('council', 'police', 'nhs'),
  target: fc.constantFrom(ContributionTarget.LONDON_POOLED_BUDGET, ContributionTarget.LONDON_PROJECT),
  pence: fc.integer({ min: 1_000, max: 10_000_000 }),
  on: fc.integer({ min: 0, max: 364 }).map((days) => plusDays('2025-04-01', days)),
});

const movement = fc.record({ payment, fate });

/** Two books that differ in what is seeded, and in nothing else. */
const books = fc.array(movement, { maxLength: 40 }).map((seeds) => {
  const paid: MoneyMovement[] = [];
  const received: MoneyMovement[] = [];
  const expected: string[] = [];
  for (const [index, { payment: made, fate: way }] of seeds.entries()) {
    const isProject = made.target === ContributionTarget.LONDON_PROJECT;
    // References are written alike by different partnerships: a reference is its partnership's own, and that of an instalment
    // its contribution's.
    const names = { contribution: `R${index >> 2}-${index % 2}`, reference: `R${(index >> 1) % 2}` };
    const sent = { ...made, ...names, project: isProject ? 'Website' : null };
    const arrived: MoneyMovement = {
      ...sent,
      pence: sent.pence + way.amountOff,
      on: plusDays(sent.on, way.days),
      ...(way.target === 'other project' && isProject ? { project: 'Training' } : {}),
      ...(way.target === 'other target'
        ? {
            target: isProject ? ContributionTarget.LONDON_POOLED_BUDGET : ContributionTarget.LONDON_PROJECT,
            project: isProject ? null : 'Website',
          }
        : {}),
    };
    const note = (kind: DifferenceKind) =>
      expected.push(`${kind} ${sent.partnershipId} ${sent.contribution} ${sent.reference}`);
    if (way.isUnknownToPayer) {
      received.push(arrived);
      note(DifferenceKind.UNMATCHED_RECEIPT);
      continue;
    }
    paid.push(sent);
    if (way.isLost) {
      note(DifferenceKind.UNMATCHED_PAYMENT);
      continue;
    }
    received.push(arrived);
    if (way.amountOff !== 0) note(DifferenceKind.AMOUNT);
    if (Math.abs(way.days) > TOLERANCE) note(DifferenceKind.DATE);
    if (way.target === 'other target' || (way.target === 'other project' && isProject)) note(DifferenceKind.TARGET);
  }
  return { paid, received, expected };
});

const sum = (movements: readonly { pence: number }[]) => movements.reduce((total, { pence }) => total + pence, 0);

describe('reconcile', () => {
  it('finds every seeded difference and no other, in whatever order the books are kept', () => {
    fc.assert(
      fc.property(books, fc.infiniteStream(fc.nat()), ({ paid, received, expected }, random) => {
        const shuffled = received
          .map((receipt) => ({ receipt, at: random.next().value! }))
          .sort((a, b) => a.at - b.at)
          .map(({ receipt }) => receipt);
        const found = reconcile(paid, shuffled, TOLERANCE).differences.map(({ kind, ...sides }) => {
          const either = (sides.paid ?? sides.received)!;
          return `${kind} ${either.partnershipId} ${either.contribution} ${either.reference}`;
        });
        expect(found.sort()).toEqual([...expected].sort());
      }),
      { numRuns: 300 },
    );
  });

  it('accounts for every movement: differences add up to what was received less what was paid', () => {
    fc.assert(
      fc.property(books, ({ paid, received }) => {
        const { matched, differences } = reconcile(paid, received, TOLERANCE);
        const total = differences.reduce((all, { differencePence }) => all + differencePence, 0);
        expect(total).toBe(sum(received) - sum(paid));
        const differing = new Set(differences.map((difference) => difference.paid).filter(Boolean));
        expect(matched + differing.size).toBe(paid.length);
      }),
    );
  });

  it('adds up by agency and project to the same totals', () => {
    fc.assert(
      fc.property(books, ({ paid, received }) => {
        const rows = totalsByAgency(paid, received);
        expect(rows.reduce((all, { paidPence }) => all + paidPence, 0)).toBe(sum(paid));
        expect(rows.reduce((all, { receivedPence }) => all + receivedPence, 0)).toBe(sum(received));
        const keys = rows.map(({ partnershipId, agencyId, project }) => `${partnershipId}/${agencyId}/${project}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('takes the tolerance itself as agreed, and a book that names no day as no difference', () => {
    const paid = {
      ...{ partnershipId: 'a', agencyId: 'b', contribution: 'R', reference: 'R', project: null, pence: 1 },
      on: '2026-01-01',
    };
    const made = { ...paid, target: ContributionTarget.LONDON_POOLED_BUDGET };
    expect(reconcile([made], [{ ...made, on: '2026-01-15' }], 14).matched).toBe(1);
    expect(reconcile([made], [{ ...made, on: '2026-01-16' }], 14).differences[0]).toMatchObject({ kind: 'DATE' });
    expect(reconcile([made], [{ ...made, on: null }], 14).matched).toBe(1);
  });
});
