import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RequestIdentity } from '@hub/access';
import { fromDayNumber, toDayNumber, todayInLondon } from '@hub/contract';
import { openSubgraph, type OpenSubgraph } from '../../../../../test/support/open-subgraph';
import { requestIdentityOf } from '../../../../../test/support/request-identities';
import { definePartnership } from '../../define-partnership';

const [HAMMERSMITH, KENSINGTON, REDBRIDGE] = ['E09000013', 'E09000020', 'E09000026'] as const;
/** Of the range that is never issued. */
const [CHILD, NOBODY, ADOPTED] = ['9990000018', '9990000026', '9990000034'] as const;
const own = { partnership: 'tri-borough', purpose: 'CROSS_BOUNDARY_MOVEMENT', isAtHome: true } as const;
const duty = (organisation: string) =>
  requestIdentityOf('duty-team', { ...own, organisation, person: `duty-${organisation}` });
const nineYearsAgo = fromDayNumber(toDayNumber(todayInLondon()) - 9 * 365);
const AT_HUB = {
  ...{ responsible: REDBRIDGE, responsibleName: 'Redbridge' },
  ...{ isClaimed: false, isMoving: true, hasOthers: true },
};

// A test reads answers as a client does: by their shape, not by a type of ours.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Data = any;

let subgraph: OpenSubgraph;
let hub: Server;
let folder: string;
/** What the hub was asked, and with which headers. */
let asked: { query: string; variables: { children: string[] }; headers: IncomingHttpHeaders }[] = [];
let answer: object;

beforeAll(async () => {
  subgraph = await openSubgraph(
    definePartnership({
      ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: [HAMMERSMITH, KENSINGTON] },
      factsFolder: join(__dirname, '../../../../../subgraphs/tri-borough/facts'),
    }),
    { demo: false },
  );
  folder = await mkdtemp(join(tmpdir(), 'look-up-'));
  await writeFile(join(folder, 'token'), 'the-system');
  hub = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      asked.push({ ...(JSON.parse(body) as { query: string; variables: never }), headers: request.headers });
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => hub.listen(0, '127.0.0.1', listening));
});
afterAll(async () => {
  await subgraph?.close();
  await new Promise((closed) => hub?.close(closed));
  if (folder) await rm(folder, { recursive: true });
});
beforeEach(() => {
  [asked, answer] = [[], { data: { childLookUp: AT_HUB } }];
});
afterEach(async () => {
  await subgraph.dataSource.query('TRUNCATE child_record, movement_outbox, movement_event');
});

const connected = () => ({
  HUB_URL: `http://127.0.0.1:${(hub.address() as AddressInfo).port}`,
  HUB_TOKEN_FILE: join(folder, 'token'),
});

async function lookUp(input: object, who: RequestIdentity, env: NodeJS.ProcessEnv = connected()): Promise<Data> {
  const { data, errors } = await subgraph.askOwn(
    `query ($input: LookUpChildInput!) { childLookUp(input: $input) {
       childPseudonym movements { id state originCode destinationCode record { status } }
       atHub { responsible responsibleName isClaimed isMoving hasOthers } hubProblem userErrors { field code message } } }`,
    { input },
    who,
    env,
  );
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data!['childLookUp']));
}

async function notified(named: object, more: object = {}, who = duty(HAMMERSMITH)): Promise<string> {
  const input = {
    ...{ id: randomUUID(), category: 'CHILD_IN_NEED_PLAN', origin: HAMMERSMITH, destination: REDBRIDGE },
    ...{ permanence: 'PERMANENT', planning: 'PLANNED', hasStatutoryOrder: false, dateOfBirth: nineYearsAgo },
    ...{ ...named, ...more },
  };
  const { data } = await subgraph.askOwn(
    `mutation ($input: NotifyMovementInput!) { done: notifyMovement(input: $input) { movement userErrors { code } } }`,
    { input },
    who,
  );
  expect((data as Data).done.userErrors).toEqual([]);
  return (data as Data).done.movement as string;
}

/** The last entry of the record of access. */
async function lastEntry(): Promise<Data> {
  const [{ body }] = await subgraph.dataSource.query(
    'SELECT body FROM audit.access_record ORDER BY access_record.seq DESC LIMIT 1',
  );
  return JSON.parse(body);
}

describe('a child who is looked up at home', () => {
  it('is found by number, with the own movements, and who holds it as the hub says', async () => {
    const movement = await notified({ nhsNumber: CHILD });
    expect(await lookUp({ nhsNumber: '999 000 0018' }, duty(HAMMERSMITH))).toEqual({
      childPseudonym: expect.stringMatching(/^p1:1:/),
      movements: [
        {
          ...{ id: movement, state: 'NOTIFIED', originCode: HAMMERSMITH, destinationCode: REDBRIDGE },
          record: { status: 'OPEN' },
        },
      ],
      ...{ atHub: AT_HUB, hubProblem: null, userErrors: [] },
    });
  });

  it("is found by the own authority's reference, before and after birth, and not by another's", async () => {
    const expectedOn = fromDayNumber(toDayNumber(todayInLondon()) + 40);
    const unborn = await notified({ localReference: 'M-1', expectedOn, dateOfBirth: null });
    const idsOf = async (input: object, who = duty(HAMMERSMITH)) =>
      (await lookUp(input, who)).movements.map(({ id }: { id: string }) => id);
    expect(await idsOf({ localReference: 'M-1', isUnborn: true })).toEqual([unborn]);
    expect(await idsOf({ localReference: 'M-1' })).toEqual([]);
    expect(await idsOf({ localReference: 'M-1', isUnborn: true }, duty(KENSINGTON))).toEqual([]);
  });

  it('is found by the reference still, once it is linked to its number', async () => {
    const arrived = await subgraph.ask(
      `mutation ($input: RecordArrivalInput!) { recordArrival(input: $input) { movement userErrors { code } } }`,
      {
        input: {
          ...{
            id: randomUUID(),
            localReference: 'C-7',
            dateOfBirth: fromDayNumber(toDayNumber(todayInLondon()) - 3000),
          },
          ...{ origin: REDBRIDGE, arrivedOn: todayInLondon() },
        },
      },
      duty(HAMMERSMITH),
    );
    const { movement } = (arrived.data as Data)['recordArrival'] as { movement: string };
    const linked = await subgraph.ask(
      `mutation ($input: LinkChildInput!) { linkChild(input: $input) { userErrors { code } } }`,
      { input: { id: randomUUID(), movement, nhsNumber: CHILD } },
      duty(HAMMERSMITH),
    );
    expect(linked.data).toMatchObject({ linkChild: { userErrors: [] } });
    for (const known of [{ localReference: 'C-7' }, { nhsNumber: CHILD }]) {
      expect(await lookUp(known, duty(HAMMERSMITH))).toMatchObject({ movements: [{ id: movement }] });
    }
  });

  it('is shown to each authority with its own movements alone', async () => {
    await notified({ nhsNumber: CHILD });
    const { movements, atHub } = await lookUp({ nhsNumber: CHILD }, duty(KENSINGTON));
    expect([movements, atHub]).toEqual([[], AT_HUB]);
  });

  it('and was adopted is linked to no earlier record', async () => {
    await notified({ nhsNumber: ADOPTED });
    await subgraph.dataSource.query('UPDATE child_record SET is_adopted = true');
    expect((await lookUp({ nhsNumber: ADOPTED }, duty(HAMMERSMITH))).movements).toEqual([]);
  });

  it('is on record with who looked, and for what, also where there is nothing', async () => {
    for (const nhsNumber of [CHILD, NOBODY]) {
      const { childPseudonym } = await lookUp({ nhsNumber }, duty(KENSINGTON));
      expect(await lastEntry()).toMatchObject({
        ...{ person: `duty-${KENSINGTON}`, role: 'duty-team', purpose: own.purpose, outcome: 'ANSWERED' },
        ...{ children: [childPseudonym], fields: expect.arrayContaining(['Query.childLookUp']) },
      });
    }
    expect(JSON.stringify(await lastEntry())).not.toContain(NOBODY);
  });

  it('is asked of the hub by pseudonym alone, in the name of the system and of who looks', async () => {
    const { childPseudonym } = await lookUp({ nhsNumber: CHILD }, duty(HAMMERSMITH));
    expect(asked).toMatchObject([
      {
        variables: { children: [childPseudonym] },
        headers: {
          authorization: 'Bearer the-system',
          'x-purpose': 'CROSS_BOUNDARY_MOVEMENT',
          'x-reason': `The duty-team of ${HAMMERSMITH} looks a child up (duty-${HAMMERSMITH}).`,
        },
      },
    ]);
    expect(JSON.stringify(asked)).not.toContain(CHILD);
  });

  it('whose person is known by an e-mail address is asked for without it: no reason may have one', async () => {
    const person = 'somebody@council.example';
    await lookUp({ nhsNumber: CHILD }, requestIdentityOf('duty-team', { ...own, organisation: HAMMERSMITH, person }));
    expect(asked[0]!.headers['x-reason']).toBe(`The duty-team of ${HAMMERSMITH} looks a child up.`);
  });
});

describe('where the hub cannot be asked', () => {
  it.each([
    ['there is none', () => ({}), /connected to no hub/],
    ['it is away', () => ({ ...connected(), HUB_URL: 'http://127.0.0.1:1' }), /cannot be reached/],
    ['there is no token', () => ({ ...connected(), HUB_TOKEN_FILE: '/nowhere' }), /HUB_TOKEN_FILE cannot be read/],
  ])('since %s, what is known at home is told, and that the hub is not in it', async (_, env, problem) => {
    const movement = await notified({ nhsNumber: CHILD });
    const found = await lookUp({ nhsNumber: CHILD }, duty(HAMMERSMITH), env());
    expect(found).toMatchObject({ movements: [{ id: movement }], atHub: null });
    expect(found.hubProblem).toMatch(problem);
  });

  it.each([
    [{ data: { childLookUp: null }, errors: [{ extensions: { code: 'UNAUTHORIZED_FIELD_OR_TYPE' } }] }, /UNAUTHORIZED/],
    [{ data: { childLookUp: null } }, /gave no answer/],
    [{ data: { somethingElse: 1 } }, /not what was asked for/],
  ])('since it answers %j, that is said too', async (says, problem) => {
    answer = says;
    const found = await lookUp({ nhsNumber: CHILD }, duty(HAMMERSMITH));
    expect([found.movements, found.atHub]).toEqual([[], null]);
    expect(found.hubProblem).toMatch(problem);
  });
});

describe('a look-up', () => {
  it.each([
    [{}, 'REQUIRED', 'nhsNumber'],
    [{ nhsNumber: CHILD, localReference: 'M-1' }, 'NOT_BOTH', 'localReference'],
    [{ nhsNumber: '9990000019' }, 'NHS_NUMBER_INVALID', 'nhsNumber'],
    [{ nhsNumber: CHILD, isUnborn: true }, 'NOT_BORN', 'nhsNumber'],
    [{ localReference: '' }, 'LOCAL_REFERENCE_INVALID', 'localReference'],
  ])('of %j looks for nobody, and says what to change', async (input, code, field) => {
    const found = await lookUp(input, duty(HAMMERSMITH));
    expect(found).toMatchObject({ childPseudonym: null, movements: null, atHub: null, userErrors: [{ code }] });
    expect(found.userErrors[0].field).toEqual(['input', field]);
    expect(JSON.stringify(found)).not.toMatch(/999000/);
    expect(asked).toEqual([]);
  });

  it.each(['partnership-system', 'partnership-privacy-officer', 'business-manager'] as const)(
    'is not for the role %s, which works with no child',
    async (role) => {
      const who = requestIdentityOf(role, { ...own, organisation: 'tri-borough' });
      const query = `{ childLookUp(input: { nhsNumber: "${CHILD}" }) { childPseudonym } }`;
      const { data, errors } = await subgraph.askOwn(query, {}, who, connected());
      expect([data!['childLookUp'], errors![0]!.extensions['code']]).toEqual([null, 'UNAUTHORIZED_FIELD_OR_TYPE']);
      expect(asked).toEqual([]);
    },
  );
});
