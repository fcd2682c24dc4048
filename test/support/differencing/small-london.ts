import { seededRandom } from '@hub/partnership';
import type { DataSource } from 'typeorm';

/** Authorities among which children move in a data set: three of London, and one outside. */
export const IN_USE = ['E09000022', 'E09000026', 'E09000007', 'W06000015'] as const;
/** Those that the attacker takes for possible: two more, though there are hundreds. */
export const POSSIBLE = [...IN_USE, 'E09000001', 'E10000012'] as const;
export const CATEGORIES = ['MISSING', 'HOMELESSNESS_TEMPORARY_ACCOMMODATION', 'OTHER'] as const;
/** The limit of each category, as everybody knows it from the procedures. OTHER has none. */
export const CLOCK_OF: Readonly<Record<string, string>> = {
  MISSING: 'RETURN_HOME_INTERVIEW',
  HOMELESSNESS_TEMPORARY_ACCOMMODATION: 'HOUSING_NOTICE',
};
/** Two quarters that are over, of a year that is, and the quarter that runs when it is asked. */
export const QUARTERS = ['2025-Q3', '2025-Q4'] as const;
const DAYS = { '2025-Q3': '2025-08-15', '2025-Q4': '2025-11-15', running: '2026-01-20' } as const;

/** The first instant at which a data set is asked: quarters and year have been over for 30 days and more. */
export const BEGIN = Date.parse('2026-02-06T12:00:00Z');
const DAY = 86_400_000;

/** Something that happens to one child, and when. */
export interface Happening {
  at: number;
  what: string;
  run(dataSource: DataSource): Promise<unknown>;
}

/** A data set, and what happens to it afterwards. */
export interface SmallLondon {
  fill(dataSource: DataSource): Promise<void>;
  happenings: Happening[];
  random: () => number;
}

interface Child {
  id: string;
  pseudonym: string;
  category: string;
  origin: string;
  destination: string;
  day: string;
  state: string;
  clock: string | null;
  clockState: string;
}

/** A data set that follows from its number alone. Most of its counts are from 1 to 5, as they are in life. */
export function smallLondon(number: number): SmallLondon {
  const random = seededRandom(`small London ${number}`);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const children: Child[] = [];
  const add = (count: number, day: string, more: Partial<Child> = {}) => {
    const [origin, destination] = pair(pick);
    const category = pick(CATEGORIES);
    for (let index = 0; index < count; index += 1) {
      const id = `movement:${children.length}`;
      const clockState = pick(['MET', 'MET', 'LATE', 'LATE', 'STOPPED']);
      children.push({
        ...{ id, pseudonym: `p1:1:${id}`, category, origin, destination, day, state: 'NOTIFIED', clockState },
        clock: CLOCK_OF[category] ?? null,
        ...more,
      });
    }
  };
  for (const quarter of QUARTERS) {
    const cells = 3 + Math.floor(random() * 12);
    for (let cell = 0; cell < cells; cell += 1) add(pick([1, 1, 2, 2, 3, 4, 4, 4, 5, 5, 6, 9, 10]), DAYS[quarter]);
  }
  for (let cell = 0; cell < 6; cell += 1) {
    add(pick([1, 2, 3, 4, 5, 6]), DAYS.running, { state: 'DISPUTED', clockState: 'NONE' });
    add(pick([1, 2, 3, 4, 5, 6]), DAYS.running, { clockState: 'OVERDUE' });
  }
  return { fill: (dataSource) => fill(dataSource, children, random), happenings: happenings(random, pick), random };
}

function pair(pick: <Item>(items: readonly Item[]) => Item): [string, string] {
  const origin = pick(IN_USE);
  return [origin, pick(IN_USE.filter((code) => code !== origin))];
}

const INSERT = `
  INSERT INTO child_movement (id, child_pseudonym, category, origin_code, destination_code, notified_on, permanence,
    planning, state, since, notified_at, closed_at, responsible_code, is_synthetic, placement_distance,
    placement_starts_on)
  SELECT id, pseudonym, category, origin, destination, day, 'PERMANENT', 'PLANNED', state, day, day,
    CASE WHEN day < '2026-01-01' THEN day + 20 END, origin, false,
    CASE WHEN state = 'DISPUTED' THEN 'AT_A_DISTANCE' END, day
  FROM jsonb_to_recordset($1::jsonb)
    AS child (id text, pseudonym text, category text, origin text, destination text, day date, state text)`;
const CLOCKS = `
  INSERT INTO movement_clock (movement_id, code, rule_id, started_at, due_at, met_at, stopped_at)
  SELECT id, coalesce(clock, 'HOUSING_NOTICE'), 'rule', day, day + 5,
    CASE "clockState" WHEN 'MET' THEN day + 1 WHEN 'LATE' THEN day + 9 END,
    CASE "clockState" WHEN 'STOPPED' THEN day + 2 END
  FROM jsonb_to_recordset($1::jsonb) AS child (id text, day date, clock text, "clockState" text)
  WHERE clock IS NOT NULL AND "clockState" <> 'NONE' OR "clockState" = 'OVERDUE'`;

async function fill(dataSource: DataSource, children: readonly Child[], random: () => number): Promise<void> {
  for (const table of ['movement_publication', 'movement_message', 'child_movement']) {
    await dataSource.query(`DELETE FROM ${table}`);
  }
  for (const sql of [INSERT, CLOCKS]) await dataSource.query(sql, [JSON.stringify(children)]);
  for (let child = Math.floor(random() * 6); child > 0; child -= 1) await moveOften(dataSource, String(child));
  for (const code of ['AUTHORITY_UNKNOWN', 'NOT_A_PARTY']) {
    for (let message = Math.floor(random() * 8); message > 0; message -= 1) await refuse(dataSource, code, random);
  }
}

function refuse(dataSource: DataSource, code: string, random: () => number): Promise<unknown> {
  const id = `message:${Math.floor(random() * 1e15)}`;
  return dataSource.query(
    `INSERT INTO movement_message (id, movement_id, sender, body, received_at, outcome, refusal, settled_at)
     VALUES ($1, $1, 'lambeth', '{}', now(), 'REFUSED', jsonb_build_object('code', $2::text), now())`,
    [id, code],
  );
}

/** Makes three movements that have ended those of one child. */
function moveOften(dataSource: DataSource, child: string): Promise<unknown> {
  return dataSource.query(
    `UPDATE child_movement SET child_pseudonym = 'often:' || $1 WHERE id IN (
       SELECT id FROM child_movement WHERE notified_on < '2026-01-01' AND child_pseudonym NOT LIKE 'often%' ORDER BY id LIMIT 3)`,
    [child],
  );
}

/** One child at a time, over three weeks. */
function happenings(random: () => number, pick: <Item>(items: readonly Item[]) => Item): Happening[] {
  const notice = (day: string, more: Partial<Child> = {}) => {
    const [origin, destination] = pair(pick);
    const id = `movement:new-${Math.floor(random() * 1e15)}`;
    const category = pick(CATEGORIES);
    const child = {
      ...{ id, pseudonym: `p1:1:${id}`, category, origin, destination, day, state: 'NOTIFIED', clockState: 'LATE' },
      clock: CLOCK_OF[category] ?? null,
      ...more,
    };
    return async (dataSource: DataSource) => {
      for (const sql of [INSERT, CLOCKS]) await dataSource.query(sql, [JSON.stringify([child])]);
    };
  };
  const one = (sql: string) => (dataSource: DataSource) => dataSource.query(sql);
  const of = (condition: string) => `id = (SELECT id FROM child_movement WHERE ${condition} ORDER BY id LIMIT 1)`;
  const kinds = (): [what: string, run: (dataSource: DataSource) => Promise<unknown>][] => [
    ['a notice in the quarter that runs', notice(DAYS.running)],
    ['a late notice of a quarter that is published', notice(DAYS['2025-Q4'])],
    ['a movement of a published quarter is removed', one(`DELETE FROM child_movement WHERE ${of("notified_on < '2026-01-01'")}`)],
    ['a limit of a published year is met after all', one(`UPDATE movement_clock SET met_at = started_at WHERE movement_${of("notified_on < '2026-01-01'")}`)],
    ['a dispute', notice(DAYS.running, { state: 'DISPUTED', clockState: 'NONE' })],
    ['the end of a dispute', one(`UPDATE child_movement SET state = 'ACCEPTED' WHERE ${of("state = 'DISPUTED'")}`)],
    ['a limit that passes', notice(DAYS.running, { clockState: 'OVERDUE', clock: 'RETURN_HOME_INTERVIEW' })],
    ['what was overdue is done', one(`UPDATE movement_clock SET met_at = now() WHERE movement_${of("state = 'NOTIFIED' AND notified_on > '2026-01-01'")}`)],
    ['a message is refused', (dataSource) => refuse(dataSource, 'AUTHORITY_UNKNOWN', random)],
    ['a message is mended', one(`DELETE FROM movement_message WHERE id = (SELECT min(id) FROM movement_message)`)],
    ['a child moves a third time', (dataSource) => moveOften(dataSource, 'again')],
  ]; // prettier-ignore
  return Array.from({ length: 5 }, (_, index) => {
    const [what, run] = pick(kinds());
    return { at: BEGIN + Math.floor((index * 3.5 + random() * 3) * DAY), what, run };
  });
}
