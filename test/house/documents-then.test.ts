import { join } from 'node:path';
import { definePartnership } from '@hub/partnership';
import { openSubgraph, type OpenSubgraph } from '../support/open-subgraph';
import { refusalCodes } from '../support/refusal-codes';

const cityAndHackney = definePartnership({
  ...{ id: 'city-and-hackney', typeName: 'CityAndHackneyPartnership' },
  ...{ localAuthorities: ['E09000001', 'E09000012'] },
  factsFolder: join(__dirname, '..', 'support', 'city-and-hackney'),
});

describe('what is recorded while a document was worked to', () => {
  let subgraph: OpenSubgraph;
  let partners: string[];
  let bodyId: string;
  beforeAll(async () => {
    subgraph = await openSubgraph(cityAndHackney, { demo: false });
    // The second document alone asks for signatures and for a test of authority.
    await subgraph.dataSource.query(`
      UPDATE terms_of_reference SET minutes_sign_off = 'ALL_STATUTORY_PARTNERS',
        authority_tests = '[{"id": "speak", "words": "to speak for them", "sources": []}]' WHERE position = 1`);
    const of = `FROM statutory_partner WHERE document_id = (SELECT id FROM terms_of_reference WHERE position = 1)`;
    const found = await subgraph.dataSource.query<{ agency_id: string }[]>(`SELECT agency_id ${of} ORDER BY position`);
    partners = found.map(({ agency_id: id }) => id);
    const [body] = await subgraph.dataSource.query<{ id: string }[]>(
      'SELECT id FROM body GROUP BY id ORDER BY count(*) DESC, id',
    );
    bodyId = body!.id;
  });
  afterAll(() => subgraph?.close());

  const codesOf = (mutation: string, input: object) => refusalCodes(subgraph, mutation, input);
  const meeting = (reference: string, heldOn: string, delegate: object = {}) => ({
    ...{ reference, bodyId, heldOn },
    attendance: [{ agencyId: partners[0], capacity: 'MEMBER', role: 'Director', ...delegate }],
  });
  const published = (reference: string, publishedOn: string) => ({
    ...{ reference, publishedOn, redactedUrl: 'https://example.org/minutes' },
  });
  const signed = (meetingReference: string, agencyId: string, signedOn: string) => ({
    ...{ meetingReference, agencyId, signedOn, byRole: 'Director' },
  });

  it('has its minutes signed off where that document asks for it, by those whom it names, and by no others', async () => {
    expect(await codesOf('recordMeeting', meeting('M/2022', '2022-03-01'))).toEqual([]);
    expect(await codesOf('publishMinutes', published('M/2022', '2022-05-01'))).toEqual(['MINUTES_NOT_SIGNED_OFF']);
    expect(await codesOf('recordSignOff', signed('M/2022', 'city-and-hackney-ccg', '2022-04-01'))).toEqual([
      'NOT_A_PARTNER',
    ]);
    for (const agencyId of partners) {
      expect(await codesOf('recordSignOff', signed('M/2022', agencyId, '2022-04-01'))).toEqual([]);
    }
    expect(await codesOf('publishMinutes', published('M/2022', '2022-05-01'))).toEqual([]);
  });

  it('needs no sign-off where the document of the day of the meeting asks for none', async () => {
    expect(await codesOf('recordMeeting', meeting('M/2025', '2025-03-01'))).toEqual([]);
    expect(await codesOf('publishMinutes', published('M/2025', '2025-05-01'))).toEqual([]);
  });

  it('is held to the tests of authority of that document', async () => {
    const delegate = { isDelegate: true, authorityTests: ['speak'] };
    expect(await codesOf('recordMeeting', meeting('D/2022', '2022-03-01', delegate))).toEqual([]);
    for (const [reference, day] of [
      ['D/2020', '2020-03-01'],
      ['D/2025', '2025-03-01'],
    ] as const) {
      expect(await codesOf('recordMeeting', meeting(reference, day, delegate))).toEqual(['AUTHORITY_TEST_UNKNOWN']);
    }
  });

  it('is chaired as that document arranges it', async () => {
    await subgraph.dataSource.query(
      `UPDATE body SET chair_arrangement = jsonb_set(chair_arrangement, '{kind}',
          CASE document.position WHEN 1 THEN '"INDEPENDENT"' ELSE '"NOT_SPECIFIED"' END::jsonb)
        FROM terms_of_reference document WHERE document.id = body.document_id AND body.id = $1`,
      [bodyId],
    );
    const chair = (reference: string, appointedOn: string) => ({
      ...{ reference, bodyId, office: 'CHAIR', roleTitle: 'Director', sector: 'POLICE', appointedOn },
    });
    expect(await codesOf('appointChair', chair('2022', '2022-03-01'))).toEqual(['NOT_AS_ARRANGED']);
    expect(await codesOf('appointChair', chair('2025', '2025-03-01'))).toEqual([]);
  });
});
