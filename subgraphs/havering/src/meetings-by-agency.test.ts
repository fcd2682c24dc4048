import { isRepresentation, SeatCapacity } from '@hub/contract';
import { openSubgraph, type OpenSubgraph } from '../../../test/support/open-subgraph';
import { havering } from './havering';

const ITSELF = `_entities(representations: [{ __typename: "HaveringPartnership", id: "havering" }])`;
const member = (agencyId: string) => ({ agencyId, capacity: SeatCapacity.MEMBER, role: 'Senior officer' });
const PARTNERS = ['havering-council-childrens-services', 'nel-ccg', 'met-police-east-area-bcu'].map(member);
const [childrensServices, , police] = PARTNERS as [object, object, object];
const group = { reference: 'PG/9', bodyId: 'havering-partners-group', heldOn: '2026-11-01' };

/** What the schema answers. */
type Answer = Record<string, any>; // eslint-disable-line @typescript-eslint/no-explicit-any

describe('meetings of a partnership whose quorum names agencies (HAV-20)', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(havering);
  });
  afterAll(() => subgraph.close());

  async function ofPartnership(fields: string): Promise<Answer> {
    const { data, errors } = await subgraph.ask(`{ ${ITSELF} { ... on HaveringPartnership { ${fields} } } }`);
    expect(errors).toBeUndefined();
    return (data!['_entities'] as Answer[])[0]!;
  }
  async function mutate(mutation: string, type: string, input: object, answer: string): Promise<Answer> {
    const { data, errors } = await subgraph.ask(
      `mutation ($input: ${type}!) { done: ${mutation}(input: $input) { ${answer} userErrors { field code message } } }`,
      { input },
    );
    expect(errors).toBeUndefined();
    return data!['done'] as Answer;
  }
  const judged = async (id: string, on: string) =>
    (await ofPartnership(`obligations(on: "${on}") { id status reason }`))['obligations'].find(
      (one: Answer) => one['id'] === `${id}/${on}`,
    );
  const quorum = 'meeting { id quorum missingAgencies { id } sectorsRepresented attendance { isRepresentation } }';

  it('is not quorate by its Housing Service, an NHS trust and the police, and says who was missing', async () => {
    const attendance = ['havering-council-housing-service', 'north-east-london-nhs-foundation-trust'].map(member);
    const input = { ...group, attendance: [...attendance, police] };
    const { meeting, userErrors } = await mutate('recordMeeting', 'RecordMeetingInput', input, quorum);
    expect(userErrors).toEqual([]);
    expect(meeting).toMatchObject({
      quorum: 'INQUORATE',
      sectorsRepresented: ['LOCAL_AUTHORITY', 'NHS', 'POLICE'],
      missingAgencies: [
        { id: 'havering:agency:havering-council-childrens-services' },
        { id: 'havering:agency:nel-ccg' },
      ],
    });
    expect(await judged('havering-partners-group-quorum', '2026-11-01')).toMatchObject({
      status: 'BREACHED',
      reason: expect.stringContaining("Havering Council Children's Services"),
    });
  });

  it('is quorate once who came is put right, by a delegate too, since the document states no tests', async () => {
    const attendance = [childrensServices, police, { ...member('havering:agency:nel-ccg'), isDelegate: true }];
    const input = { ...group, attendance, reason: 'Two who came were left out' };
    const { meeting } = await mutate('correctMeeting', 'CorrectMeetingInput', input, quorum);
    expect(meeting).toMatchObject({ quorum: 'QUORATE', missingAgencies: [] });
    expect(await judged('havering-partners-group-quorum', '2026-11-01')).toMatchObject({ status: 'MET', reason: null });
  });

  it('is not quorate by an observer, or one who was co-opted', async () => {
    for (const capacity of [SeatCapacity.PARTICIPANT_OBSERVER, SeatCapacity.CO_OPTED]) {
      const attendance = [childrensServices, police, { ...member('nel-ccg'), capacity }];
      const input = { ...group, reference: `PG/${capacity}`, attendance };
      const { meeting } = await mutate('recordMeeting', 'RecordMeetingInput', input, quorum);
      expect(meeting).toMatchObject({ quorum: 'INQUORATE', missingAgencies: [{ id: 'havering:agency:nel-ccg' }] });
    }
  });

  it('is never said to be quorate where the sectors alone are recorded', async () => {
    await subgraph.dataSource.query(
      `INSERT INTO meeting VALUES ('own', 'havering-executive', '2026-11-10', '{LOCAL_AUTHORITY,POLICE,NHS}', false)`,
    );
    const { meetings } = await ofPartnership('meetings(first: 1) { edges { node { id quorum attendance { role } } } }');
    expect(meetings.edges).toEqual([{ node: { id: 'own', quorum: 'NOT_KNOWN', attendance: null } }]);
    expect(await judged('havering-executive-quorum', '2026-11-10')).toMatchObject({ status: 'NOT_ASSESSABLE' });
    await subgraph.dataSource.query(`DELETE FROM meeting WHERE id = 'own'`);
  });

  it('publishes its minutes after all three partners signed them off, and not before (HAV-13)', async () => {
    const input = { reference: 'PG/9', redactedUrl: 'https://example.org/pg-9', publishedOn: '2026-11-25' };
    const publish = () =>
      mutate(
        'publishMinutes',
        'PublishMinutesInput',
        input,
        'meeting { minutes { redactedUrl signOffs { signedOn } } }',
      );
    const days = ['2026-11-05', '2026-11-12', '2026-11-19'];
    for (const [index, signedOn] of days.entries()) {
      expect((await publish()).userErrors).toMatchObject([{ code: 'MINUTES_NOT_SIGNED_OFF' }]);
      const signOff = { meetingReference: 'pg/9', agencyId: (PARTNERS[index] as { agencyId: string }).agencyId };
      const signed = { ...signOff, signedOn, byRole: 'Lead safeguarding partner' };
      expect((await mutate('recordSignOff', 'RecordSignOffInput', signed, 'signOff { signedOn }')).userErrors).toEqual(
        [],
      );
    }
    const signOffs = days.map((signedOn) => ({ signedOn }));
    expect(await publish()).toEqual({
      meeting: { minutes: { redactedUrl: 'https://example.org/pg-9', signOffs } },
      userErrors: [],
    });
    // The minutes of the two other meetings of the group are awaited.
    expect(await judged('havering-partners-group-minutes-signed-off', '2026-11-25')).toMatchObject({
      ...{ status: 'DUE', reason: expect.not.stringContaining('PG/9') as string },
    });
    const undone = { meetingReference: 'PG/9', agencyId: 'nel-ccg', reason: 'Recorded by mistake' };
    const withdrawn = await mutate(
      'withdrawPartnerSignOff',
      'WithdrawPartnerSignOffInput',
      undone,
      'signOff { signedOn }',
    );
    expect(withdrawn.userErrors).toMatchObject([{ code: 'MINUTES_PUBLISHED' }]);
  });

  it('has a decision that is final once each partner signed it off (HAV-11)', async () => {
    const { decisions } = (
      await ofPartnership('business { decisions(first: 4) { edges { node { reference finalOn awaited { id } } } } }')
    )['business'];
    expect(decisions.edges.map(({ node }: Answer) => node)).toEqual([
      {
        reference: 'demonstration/information-sharing',
        finalOn: null,
        awaited: [{ id: 'havering:agency:met-police-east-area-bcu' }],
      },
      { reference: 'demonstration/meeting-dates', finalOn: null, awaited: [] },
      { reference: 'demonstration/lead-on-data', finalOn: '2026-07-05', awaited: [] },
      { reference: 'demonstration/business-plan', finalOn: '2026-05-10', awaited: [] },
    ]);
  });

  it('plans the months ahead, with what members asked to have on an agenda (RED-12)', async () => {
    const { business } = await ofPartnership(
      'business { scheduledMeetings(first: 50) { edges { node { scheduledFor agendaRequests { title } } } } }',
    );
    const planned = business.scheduledMeetings.edges.map(({ node }: Answer) => node);
    expect(planned.length).toBeGreaterThan(4);
    expect(planned.filter((one: Answer) => one['agendaRequests'].length > 0)).toHaveLength(2);
  });

  it('counts attendance in SQL as the rule of representation does, one by one', async () => {
    const { business, meetings } = await ofPartnership(`
      business { attendanceRates(from: "2024-04-01", to: "2026-10-31") {
        bodyId agency { id } meetings attended represented } }
      meetings(first: 100) { edges { node {
        heldOn body { id } attendance { agency { id } capacity isDelegate authorityTests } } } }`);
    expect(business.attendanceRates.length).toBeGreaterThan(10);
    for (const { bodyId, agency, ...counted } of business.attendanceRates) {
      const held = meetings.edges
        .map(({ node }: Answer) => node)
        .filter((one: Answer) => one['body'].id === bodyId && one['heldOn'] <= '2026-10-31');
      const of = (counts: (one: Answer) => boolean) =>
        held.filter((one: Answer) =>
          one['attendance'].some((came: Answer) => came['agency']?.id === agency.id && counts(came)),
        ).length;
      expect(counted).toEqual({
        meetings: held.length,
        attended: of(() => true),
        represented: of(({ agency: { id }, capacity, isDelegate, authorityTests }) =>
          isRepresentation({ agencyId: id, capacity, isDelegate, authorityTests }, []),
        ),
      });
    }
  });

  it('asks as many SQL statements of thirty meetings and their minutes as of three', async () => {
    const statements = async (first: number) => {
      subgraph.statements.reset();
      await ofPartnership(`meetings(first: ${first}) { edges { node {
        quorum missingAgencies { name } attendance { agency { name } } minutes { signOffs { agency { name } } } } } }`);
      return subgraph.statements.count();
    };
    const few = await statements(3);
    expect(await statements(30)).toBe(few);
    expect(few).toBeLessThanOrEqual(3);
  });
});
