import { scopesOf, type RequestIdentity } from '@hub/access';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { londonScp } from '../../london-scp';
import { DecisionKind } from './decision-kind';
import { finalDecision } from './final-decision';

let subgraph: OpenSubgraph;
beforeAll(async () => {
  subgraph = await openSubgraph(londonScp);
});
afterAll(() => subgraph?.close());

const PAYLOAD =
  '{ decision { id reference amountPence isFinal finalOn awaitedSectors signOffs { sector byRole } isSynthetic } userErrors { field message code } }';

interface Payload {
  decision: Record<string, unknown> | null;
  userErrors: { field: string[]; message: string; code: string }[];
}

async function mutation(name: string, inputType: string, input: object): Promise<Payload> {
  const query = `mutation ($input: ${inputType}!) { ${name}(input: $input) ${PAYLOAD} }`;
  const { data, errors } = await subgraph.ask(query, { input });
  expect(errors).toBeUndefined();
  return data![name] as Payload;
}
const record = (input: object) => mutation('recordExecutiveDecision', 'RecordExecutiveDecisionInput', input);
const sign = (input: object) => mutation('signOffDecision', 'SignOffDecisionInput', input);
const codeOf = async (payload: Promise<Payload>) => {
  const { decision, userErrors } = await payload;
  expect(decision).toBeNull();
  return [userErrors[0]!.code, userErrors[0]!.field.join('.')];
};

const decision = {
  reference: 'EXEC/2026/07',
  title: 'Audit of procedures',
  kind: 'FUNDING',
  decidedOn: '2026-04-15',
  amountPence: 500_000,
};
const signOff = { reference: 'EXEC/2026/07', sector: 'NHS', signedOn: '2026-04-20', byRole: 'Chief nurse' };

describe('a decision of the Executive', () => {
  it('is recorded once under its reference', async () => {
    const first = await record(decision);
    expect(first).toMatchObject({
      decision: { amountPence: 500_000, isFinal: false, finalOn: null, isSynthetic: false },
      userErrors: [],
    });
    expect(first.decision!['awaitedSectors']).toEqual(['LOCAL_AUTHORITY', 'POLICE', 'NHS']);
    expect(await record(decision)).toEqual(first);
    expect(await codeOf(record({ ...decision, amountPence: 500_001 }))).toEqual(['REFERENCE_TAKEN', 'input.reference']);
  });

  it('is refused with no title, and with an amount that it cannot have', async () => {
    expect(await codeOf(record({ ...decision, title: ' ' }))).toEqual(['TEXT_BLANK', 'input.title']);
    expect(await codeOf(record({ ...decision, kind: 'NETWORK' }))).toEqual([
      'AMOUNT_NOT_FOR_KIND',
      'input.amountPence',
    ]);
    expect(await codeOf(record({ ...decision, amountPence: 0 }))).toEqual(['AMOUNT_NOT_POSITIVE', 'input.amountPence']);
  });

  it('is signed off by nobody for another sector than their own', async () => {
    const police: RequestIdentity = {
      caller: {
        person: 'commander',
        role: 'statutory-partner-police',
        organisation: 'metropolitan-police',
        partnership: null,
        scopes: new Set(scopesOf('statutory-partner-police', null)),
      },
      declared: null,
      requestId: 'test',
      alert: null,
      isHub: true,
    };
    const query = `mutation ($input: SignOffDecisionInput!) { signOffDecision(input: $input) ${PAYLOAD} }`;
    const { data } = await subgraph.ask(query, { input: signOff }, police);
    expect(data).toMatchObject({
      signOffDecision: { decision: null, userErrors: [{ code: 'SECTOR_NOT_YOURS', field: ['input', 'sector'] }] },
    });
    expect((await record(decision)).decision!['signOffs']).toEqual([]);
  });

  it('is final on the day the last of three sectors signs, and each sign-off stands', async () => {
    const { manager } = subgraph.dataSource;
    await sign(signOff);
    const [one] = (await sign(signOff)).decision!['signOffs'] as object[];
    expect(one).toEqual({ sector: 'NHS', byRole: 'Chief nurse' });
    expect(await codeOf(sign({ ...signOff, signedOn: '2026-04-21' }))).toEqual(['SECTOR_HAS_SIGNED', 'input.sector']);
    expect(await codeOf(sign({ ...signOff, sector: 'LAY' }))).toEqual(['SECTOR_SIGNS_NOTHING', 'input.sector']);
    expect(await codeOf(sign({ ...signOff, reference: 'EXEC/0' }))).toEqual(['DECISION_UNKNOWN', 'input.reference']);
    expect(await codeOf(sign({ ...signOff, sector: 'POLICE', signedOn: '2026-04-14' }))).toEqual([
      'SIGNED_BEFORE_DECIDED',
      'input.signedOn',
    ]);
    await expect(finalDecision(manager, decision.reference, DecisionKind.FUNDING)).rejects.toMatchObject({
      userErrors: [
        {
          code: 'DECISION_NOT_SIGNED_OFF',
          field: ['input', 'decisionReference'],
          message: expect.stringContaining('not signed off by LOCAL_AUTHORITY, POLICE.') as string,
        },
      ],
    });
    const { data } = await subgraph.ask(`mutation {
      police: signOffDecision(input: { reference: "EXEC/2026/07", sector: POLICE, signedOn: "2026-05-02", byRole: "Commander" }) { decision { isFinal } }
      council: signOffDecision(input: { reference: "EXEC/2026/07", sector: LOCAL_AUTHORITY, signedOn: "2026-04-30", byRole: "Chief executive" }) { decision { isFinal finalOn } }
    }`);
    expect(data).toEqual({
      police: { decision: { isFinal: false } },
      council: { decision: { isFinal: true, finalOn: '2026-05-02' } },
    });
    await expect(finalDecision(manager, decision.reference, DecisionKind.FUNDING)).resolves.toMatchObject({
      finalOn: '2026-05-02',
    });
  });

  it('carries nothing that a decision of its kind does not carry', async () => {
    const refused = async (reference: string, kind: DecisionKind) =>
      finalDecision(subgraph.dataSource.manager, reference, kind, ['input', 'x']).catch(
        (error: { userErrors: { code: string; field: string[] }[] }) => [
          error.userErrors[0]!.code,
          error.userErrors[0]!.field,
        ],
      );
    expect(await refused(decision.reference, DecisionKind.NETWORK)).toEqual(['DECISION_OF_OTHER_KIND', ['input', 'x']]);
    expect(await refused('EXEC/0', DecisionKind.NETWORK)).toEqual(['DECISION_UNKNOWN', ['input', 'x']]);
  });

  it('is paged latest first, each once, in as many statements for one as for all', async () => {
    const page = async (first: number, after: string | null) => {
      subgraph.statements.reset();
      const { data } = await subgraph.ask(
        `query ($first: Int!, $after: String) { executiveDecisions(first: $first, after: $after) {
          edges { node { reference decidedOn isFinal awaitedSectors signOffs { sector } } } pageInfo { hasNextPage endCursor } } }`,
        { first, after },
      );
      return data!['executiveDecisions'] as {
        edges: { node: { reference: string; decidedOn: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    };
    const all = await page(100, null);
    const statements = subgraph.statements.count();
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { edges, pageInfo } = await page(1, after);
      expect(subgraph.statements.count()).toBe(statements);
      seen.push(edges[0]!.node.reference);
      [after, more] = [pageInfo.endCursor, pageInfo.hasNextPage];
    }
    expect(seen).toEqual(all.edges.map(({ node }) => node.reference));
    const days = all.edges.map(({ node }) => node.decidedOn);
    expect(days).toEqual([...days].sort().reverse());
    expect(statements).toBe(3);
  });

  it('stays when demonstration data goes', async () => {
    await subgraph.reload(false);
    const { data } = await subgraph.ask('{ executiveDecisions(first: 100) { edges { node { reference isFinal } } } }');
    expect(data).toEqual({
      executiveDecisions: { edges: [{ node: { reference: decision.reference, isFinal: true } }] },
    });
  });
});
