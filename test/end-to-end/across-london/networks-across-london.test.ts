import { groupTestHub } from '../../support/one-hub';
import type { Answer, Ask, TestHub } from '../../support/test-hub';
import { exampleFiles } from '../../support/saved-examples';

let testHub: TestHub;
let coordinator: Ask;
beforeAll(async () => {
  testHub = await groupTestHub();
  coordinator = testHub.as('london-coordinator');
});
afterAll(() => testHub?.end());

const SIGNATORIES = {
  LOCAL_AUTHORITY: 'statutory-partner-local-authority',
  POLICE: 'statutory-partner-police',
  NHS: 'statutory-partner-nhs',
} as const;
const ALL = ['havering', 'redbridge', 'lambeth', 'tri-borough'];

describe('networks across London', () => {
  it('answers the saved example with the local bodies behind each network and the boroughs without one', async () => {
    const { query, variables } = exampleFiles.find(({ file }) => file.startsWith('10-'))!;
    const { data, errors } = await coordinator(query, variables);
    expect(errors).toBeUndefined();
    for (const { localBodies, members } of data.networks) {
      expect(localBodies.coverage).toEqual({
        answered: 4,
        expected: 4,
        missing: [],
        notThroughHub: [],
        localAuthorities: 6,
        londonAuthorities: 33,
      });
      const behind = new Set(localBodies.connections.map((c: { partnership: { name: string } }) => c.partnership.name));
      expect(behind.size + localBodies.partnershipsWithout.length).toBe(4);
      for (const { agency } of members.items) expect(agency.name).not.toBe('');
    }
    expect(
      data.networks.some(
        (n: { localBodies: { partnershipsWithout: [] } }) => n.localBodies.partnershipsWithout.length > 0,
      ),
    ).toBe(true);
  });

  it('is activated only after three sectors signed the decision off, and joins what a borough then says', async () => {
    const change = async (mutation: string, ask = coordinator) => {
      const { data, errors } = await ask(`mutation { ${mutation} }`);
      expect(errors).toBeUndefined();
      return Object.values(data as Record<string, { userErrors: { code: string; message: string }[] }>)[0]!;
    };
    const activate =
      'activateNetwork(input: { networkId: "network:online-harms", decisionReference: "EXEC/2026/3" }) { network { isSupported decision { isFinal } } userErrors { code message } }';
    const sign = (sector: 'LOCAL_AUTHORITY' | 'POLICE' | 'NHS') =>
      change(
        `signOffDecision(input: { reference: "EXEC/2026/3", sector: ${sector}, signedOn: "2026-05-01", byRole: "Executive member" }) { userErrors { code } }`,
        testHub.as(SIGNATORIES[sector]),
      );

    await change(
      'proposeNetwork(input: { name: "Online harms", remit: "Online harms.", themes: ["Online harms"] }) { userErrors { code } }',
    );
    expect((await change(activate)).userErrors[0]!.code).toBe('DECISION_UNKNOWN');
    await change(
      'recordExecutiveDecision(input: { reference: "EXEC/2026/3", title: "Online harms", kind: NETWORK, decidedOn: "2026-04-15" }) { userErrors { code } }',
    );
    await sign('NHS');
    await sign('POLICE');
    expect((await change(activate)).userErrors[0]).toMatchObject({
      code: 'DECISION_NOT_SIGNED_OFF',
      message: expect.stringContaining('LOCAL_AUTHORITY') as string,
    });
    await sign('LOCAL_AUTHORITY');
    expect(await change(activate)).toEqual({
      network: { isSupported: true, decision: { isFinal: true } },
      userErrors: [],
    });

    await change(
      'addNetworkMember(input: { networkId: "network:online-harms", partnershipId: "lambeth", agencyId: "lambeth-council", sector: LOCAL_AUTHORITY }) { userErrors { code } }',
    );
    await change(
      'connectBodyToNetwork(input: { networkId: "network:online-harms", bodyId: "tri-borough-lscp", connectedOn: "2026-06-01" }) { userErrors { code } }',
      testHub.atHome('tri-borough', 'business-manager'),
    );
    const { data } = await coordinator(`{ networks(theme: "Online harms") {
      members { items { agency { name } } }
      localBodies { connections { partnership { id } body { name } isSynthetic } partnershipsWithout { id } } } }`);
    expect(data.networks).toEqual([
      {
        members: { items: [{ agency: { name: 'Local Authority (Lambeth)' } }] },
        localBodies: {
          connections: [
            {
              partnership: { id: 'tri-borough' },
              body: { name: 'Local Safeguarding Children Partnership' },
              isSynthetic: false,
            },
          ],
          partnershipsWithout: [{ id: 'havering' }, { id: 'redbridge' }, { id: 'lambeth' }],
        },
      },
    ]);
  });

  it('shows in the answer to a mutation the members that other subgraphs complete', async () => {
    const { data, errors } = await coordinator(
      `mutation { recordNetworkMeeting(input: { networkId: "network:online-harms", heldOn: "2026-06-10" }) {
        network { members { items { agency { name } } } } } }`,
    );
    expect(errors).toBeUndefined();
    expect(data.recordNetworkMeeting.network.members.items).toEqual([
      { agency: { name: 'Local Authority (Lambeth)' } },
    ]);
  });

  it('says "3 of 4" and who is missing while a partnership is stopped, and does not count it as without', async () => {
    const question = `{ networks {
      members { coverage { ...Who } items { partnership { id } agency { id } } }
      localBodies { coverage { ...Who } connections { partnership { id } } partnershipsWithout { id } } } }
      fragment Who on Coverage { answered expected missing { id } }`;
    testHub.hub.kill('lambeth', 'SIGKILL');
    const { data, errors } = await until(
      () => coordinator(question),
      (answer) => answer.errors !== undefined,
    );
    expect(errors).toHaveLength(1);
    expect(errors![0]!.extensions).toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'lambeth' });
    const coverage = { answered: 3, expected: 4, missing: [{ id: 'lambeth' }] };
    for (const { members, localBodies } of data.networks) {
      expect(members.coverage).toEqual(coverage);
      for (const { partnership, agency } of members.items) {
        expect(agency === null).toBe(partnership.id === 'lambeth');
      }
      expect(localBodies.coverage).toEqual(coverage);
      const ids = [
        ...localBodies.connections.map((c: { partnership: { id: string } }) => c.partnership.id),
        ...localBodies.partnershipsWithout.map(({ id }: { id: string }) => id),
      ];
      expect([...new Set(ids)].sort()).toEqual(ALL.filter((id) => id !== 'lambeth').sort());
    }
  });
});

async function until(look: () => Promise<Answer>, isSo: (answer: Answer) => boolean): Promise<Answer> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const answer = await look();
    if (isSo(answer)) return answer;
    if (Date.now() > deadline) throw new Error(`Not so after 5 s: ${JSON.stringify(answer).slice(0, 500)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
