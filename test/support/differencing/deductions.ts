import { LONDON_AUTHORITIES, ProcedureRuleCode } from '@hub/contract';
import type { DataSource } from 'typeorm';
import { CATEGORIES, CLOCK_OF, POSSIBLE, QUARTERS } from './small-london';
import { Reader } from './solver';
import type { Answered } from './what-is-answered';

type Bounds = readonly [from: number, to: number];
type Counts = ReadonlyMap<string, number>;

/** What a reader who knows the method takes a figure for; undefined or null where it is not shown. */
export interface Method {
  cell(shown: number | undefined): Bounds;
  /** Of a category of London. */
  category(shown: number | undefined): Bounds;
  /** Of the total of parts, each of which is between bounds. */
  total(shown: number | null, parts: readonly Bounds[]): Bounds;
}

/** As figures are published. */
export const AS_PUBLISHED: Method = {
  cell: (shown = 0) => [shown, shown + 4],
  category: (shown) => (shown === undefined ? [0, 9] : [shown, shown + 4]),
  total(shown, parts) {
    const sum = (end: 0 | 1) => parts.reduce((total, part) => total + part[end], 0);
    const [least, most] = [sum(0), sum(1)];
    const last = Math.max(least, Math.floor((most + 1) / 5) * 5 - 5);
    const sums = Array.from({ length: most - least + 1 }, (_, index) => least + index);
    const fitting = sums.filter((one) => Math.min(Math.floor(one / 5) * 5, last) === (shown ?? 0));
    return [fitting[0]!, fitting.at(-1)!];
  },
};

/** As they would be without protection: each is what it is. */
export const EXACT: Method = {
  cell: (shown = 0) => [shown, shown],
  category: (shown = 0) => [shown, shown],
  total: (shown) => [shown ?? 0, shown ?? 0],
};

/** More than anybody takes a cell for. */
const MANY = 60;
const PAIRS = POSSIBLE.flatMap((origin) =>
  POSSIBLE.filter((code) => code !== origin).map((destination) => ({ origin, destination })),
);
const LINES = [...LONDON_AUTHORITIES, null];

async function counted(dataSource: DataSource, sql: string): Promise<Counts> {
  const rows = await dataSource.query<{ place: string; count: number }[]>(
    `SELECT place, count(*)::integer AS count FROM (${sql}) AS one GROUP BY 1`,
  );
  return new Map(rows.map(({ place, count }) => [place, count]));
}

/** What is true of the periods that are over. */
export async function truthOfPeriods(dataSource: DataSource): Promise<Record<'moved' | 'clocks', Counts>> {
  const quarter = `to_char(notified_on, 'YYYY"-Q"Q')`;
  return {
    moved: await counted(
      dataSource,
      `SELECT concat_ws(' ', ${quarter}, origin_code, destination_code, category) AS place FROM child_movement`,
    ),
    clocks: await counted(
      dataSource,
      `SELECT concat_ws(' ', '2025', destination_code, code,
         CASE WHEN coalesce(met_at, stopped_at, now()) > due_at THEN 'LATE' WHEN met_at IS NULL THEN 'REST' ELSE 'MET' END) AS place
       FROM child_movement JOIN movement_clock ON movement_id = id WHERE notified_on < '2026-01-01'`,
    ),
  };
}

/** How many cells from 1 to 4 a reader can tell of the periods that are over, from all that was published of them. */
export function toldOfPeriods(
  { counts, flows, timeliness }: Answered,
  { moved, clocks }: Record<'moved' | 'clocks', Counts>,
  { cell, category }: Method,
): Promise<number> {
  const reader = new Reader();
  const asked: number[] = [];
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + reader.truth[number]!, 0);
  const leaves = QUARTERS.flatMap((quarter) =>
    PAIRS.flatMap((pair) =>
      CATEGORIES.map((of) => {
        const place = `${quarter} ${pair.origin} ${pair.destination} ${of}`;
        return { ...pair, quarter, of, number: reader.number(moved.get(place) ?? 0, [0, MANY]) };
      }),
    ),
  );
  const numbersOf = (wanted: (leaf: (typeof leaves)[number]) => boolean) =>
    leaves.filter(wanted).map(({ number }) => number);
  for (const quarter of QUARTERS) {
    for (const of of CATEGORIES) {
      const parts = numbersOf((leaf) => leaf.quarter === quarter && leaf.of === of);
      asked.push(reader.total(sum(parts), category(counts.get(`${quarter} ${of}`)), parts));
    }
    for (const { origin, destination } of PAIRS) {
      const parts = numbersOf(
        (leaf) => leaf.quarter === quarter && leaf.origin === origin && leaf.destination === destination,
      );
      asked.push(reader.total(sum(parts), cell(flows.get(`${quarter} ${origin} ${destination}`)), parts));
    }
  }
  for (const destination of POSSIBLE) {
    for (const [of, clock] of Object.entries(CLOCK_OF)) {
      const place = (state: string) => `2025 ${destination} ${clock} ${state}`;
      const [met, late] = (['MET', 'LATE'] as const).map((state) =>
        reader.number(clocks.get(place(state)) ?? 0, cell(timeliness.get(place(state)))),
      );
      const rest = reader.number(clocks.get(place('REST')) ?? 0, [0, 2 * MANY]);
      const parts = numbersOf((leaf) => leaf.destination === destination && leaf.of === of);
      reader.sum(parts, [0, 0], [met!, late!, rest]);
      asked.push(met!, late!);
    }
  }
  return reader.told([...asked, ...leaves.map(({ number }) => number)]);
}

/** What is true of now. */
export async function truthOfStanding(dataSource: DataSource): Promise<Record<string, Counts>> {
  const london = (code: string) => `CASE WHEN ${code} LIKE 'E09%' THEN ${code} ELSE 'null' END`;
  const disputed = (code: string) => `SELECT ${london(code)} AS place FROM child_movement WHERE state = 'DISPUTED'`;
  const sqls = {
    origins: disputed('origin_code'),
    destinations: disputed('destination_code'),
    overdue: `SELECT code || ' ' || ${london('responsible_code')} AS place
      FROM movement_clock JOIN child_movement ON id = movement_id
      WHERE met_at IS NULL AND stopped_at IS NULL AND closed_at IS NULL`,
    unapproved: `SELECT ${london('origin_code')} AS place FROM child_movement
      WHERE placement_distance = 'AT_A_DISTANCE' AND placement_approved_by IS NULL AND closed_at IS NULL`,
    often: `SELECT 'often' AS place FROM child_movement GROUP BY child_pseudonym HAVING count(*) > 2`,
    undelivered: `SELECT refusal ->> 'code' AS place FROM movement_message`,
  };
  const truth: Record<string, Counts> = {};
  for (const [figure, sql] of Object.entries(sqls)) truth[figure] = await counted(dataSource, sql);
  return truth;
}

/** How many cells from 1 to 4 a reader can tell of what stands as it is now. */
export function toldOfStanding(
  { standing }: Answered,
  truth: Record<string, Counts>,
  { cell, total }: Method,
): Promise<number> {
  const reader = new Reader();
  const asked: number[] = [];
  /** A line of authorities, of which some are shown. */
  const line = (
    shown: readonly { value: number }[],
    codeOf: (row: never) => string | null,
    true_: Counts,
    prefix = '',
  ) => {
    const values = new Map(shown.map((row) => [codeOf(row as never), row.value]));
    const bounds = LINES.map((code) => cell(values.get(code)));
    const numbers = LINES.map((code, index) => reader.number(true_.get(`${prefix}${code}`) ?? 0, bounds[index]!));
    asked.push(...numbers);
    return { bounds, numbers };
  };
  const gssCode = ({ gssCode: code }: { gssCode: string | null }) => code;
  const {
    disputedMovements: disputed,
    distantPlacementsWithoutApproval: unapproved,
    overdueMovements: overdue,
  } = standing;
  const origins = line(disputed.origins, gssCode, truth['origins']!);
  const destinations = line(disputed.destinations, gssCode, truth['destinations']!);
  reader.sum(origins.numbers, [0, 0], destinations.numbers);
  reader.sum(origins.numbers, total(disputed.total.value, origins.bounds));
  const placements = line(unapproved.counts, gssCode, truth['unapproved']!);
  reader.sum(placements.numbers, total(unapproved.total.value, placements.bounds));

  const rows = Object.values(ProcedureRuleCode).map((clock) => {
    const shown = overdue.counts.filter((row: { clock: string }) => row.clock === clock);
    const code = ({ responsibleCode }: { responsibleCode: string | null }) => responsibleCode;
    const { bounds, numbers } = line(shown, code, truth['overdue']!, `${clock} `);
    const rowTotal = overdue.clocks.find((row: { clock: string }) => row.clock === clock)?.value ?? null;
    const within = total(rowTotal, bounds);
    const true_ = numbers.reduce((one, number) => one + reader.truth[number]!, 0);
    return { within, number: reader.total(true_, within, numbers) };
  });
  asked.push(...rows.map(({ number }) => number));
  reader.sum(
    rows.map(({ number }) => number),
    total(
      overdue.total.value,
      rows.map(({ within }) => within),
    ),
  );

  asked.push(reader.number(truth['often']!.get('often') ?? 0, cell(standing.childrenMovedOften.value ?? undefined)));
  for (const [code, count] of truth['undelivered']!) {
    const shown = standing.undelivered.find((row: { code: string }) => row.code === code)?.count;
    asked.push(reader.number(count, cell(shown)));
  }
  return reader.told(asked);
}
