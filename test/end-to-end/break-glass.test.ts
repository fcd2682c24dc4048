import { setTimeout as sleep } from 'node:timers/promises';
import { startTestHub, type Answer, type Ask, type TestHub } from '../support/test-hub';

const ONE = `query OneMovement($id: ID!) {
  movement(id: $id) {
    childPseudonym movedOn originCode destinationCode
    originRecord { id team { name contact } } destinationRecord { id team { name contact } }
  }
}`;
const LIST = '{ movements(first: 100) { edges { node { originCode destinationCode } } } }';
const ALERTS = `{ breakGlassAlerts(first: 10) {
  edges { node { alert person role organisation partnership reason raisedAt until isOpen closedBy finding } }
} }`;
const SEEN = `query Seen($person: ID!) { accessRecords(first: 20, filter: { person: $person, purpose: "BREAK_GLASS" }) {
  edges { node { alert reason operation fields refused children outcome } }
} }`;
const CLOSE = `mutation Close($alert: ID!, $finding: String!) {
  closeBreakGlassAlert(input: { alert: $alert, finding: $finding }) { closed userErrors { code } }
}`;

const [HAVERING, HAMMERSMITH, REDBRIDGE] = ['E09000016', 'E09000013', 'E09000026'];
const PERSON = 'person:redbridge-night-duty';
const REASON = 'The child was found in Ilford tonight; neither duty team can be reached.';

let testHub: TestHub;
let movement: { id: string; childPseudonym: string };
/** The duty team of a borough that is not a party to the movement. */
let glass: Ask;
let otherwise: Ask;
let officer: Ask;

beforeAll(async () => {
  // The shortest window there is: its end is waited for.
  testHub = await startTestHub({ env: { ...process.env, BREAK_GLASS_MINUTES: '1' } });
  const redbridge = { partnership: 'redbridge', organisation: REDBRIDGE!, person: PERSON };
  glass = testHub.as('duty-team', { ...redbridge, purpose: 'BREAK_GLASS', reason: REASON });
  otherwise = testHub.as('duty-team', { ...redbridge, purpose: 'CROSS_BOUNDARY_MOVEMENT' });
  officer = testHub.as('privacy-officer', { person: 'person:officer', purpose: 'AUDIT' });
  const hammersmith = {
    partnership: 'tri-borough',
    organisation: HAMMERSMITH!,
    purpose: 'CROSS_BOUNDARY_MOVEMENT',
  } as const;
  const own = await testHub.as(
    'duty-team',
    hammersmith,
  )(
    '{ movements(first: 100) { edges { node { id childPseudonym originCode destinationCode originRecord { team { name } } } } } }',
  );
  movement = nodes(own.data.movements).find(({ originCode, destinationCode, originRecord }) => {
    return originCode === HAMMERSMITH && destinationCode === HAVERING && originRecord?.team;
  });
});
afterAll(() => testHub?.end());

describe('in an emergency a duty team that is not a party', () => {
  it('sees nothing of a movement by any other purpose', async () => {
    const { data, errors } = await otherwise(ONE, { id: movement.id });
    expect([data, errors]).toEqual([{ movement: null }, undefined]);
    expect(await alerts()).toEqual([]);
  });

  it('breaks the glass for it with a reason, and sees it with the records of both sides', async () => {
    expect(codes(await glass(ONE, { id: movement.id }, { 'x-reason': '' }))).toEqual(['REASON_REQUIRED']);
    expect(await alerts()).toEqual([]);

    const { data, errors } = await glass(ONE, { id: movement.id });
    expect(errors).toBeUndefined();
    expect(data.movement.childPseudonym).toBe(movement.childPseudonym);
    expect(data.movement).toMatchObject({
      originRecord: { id: `tri-borough/${movement.id}/origin`, team: { name: expect.any(String) } },
      destinationRecord: { id: `havering/${movement.id}/destination` },
    });
  });

  it('is seen at once by the privacy officer: who, why, until when, and what they saw', async () => {
    const [alert, ...others] = await alerts();
    expect(others).toEqual([]);
    expect(alert).toEqual({
      alert: expect.stringMatching(/^alert:/),
      ...{ person: PERSON, role: 'duty-team', organisation: REDBRIDGE, partnership: 'redbridge', reason: REASON },
      raisedAt: expect.any(String),
      until: expect.any(String),
      ...{ isOpen: true, closedBy: null, finding: null },
    });
    expect(Date.parse(alert.until) - Date.parse(alert.raisedAt)).toBeCloseTo(60_000, -3);

    const { data } = await officer(SEEN, { person: PERSON });
    // The gateway's and the London SCP's own; and that it was refused without a reason.
    expect(
      nodes(data.accessRecords).map(({ outcome, operation, alert: under }) => [outcome, operation, under]),
    ).toEqual([
      ['ANSWERED', 'OneMovement', alert.alert],
      ['ANSWERED', 'OneMovement__london_scp__0', alert.alert],
      ['REFUSED', 'OneMovement', null],
    ]);
    const [seen] = nodes(data.accessRecords);
    expect(seen).toMatchObject({ reason: REASON, refused: [], children: [movement.childPseudonym] });
    expect(seen.fields).toEqual(expect.arrayContaining(['AllocatedTeam.contact', 'ChildMovement.movedOn']));
  });

  it('is seen by both partnerships too', async () => {
    const [{ alert }] = await alerts();
    for (const partnership of ['tri-borough', 'havering']) {
      const own = testHub.as('partnership-privacy-officer', { partnership, purpose: 'AUDIT' });
      const { data } = await own(
        `query Own($id: ID!) { partnership(id: $id) { ... on HoldsChildRecords {
          childRecordAccesses(first: 1) { edges { node { person reason purpose alert children } } }
        } } }`,
        { id: partnership },
      );
      expect(nodes(data.partnership.childRecordAccesses)).toEqual([
        { person: PERSON, reason: REASON, purpose: 'BREAK_GLASS', alert, children: [movement.childPseudonym] },
      ]);
    }
  });

  it('goes on under the same alert while its time lasts', async () => {
    const [{ alert }] = await alerts();
    expect((await glass(ONE, { id: movement.id })).data.movement).not.toBeNull();
    expect((await alerts()).map((one) => one.alert)).toEqual([alert]);
    // It is broken for this purpose alone.
    expect((await otherwise(ONE, { id: movement.id })).data.movement).toBeNull();
  });

  it('widens no list: one asks for a child that one knows of', async () => {
    const [broken, own] = [await glass(LIST), await otherwise(LIST)];
    expect(broken).toEqual(own);
    expect(nodes(own.data.movements).length).toBeGreaterThan(0);
    for (const { originCode, destinationCode } of nodes(own.data.movements)) {
      expect([originCode, destinationCode]).toContain(REDBRIDGE);
    }
  });

  it('may not look into the alert, nor close it', async () => {
    const [{ alert }] = await alerts();
    expect(codes(await glass(ALERTS))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(codes(await glass(CLOSE, { alert, finding: 'All was well.' }))).toEqual(['UNAUTHORIZED_FIELD_OR_TYPE']);
    expect(await alerts()).toMatchObject([{ alert, isOpen: true }]);
  });
});

describe('nobody else breaks it', () => {
  it.each([
    ['an analyst', 'UNAUTHORIZED_FIELD_OR_TYPE', () => testHub.as('analyst', { purpose: 'BREAK_GLASS' })],
    [
      'the system of a partnership',
      'PURPOSE_NOT_ALLOWED',
      () => testHub.as('partnership-system', { partnership: 'redbridge', purpose: 'BREAK_GLASS' }),
    ],
  ])('%s is refused with %s, and raises no alert', async (_, code, who) => {
    const before = await alerts();
    const answer = await who()(ONE, { id: movement.id });
    expect(codes(answer)).toEqual([code]);
    expect(answer.data?.movement ?? null).toBeNull();
    expect(await alerts()).toEqual(before);
  });
});

describe('once its time is over', () => {
  it('nothing more is shown by it, and all else is as before', async () => {
    const [{ alert, until }] = await alerts();
    await sleep(Math.max(0, Date.parse(until) - Date.now()) + 100);
    const { data, errors } = await glass(ONE, { id: movement.id });
    expect([data ?? null, errors]).toEqual([
      null,
      [
        {
          message: `The time of the break-glass alert ${alert} is over. The privacy officer must close it before the next.`,
          extensions: { code: 'BREAK_GLASS_ENDED' },
        },
      ],
    ]);
    expect(nodes((await otherwise(LIST)).data.movements).length).toBeGreaterThan(0);
    expect(await alerts()).toMatchObject([{ alert, isOpen: true }]);
  });

  it('the privacy officer closes it with a finding, once', async () => {
    const [{ alert }] = await alerts();
    const close = async (finding: string) => (await officer(CLOSE, { alert, finding })).data.closeBreakGlassAlert;
    const finding = 'Justified: the child was at risk that night.';
    expect(await close(' ')).toEqual({ closed: null, userErrors: [{ code: 'SAYS_NOTHING' }] });
    expect(await close(finding)).toEqual({ closed: alert, userErrors: [] });
    expect(await close('Something else.')).toMatchObject({ closed: null, userErrors: [{ code: 'ALREADY_CLOSED' }] });
    expect(await alerts()).toMatchObject([{ alert, isOpen: false, closedBy: 'person:officer', finding }]);
  });

  it('and the glass may be broken anew, under another alert', async () => {
    expect((await glass(ONE, { id: movement.id })).data.movement).not.toBeNull();
    const [latest, first, ...others] = await alerts();
    expect([latest.isOpen, first.isOpen, others]).toEqual([true, false, []]);
    expect(latest.alert).not.toBe(first.alert);
  });
});

async function alerts() {
  return nodes((await officer(ALERTS)).data.breakGlassAlerts);
}

function nodes(connection: { edges: { node: unknown }[] }) {
  return connection.edges.map(({ node }) => node as Answer['data']);
}

function codes({ errors }: Answer) {
  return errors?.map(({ extensions }) => extensions?.['code']);
}
