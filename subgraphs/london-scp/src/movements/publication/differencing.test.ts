import { banded, safeCounts } from '@hub/contract';
import {
  AS_PUBLISHED,
  EXACT,
  toldOfPeriods,
  toldOfStanding,
  truthOfPeriods,
  truthOfStanding,
  type Method,
} from '../../../../../test/support/differencing/deductions';
import { BEGIN, smallLondon } from '../../../../../test/support/differencing/small-london';
import { Reader } from '../../../../../test/support/differencing/solver';
import { askEverything, type Answered } from '../../../../../test/support/differencing/what-is-answered';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { londonScp } from '../../london-scp';
import { publishFigures } from './publish-figures';
import { STANDING_DAYS } from './standing-publication';

jest.mock('@hub/contract', () => {
  const contract = jest.requireActual<object & { banded: never; safeCounts: never }>('@hub/contract');
  return { ...contract, banded: jest.fn(contract.banded), safeCounts: jest.fn(contract.safeCounts) };
});

/** How many data sets are attacked; DIFFERENCING_SETS=1000 for as many as a release is held to. */
const SETS = Number(process.env['DIFFERENCING_SETS'] ?? 20);
const HOUR = 3_600_000;
/** Long enough for a thousand on a machine that is busy with other work: it only ends what hangs. */
const LONG = 12 * HOUR;

let london: OpenSubgraph;
beforeAll(async () => {
  london = await openSubgraph(londonScp, { demo: false });
});
afterEach(() => {
  const contract = jest.requireActual<{ banded: typeof banded; safeCounts: typeof safeCounts }>('@hub/contract');
  jest.mocked(banded).mockImplementation(contract.banded);
  jest.mocked(safeCounts).mockImplementation(contract.safeCounts);
});
afterAll(() => london?.close());

/** What an attacker found in a data set. */
interface Found {
  /** How many cells from 1 to 4 could be told. */
  cells: number;
  /** What could be told to have happened to one child between two questions of a day. */
  happenings: string[];
}

type Published = ReadonlyMap<string, { at: Date; numbers: unknown }>;
type Publish = (now: Date) => Promise<void>;
const byTheClock: Publish = (now) => publishFigures(london.dataSource.manager, now);
const atOnce: Publish = async (now) => {
  await london.dataSource.query('DELETE FROM movement_publication');
  await byTheClock(now);
};

/** All that answers are made of: of each figure and period when it was published, and what. */
async function published(): Promise<Published> {
  const rows = await london.dataSource.query<{ figure: string; period: string; at: Date; numbers: unknown }[]>(
    'SELECT figure, period, published_at AS at, numbers FROM movement_publication ORDER BY 1, 2',
  );
  return new Map(rows.map(({ figure, period, at, numbers }) => [`${figure} ${period}`, { at, numbers }]));
}

/**
 * Draws every conclusion, before and after all that happens. What is published is compared as it is stored, since every
 * answer is made of that alone; and around one of the happenings as it is answered, in case one is not.
 */
async function attack(number: number, method: Method, publish: Publish): Promise<Found> {
  const { fill, happenings, random } = smallLondon(number);
  const { dataSource } = london;
  await fill(dataSource);
  const found: Found = { cells: 0, happenings: [] };
  const asked = Math.floor(random() * happenings.length);
  let truth: Awaited<ReturnType<typeof truthOfStanding>>;
  const look = async (at: number) => {
    await publish(new Date(at));
    const stored = await published();
    if (stored.get('DISPUTED NOW')!.at.getTime() === at) truth = await truthOfStanding(dataSource);
    return stored;
  };
  const askAndSolve = async () => {
    const answered = await askEverything(london, random);
    found.cells += await toldOfStanding(answered, truth, method);
    return answered;
  };
  let before = await look(BEGIN);
  found.cells += await toldOfPeriods(await askAndSolve(), await truthOfPeriods(dataSource), method);
  for (const [index, { at, what, run }] of happenings.entries()) {
    before = expectSilence(before, await look(at));
    const answer = index === asked ? await askAndSolve() : null;
    await run(dataSource);
    const after = await look(at + HOUR);
    const isTold = isChanged(before, after) || (answer !== null && isOther(answer, await askAndSolve(), before, after));
    if (isTold) found.happenings.push(what);
    before = after;
  }
  await askAndSolve();
  return found;

  function expectSilence(one: Published, other: Published): Published {
    if (isChanged(one, other)) found.happenings.push('nothing');
    return other;
  }
}

/** Whether a figure changed that stands for good, or one of now before more than one child may have come or gone. */
function isChanged(before: Published, after: Published): boolean {
  return [...before].some(([name, { at, numbers }]) => {
    const now = after.get(name)!;
    const isDue = name.endsWith(' NOW') && now.at.getTime() - at.getTime() >= STANDING_DAYS * 24 * HOUR;
    return !isDue && JSON.stringify(now.numbers) !== JSON.stringify(numbers);
  });
}

/** Whether answers are others, though nothing was published between them. */
function isOther(one: Answered, other: Answered, before: Published, after: Published): boolean {
  const isPublished = [...before].some(([name, { at }]) => after.get(name)!.at.getTime() !== at.getTime());
  const text = ({ counts, flows, timeliness, standing }: Answered) =>
    JSON.stringify([[...counts], [...flows], [...timeliness], standing]);
  return !isPublished && text(one) !== text(other);
}

async function attackAll(sets: number, method: Method, publish: Publish): Promise<Found> {
  const all: Found = { cells: 0, happenings: [] };
  for (let number = 0; number < sets; number += 1) {
    const { cells, happenings } = await attack(number, method, publish);
    all.cells += cells;
    all.happenings.push(...happenings.map((what) => `${what}, in data set ${number}`));
  }
  return all;
}

describe('an attacker who asks all there is, before and after all that happens, and tries every solution', () => {
  it(
    'tells no cell from 1 to 4, and nothing that happened to one child',
    async () => {
      expect(await attackAll(SETS, AS_PUBLISHED, byTheClock)).toEqual({ cells: 0, happenings: [] });
    },
    LONG,
  );

  it(
    'tells cells where they are published as they are',
    async () => {
      jest.mocked(banded).mockImplementation((count) => count || null);
      jest.mocked(safeCounts).mockImplementation((counts) => {
        const sum = (line: readonly number[]) => line.reduce((one, other) => one + other, 0);
        return {
          cells: counts.map((row) => row.map((count) => count || null)),
          ...{ rowTotals: counts.map((row) => sum(row) || null), total: sum(counts.flat()) || null },
        };
      });
      expect((await attackAll(2, EXACT, byTheClock)).cells).toBeGreaterThan(20);
    },
    LONG,
  );

  it(
    'tells what happened where numbers are published at once, though in bands',
    async () => {
      const { cells, happenings } = await attackAll(6, AS_PUBLISHED, atOnce);
      expect(cells).toBe(0);
      expect(happenings.length).toBeGreaterThan(3);
      expect(new Set(happenings.map((what) => what.split(', in')[0])).size).toBeGreaterThan(2);
    },
    LONG,
  );
});

describe('figures that are not published, for what could be told from them', () => {
  it('categories of each flow: two pairs and seven categories, of which three are four in both', async () => {
    const reader = new Reader();
    const counts = [
      [4, 4, 4, 2, 2, 2, 2],
      [4, 4, 4, 2, 2, 2, 2],
    ];
    const leaves = counts.map((row) => row.map((count) => reader.number(count, [0, 4])));
    for (const row of leaves) reader.total(20, [20, 24], row);
    const asked = leaves.flatMap((row) => row.slice(0, 3));
    for (const category of [3, 4, 5, 6])
      reader.total(
        4,
        [0, 4],
        leaves.map((row) => row[category]!),
      );
    expect(await reader.told(asked)).toBe(6);
  });

  it('categories of London from five: ten of four each, and flows of forty', async () => {
    const told = (shownTo: number) => {
      const reader = new Reader();
      const categories = Array.from({ length: 10 }, () => reader.number(4, [0, shownTo]));
      reader.sum(categories, [40, 44]);
      return reader.told(categories);
    };
    expect([await told(4), await told(9)]).toEqual([10, 0]);
  });
});
