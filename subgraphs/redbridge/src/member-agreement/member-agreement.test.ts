import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { redbridge } from '../redbridge';

const ON = '2026-06-01';

describe('members of the partnership', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(redbridge, { demo: false });
  });
  afterAll(() => subgraph.close());

  const home = async (fields: string) => {
    const { data, errors } = await subgraph.ask(
      `{ _entities(representations: [{ __typename: "RedbridgePartnership", id: "redbridge" }]) {
        ... on RedbridgePartnership { ${fields} } } }`,
    );
    expect(errors).toBeUndefined();
    return (data!['_entities'] as Record<string, unknown>[])[0]!;
  };
  const codesOf = async (mutation: string, input: string) => {
    const { data, errors } = await subgraph.ask(
      `mutation { done: ${mutation}(input: { ${input} }) { userErrors { code } } }`,
    );
    expect(errors).toBeUndefined();
    return (data!['done'] as { userErrors: { code: string }[] }).userErrors.map(({ code }) => code);
  };
  const appoint = (reference: string, seat: number, more: string) =>
    codesOf(
      'recordAppointment',
      `reference: "${reference}", seatId: "redbridge-partnership:${seat}", roleTitle: "Member" ${more}`,
    );
  const statusOf = async (id: string, on = ON) => {
    const { obligations } = await home(`obligations(on: "${on}") { id status }`);
    return (obligations as { id: string; status: string }[]).find((one) => one.id === `redbridge-${id}/${on}`)!.status;
  };

  it('a lay member is recorded in one call, and is a lay member with the term of the document', async () => {
    expect(await appoint('LAY-1', 8, ', appointedOn: "2023-07-01"')).toEqual([]);
    expect(await home('layMembers { id appointedOn termEndsOn isRenewed isSynthetic }')).toEqual({
      layMembers: [
        {
          ...{ id: 'redbridge:lay-member:LAY-1', appointedOn: '2023-07-01', termEndsOn: '2026-07-01' },
          ...{ isRenewed: false, isSynthetic: false },
        },
      ],
    });
    const standings = ['2026-03-01', ON, '2026-07-02'].map((on) => statusOf('lay-members-terms', on));
    expect(await Promise.all(standings)).toEqual(['MET', 'DUE', 'OVERDUE']);
  });

  it('there are three lay members and no more', async () => {
    expect(await appoint('LAY-2', 8, ', appointedOn: "2025-01-01"')).toEqual([]);
    expect(await appoint('LAY-3', 8, ', appointedOn: "2025-01-01"')).toEqual([]);
    expect(await appoint('LAY-4', 8, ', appointedOn: "2025-01-01"')).toEqual(['SEAT_FULL']);
  });

  it('one represents an agency, and more with the agreement of the chair; an observer is none', async () => {
    expect(await appoint('LBR-1', 1, ', appointedOn: "2025-01-01"')).toEqual([]);
    expect(await appoint('LBR-2', 1, ', appointedOn: "2025-01-01"')).toEqual(['CHAIR_AGREEMENT_MISSING']);
    expect(await appoint('LBR-2', 1, ', appointedOn: "2025-01-01", agreedOn: "2024-12-20"')).toEqual([]);
    expect(await appoint('OBS-1', 9, ', appointedOn: "2025-01-01"')).toEqual([]);
  });

  it('who has not signed is awaited, member by member; the observer is no member', async () => {
    const unsigned = async () =>
      ((await home(`unsignedMembers(on: "${ON}") { id }`))['unsignedMembers'] as { id: string }[]).map(({ id }) => id);
    const references = ['LAY-1', 'LAY-2', 'LAY-3', 'LBR-1', 'LBR-2'];
    expect((await unsigned()).sort()).toEqual(references.map((reference) => `redbridge:appointment:${reference}`));
    expect(await statusOf('member-agreement-signed')).toBe('DUE');
    for (const reference of references) {
      expect(
        await codesOf('signMemberAgreement', `appointmentReference: "${reference}", signedOn: "2025-02-01"`),
      ).toEqual([]);
    }
    expect(await unsigned()).toEqual([]);
    expect(await statusOf('member-agreement-signed')).toBe('MET');
  });

  it('the deputy chair is one of the members, and the elected member is none', async () => {
    const deputy = (reference: string, member: string) =>
      codesOf(
        'appointChair',
        `reference: "${reference}", bodyId: "redbridge-partnership", office: VICE_CHAIR, roleTitle: "Deputy",
         sector: LAY, appointedOn: "2026-01-01", memberReference: "${member}"`,
      );
    expect(await deputy('D-1', 'OBS-1')).toEqual(['NOT_AS_ARRANGED']);
    expect(await statusOf('deputy-chair')).toBe('NOT_ASSESSABLE');
    expect(await deputy('D-1', 'LAY-2')).toEqual([]);
    expect(await statusOf('deputy-chair')).toBe('MET');
  });
});
