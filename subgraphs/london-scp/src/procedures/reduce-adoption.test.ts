import { fromDayNumber, toDayNumber } from '@hub/contract';
import * as fc from 'fast-check';
import { reduceAdoption, type Adoption, type DatedEdition } from './reduce-adoption';

const FIRST = toDayNumber('2024-01-01');
const LAST = toDayNumber('2025-06-30');
const day = fc.integer({ min: FIRST, max: LAST }).map(fromDayNumber);
const editions = fc
  .uniqueArray(day, { maxLength: 5 })
  .map((days) => days.map((inForceFrom, index) => ({ id: `p:${index}`, inForceFrom })));
/** Some name an edition that nobody published. */
const history = fc.array(
  fc.record({
    editionId: fc.integer({ min: 0, max: 5 }).map((index) => `p:${index}`),
    adoptedOn: day,
    localVariations: fc.constantFrom([], ['Own form']),
  }),
  { maxLength: 6 },
);

/** Walks from day to day, putting on each day's adoptions, and keeps nothing but what is worked to and the days behind. */
function replay(all: readonly DatedEdition[], adoptions: readonly Adoption[], on: string) {
  const inForceOn = (date: string) =>
    [...all].sort((a, b) => (a.inForceFrom < b.inForceFrom ? 1 : -1)).find((e) => e.inForceFrom <= date) ?? null;
  const current = inForceOn(on);
  const startOf = (id: string) => all.find((edition) => edition.id === id)?.inForceFrom ?? '';
  let working: Adoption | null = null;
  let behind = 0;
  for (let date = FIRST; date <= toDayNumber(on); date += 1) {
    const today = fromDayNumber(date);
    for (const adoption of adoptions.filter(({ adoptedOn }) => adoptedOn === today)) {
      const isLater: boolean =
        working === null ||
        working.adoptedOn !== today ||
        startOf(adoption.editionId) > startOf(working.editionId) ||
        (startOf(adoption.editionId) === startOf(working.editionId) && adoption.editionId > working.editionId);
      if (isLater) working = adoption;
    }
    const isUpTo: boolean = working !== null && current !== null && startOf(working.editionId) >= current.inForceFrom;
    if (current && today >= current.inForceFrom && today < on && !isUpTo) behind += 1;
  }
  const isKnown = working === null || startOf(working.editionId) !== '';
  const isCurrent =
    current === null || !isKnown ? null : working !== null && startOf(working.editionId) >= current.inForceFrom;
  return {
    currentEditionId: current?.id ?? null,
    editionId: working?.editionId ?? null,
    adoptedOn: working?.adoptedOn ?? null,
    isCurrent,
    lagDays: isCurrent === false ? behind : null,
  };
}

describe('who works to which edition on a day', () => {
  it('agrees with a replay of the history day by day', () => {
    // Two adoptions of one edition on one day differ in nothing that the replay can tell apart.
    const distinct = history.map((all) =>
      all.filter(
        (a, index) => all.findIndex((b) => a.editionId === b.editionId && a.adoptedOn === b.adoptedOn) === index,
      ),
    );
    fc.assert(
      fc.property(editions, distinct, day, (all, adoptions, on) => {
        const { currentEditionId, positions } = reduceAdoption(all, [adoptions], on);
        const { editionId, adoptedOn, isCurrent, lagDays } = positions[0]!;
        expect({ currentEditionId, editionId, adoptedOn, isCurrent, lagDays }).toEqual(replay(all, adoptions, on));
      }),
      { numRuns: 500 },
    );
  });

  const both = [
    { id: 'p:2025-09', inForceFrom: '2025-09-30' },
    { id: 'p:2025-03', inForceFrom: '2025-03-31' },
  ];
  const adopted = (editionId: string, adoptedOn: string) => ({ editionId, adoptedOn, localVariations: [] });
  const positionOf = (adoptions: Adoption[], on: string, all: DatedEdition[] = both) =>
    reduceAdoption(all, [adoptions], on).positions[0];

  it('counts the days since the current edition came into force', () => {
    const adoptions = [adopted('p:2025-03', '2025-04-10')];
    expect(positionOf(adoptions, '2025-09-29')).toMatchObject({ isCurrent: true, lagDays: null });
    expect(positionOf(adoptions, '2025-09-30')).toMatchObject({ isCurrent: false, lagDays: 0 });
    expect(positionOf(adoptions, '2025-12-31')).toMatchObject({ isCurrent: false, lagDays: 92 });
  });

  it('is not behind with an edition that is yet to come into force', () => {
    expect(positionOf([adopted('p:2025-09', '2025-09-01')], '2025-09-15')).toMatchObject({ isCurrent: true });
  });

  it('counts no lag behind an edition whose day is not stated', () => {
    const all = [{ id: 'p:2024-04', inForceFrom: '2024-04' }];
    expect(positionOf([], '2024-05-31', all)).toMatchObject({ isCurrent: false, lagDays: null });
  });

  it('says nothing of an edition that London does not hold, nor before any is in force', () => {
    expect(positionOf([adopted('p:1999', '2025-10-01')], '2025-12-31')).toMatchObject({
      editionId: 'p:1999',
      isCurrent: null,
      lagDays: null,
    });
    expect(positionOf([], '2025-01-01')).toMatchObject({ editionId: null, isCurrent: null, lagDays: null });
  });
});
