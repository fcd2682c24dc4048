/**
 * What a programmer writes for each operation who needs no gateway: undici, JSON.parse, JSON.stringify. It checks nothing,
 * hands on who asks, and has no limits. Arguments: names and addresses of the subgraphs, as JSON, and a port.
 */
import { createServer } from 'node:http';
import { Pool } from 'undici';

interface Entity {
  __typename: string;
  [field: string]: unknown;
}

const [subgraphs, port] = process.argv.slice(2) as [string, string];
const addresses = JSON.parse(subgraphs) as { name: string; url: string }[];
const CONNECTIONS = 64;
const pools = new Map(
  addresses.map(({ name, url }) => [name, new Pool(new URL(url).origin, { connections: CONNECTIONS })]),
);
const LONDON = 'london-scp';
/** The subgraph of a partnership's types, as of `TriBoroughPartnership`. */
const homes = new Map(
  addresses.flatMap(({ name }) => {
    const words = name.split('-').map((word) => word[0]!.toUpperCase() + word.slice(1));
    return ['Partnership', 'BudgetYear'].map((kind) => [words.join('') + kind, name] as const);
  }),
);

type Ask = (subgraph: string, query: string, representations?: readonly Entity[]) => Promise<Record<string, unknown>>;

function asking(authorization: string | undefined): Ask {
  const headers = { 'content-type': 'application/json', ...(authorization !== undefined && { authorization }) };
  return async (subgraph, query, representations) => {
    const body = JSON.stringify(representations ? { query, variables: { representations } } : { query });
    const answer = await pools.get(subgraph)!.request({ path: '/graphql', method: 'POST', headers, body });
    return ((await answer.body.json()) as { data: Record<string, unknown> }).data;
  };
}

async function entity(ask: Ask, subgraph: string, known: Entity, fields: string): Promise<Entity> {
  const query = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on ${known.__typename} { ${fields} } } }`;
  const { _entities } = await ask(subgraph, query, [known]);
  return (_entities as Entity[])[0]!;
}

/** One entity of each partnership's own. */
const fromEach = (ask: Ask, all: readonly Entity[], fields: string) =>
  Promise.all(all.map(({ __typename, id }) => entity(ask, homes.get(__typename)!, { __typename, id }, fields)));

const handlers: Readonly<Record<string, (ask: Ask) => Promise<unknown>>> = {
  async Small(ask) {
    const { partnerships } = await ask(LONDON, '{ partnerships(ids: ["havering", "lambeth"]) { __typename id name } }');
    const own = await fromEach(ask, partnerships as Entity[], 'termsOfReference { reviewDue }');
    return { partnerships: (partnerships as Entity[]).map(({ name }, index) => ({ name, ...own[index] })) };
  },
  async Flat(ask) {
    const { partnerships } = await ask(LONDON, '{ partnerships { __typename id name } }');
    const own = await fromEach(
      ask,
      partnerships as Entity[],
      `termsOfReference { version reviewDue clauses(topic: QUORUM) { id summary } }
       bodies { name meetsTimesPerYear quorum seats { title sector places } }`,
    );
    return { partnerships: (partnerships as Entity[]).map(({ id, name }, index) => ({ id, name, ...own[index] })) };
  },
  async Reduce(ask) {
    const years = 'budgetYears { __typename ... on PartnershipBudgetYear { id } }';
    const root = `{ pooledBudget(financialYear: "2025-26") { __typename financialYear holder ${years} } }`;
    const budget = (await ask(LONDON, root))['pooledBudget'] as Entity & { budgetYears: Entity[] };
    const { __typename, financialYear, holder } = budget;
    const budgetYears = await fromEach(
      ask,
      budget.budgetYears,
      '__typename contributions { reference target project kind paidPence paidOn agency { id sector } }',
    );
    const fields = `reconciliation {
      coverage { answered expected } paidPence matched
      differences { kind reference paidPence receivedPence } byAgency { agencyId paidPence }
    }`;
    const { reconciliation } = await entity(ask, LONDON, { __typename, financialYear, budgetYears }, fields);
    return { pooledBudget: { holder, reconciliation } };
  },
};

const server = createServer((request, response) => {
  const pieces: Buffer[] = [];
  request.on('data', (piece: Buffer) => pieces.push(piece));
  request.on('end', () => {
    const { operationName = '' } = JSON.parse(Buffer.concat(pieces).toString()) as { operationName?: string };
    const handle = handlers[operationName] ?? (async () => ({ __typename: 'Query' }));
    handle(asking(request.headers.authorization)).then(
      (data) => {
        const text = JSON.stringify({ data });
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
        response.end(text);
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
});
server.listen(Number(port), '127.0.0.1');
