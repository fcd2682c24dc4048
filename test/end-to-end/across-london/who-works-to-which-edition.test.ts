import { groupTestHub } from '../../support/one-hub';
import type { Answer, Ask, TestHub } from '../../support/test-hub';
import { exampleQuery } from '../../support/saved-examples';

let testHub: TestHub;
let coordinator: Ask;

beforeAll(async () => {
  testHub = await groupTestHub();
  coordinator = testHub.as('london-coordinator');
});
afterAll(() => testHub?.end());

/** The summary of the London procedures on a day. */
async function adoptionOn(on: string) {
  const answer = await coordinator(exampleQuery('14-'), { on });
  return { ...answer, adoption: answer.data.procedure.adoption };
}
const idsOf = (rows: { partnership: { id: string } }[]) => rows.map(({ partnership }) => partnership.id);

describe('who works to which edition', () => {
  const THREE_MONTHS_ON = '2026-06-30';
  let behind: string[];

  it('is known of all four three months after the edition came into force, and by how many days who lags', async () => {
    const { adoption, errors } = await adoptionOn(THREE_MONTHS_ON);
    expect(errors).toBeUndefined();
    expect(adoption).toMatchObject({
      on: THREE_MONTHS_ON,
      coverage: {
        answered: 4,
        expected: 4,
        missing: [],
        notThroughHub: [],
        localAuthorities: 6,
        londonAuthorities: 33,
      },
      currentEdition: { id: 'london-procedures:2026-03', inForceFrom: '2026-03-31', isSynthetic: true },
      positions: { length: 4 },
    });
    behind = idsOf(adoption.behind);
    expect(behind.length).toBeGreaterThan(0);
    expect(behind.length).toBeLessThan(4);
    for (const { lagDays } of adoption.behind) expect(lagDays).toBe(91);
  });

  it('changes by the mutation of a partnership that lagged, which is asked for twice and done once', async () => {
    const [laggard] = behind as [string];
    const adopt = () =>
      testHub.atHome(laggard, 'business-manager')(
        `mutation ($input: AdoptProcedureInput!) { adoptProcedure(input: $input) {
          adoption { id isSynthetic edition { id } } userErrors { message code } } }`,
        {
          input: {
            ...{ procedureId: 'london-procedures', editionId: 'london-procedures:2026-03', adoptedOn: '2026-06-15' },
            localVariations: ['Referrals go to the front door'],
          },
        },
      );
    const first = await adopt();
    expect(first.errors).toBeUndefined();
    expect(first.data.adoptProcedure).toEqual({
      adoption: {
        id: `${laggard}:london-procedures:2026-03`,
        isSynthetic: false,
        edition: { id: 'london-procedures:2026-03' },
      },
      userErrors: [],
    });
    expect((await adopt()).data).toEqual(first.data);

    const { adoption } = await adoptionOn(THREE_MONTHS_ON);
    expect(idsOf(adoption.behind)).toEqual(behind.filter((id) => id !== laggard));
    expect(adoption.variations).toContainEqual({
      partnership: { id: laggard },
      localVariations: ['Referrals go to the front door'],
    });
    const { adoption: before } = await adoptionOn('2026-06-14');
    expect(idsOf(before.behind)).toContain(laggard);
  });

  it('lists the signatures that an agreement lacks', async () => {
    const { data, errors } = await coordinator(exampleQuery('15-'));
    expect(errors).toBeUndefined();
    const agreement = data.procedures.find(({ kind }: { kind: string }) => kind === 'INFORMATION_SHARING_AGREEMENT');
    expect(agreement.signatures.coverage).toMatchObject({ answered: 4, expected: 4 });
    const { signed, unsigned } = agreement.signatures;
    expect(signed.length).toBeGreaterThan(0);
    expect(unsigned.length).toBeGreaterThan(0);
    expect(signed.length + unsigned.length).toBe(3 + 3 + 3 + 5);
  });

  it('is answered with coverage 3 of 4 while a partnership is stopped, and names it', async () => {
    testHub.hub.kill('lambeth', 'SIGKILL');
    const { adoption, errors } = await until(() => adoptionOn(THREE_MONTHS_ON));
    expect(adoption.coverage).toEqual({
      answered: 3,
      expected: 4,
      missing: [{ id: 'lambeth' }],
      notThroughHub: [],
      localAuthorities: 5,
      londonAuthorities: 33,
    });
    expect(idsOf(adoption.positions)).toEqual(['havering', 'redbridge', 'tri-borough']);
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 'lambeth' } }]);
  });
});

/** Asks until the gateway has noticed that a partnership is gone. */
async function until<Value extends Answer>(look: () => Promise<Value>): Promise<Value> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const value = await look();
    if (value.errors !== undefined || Date.now() > deadline) return value;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
