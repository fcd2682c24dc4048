import type { RequestIdentity } from '@hub/access';
import type { OpenSubgraph } from '../open-subgraph';
import { requestIdentityOf } from '../request-identities';

/** Every role that gets numbers. */
const READERS: readonly RequestIdentity[] = [
  requestIdentityOf('analyst'),
  requestIdentityOf('london-coordinator'),
  requestIdentityOf('business-manager', { partnership: 'lambeth' }),
  requestIdentityOf('independent-scrutineer', { partnership: 'lambeth' }),
  requestIdentityOf('dashboard-client'),
];

const PERIOD = 'from: "2024-01-01", to: "2026-12-31"';
const FLOW = 'quarter pair { originCode destinationCode } value';
const TIMELINESS = 'year destinationCode clock state value';
const STANDING = `
  overdueMovements { asOf counts { clock responsibleCode value lateWeeks } clocks { clock value } total { asOf value } }
  disputedMovements { asOf origins { gssCode value } destinations { gssCode value } total { asOf value } }
  distantPlacementsWithoutApproval { counts { gssCode value } total { asOf value } }
  childrenMovedOften { asOf value }
  undelivered { asOf code count }`;
const EVERYTHING = `{
  movementCounts(from: "2024-01-01", to: "2026-12-31") { quarter category value }
  londonScp {
    movementFlows(${PERIOD}, first: 100) { edges { cursor node { ${FLOW} } } pageInfo { hasNextPage } }
    movementTimeliness(${PERIOD}, first: 100) { edges { cursor node { ${TIMELINESS} } } pageInfo { hasNextPage } }
    ${STANDING} } }`;

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- read by its shape, as a client does
type Data = any;

/** What was answered at an instant: of each figure what is shown, by place. */
export interface Answered {
  counts: Map<string, number>;
  flows: Map<string, number>;
  timeliness: Map<string, number>;
  standing: Data;
}

/**
 * Asks every number that there is, of every role, over random periods, and from cursors that nobody gave.
 *
 * @throws where two answers of one instant say two things: what is cut in another way could be subtracted.
 */
export async function askEverything(london: OpenSubgraph, random: () => number): Promise<Answered> {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const [first, second] = [pick(READERS), pick(READERS)];
  const data = await dataOf(london, EVERYTHING, first);
  const { movementFlows, movementTimeliness, ...standing } = data.londonScp;
  const answered: Answered = {
    counts: placed(data.movementCounts),
    flows: placed(nodes(movementFlows)),
    timeliness: placed(nodes(movementTimeliness)),
    standing,
  };
  const { from, to } = randomPeriod(random);
  const after = pick([
    null,
    forged(pick, from),
    pick([...movementFlows.edges, { cursor: null }]).cursor as string | null,
  ]);
  const part = await dataOf(
    london,
    `query ($from: Date!, $to: Date!, $after: String) {
      movementCounts(from: $from, to: $to) { quarter category value }
      londonScp {
        movementFlows(from: $from, to: $to, first: ${pick([1, 3, 100])}, after: $after) { edges { node { ${FLOW} } } }
        movementTimeliness(from: $from, to: $to, first: 100) { edges { node { ${TIMELINESS} } } }
        ${STANDING} } }`,
    second,
    { from, to, after },
  );
  const { movementFlows: flows, movementTimeliness: years, ...again } = part.londonScp;
  expectPart(placed(part.movementCounts), answered.counts);
  expectPart(placed(nodes(flows)), answered.flows);
  expectPart(placed(nodes(years)), answered.timeliness);
  if (JSON.stringify(again) !== JSON.stringify(standing)) throw new Error('Two roles are told different numbers.');
  return answered;
}

async function dataOf(london: OpenSubgraph, query: string, who: RequestIdentity, variables = {}): Promise<Data> {
  const { data, errors = [] } = await london.ask(query, variables, who);
  // A cursor that nobody gave may be refused: then it tells nothing.
  const others = errors.filter(({ extensions }) => extensions['argument'] !== 'after');
  if (others.length > 0) throw others[0]!;
  return data;
}

const nodes = (connection: Data): Data[] => (connection?.edges ?? []).map(({ node }: Data) => node);

function placed(rows: readonly Data[]): Map<string, number> {
  return new Map(
    rows.map(({ value, pair, ...place }) => [Object.values({ ...place, ...pair }).join(' '), value as number]),
  );
}

function expectPart(part: Map<string, number>, whole: Map<string, number>): void {
  for (const [place, value] of part) {
    if (whole.get(place) !== value)
      throw new Error(`${place} is ${value} in one answer, and ${whole.get(place)} in another.`);
  }
}

function randomPeriod(random: () => number): { from: string; to: string } {
  const day = () =>
    new Date(Date.parse('2025-06-01') + Math.floor(random() * 300) * 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [day(), day()].sort();
  return { from: from!, to: to! };
}

/** In the shapes that cursors have had: of a day, of a quarter, of a pair in the middle. */
function forged(pick: <Item>(items: readonly Item[]) => Item, day: string): string {
  const key = pick([
    [day, '', ''],
    ['2025-Q3', 'E09000022', ''],
    ['2025-Q4', 'E09000022', 'E09000026'],
    ['2026', '', ''],
  ]);
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}
