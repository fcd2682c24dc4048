import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';
import { NetworkAgencyIds1764371200000 } from './network-agency-ids-migration';

let subgraph: OpenSubgraph;
beforeAll(async () => {
  subgraph = await openSubgraph(londonScp);
});
afterEach(() => {
  delete process.env['NETWORK_LIMIT'];
});
afterAll(() => subgraph?.close());

const NETWORK = `{ network { id status isSupported supportedFrom endedOn supportGiven isSynthetic decision { reference }
  chair { agencyId partnership { id } } reports { invitedOn executiveMeetingOn attended reportedOn summary }
  meetings(first: 10) { edges { node { heldOn isSynthetic } } } } userErrors { field message code } }`;

interface Payload {
  network: Record<string, unknown> | null;
  userErrors: { field: string[]; message: string; code: string }[];
}

async function change(name: string, input: object): Promise<Payload> {
  const inputType = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${inputType}!) { ${name}(input: $input) ${NETWORK} }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return data![name] as Payload;
}
async function refused(name: string, input: object): Promise<string[]> {
  const { network, userErrors } = await change(name, input);
  expect(network).toBeNull();
  return [userErrors[0]!.code, userErrors[0]!.field.join('.')];
}
async function decide(reference: string, sectors = ['LOCAL_AUTHORITY', 'POLICE', 'NHS'], kind = 'NETWORK') {
  await subgraph.ask(
    `mutation ($input: RecordExecutiveDecisionInput!) { recordExecutiveDecision(input: $input) { userErrors { code } } }`,
    { input: { reference, title: 'Support', kind, decidedOn: '2026-01-14' } },
  );
  for (const sector of sectors) {
    await subgraph.ask(
      `mutation ($input: SignOffDecisionInput!) { signOffDecision(input: $input) { userErrors { code } } }`,
      { input: { reference, sector, signedOn: '2026-01-20', byRole: 'Executive member' } },
    );
  }
}
const proposal = { name: 'Online harms network', remit: 'Online harms in London.', themes: ['Online harms'] };
const networkId = 'network:online-harms-network';

describe('a network', () => {
  it('is proposed once by its name, and is not supported', async () => {
    const first = await change('proposeNetwork', proposal);
    expect(first).toMatchObject({
      network: { id: networkId, status: 'PROPOSED', isSupported: false, decision: null, isSynthetic: false },
      userErrors: [],
    });
    expect(await change('proposeNetwork', proposal)).toEqual(first);
    expect(await refused('proposeNetwork', { ...proposal, remit: 'Other' })).toEqual([
      'NETWORK_NAME_TAKEN',
      'input.name',
    ]);
    expect(await refused('proposeNetwork', { ...proposal, name: 'Online-harms Network' })).toEqual([
      'NETWORK_NAME_TAKEN',
      'input.name',
    ]);
    expect(await refused('proposeNetwork', { ...proposal, name: '…' })).toEqual(['NETWORK_NAME_INVALID', 'input.name']);
    expect(await refused('proposeNetwork', { ...proposal, themes: [''] })).toEqual(['TEXT_BLANK', 'input.themes']);
  });

  it('is not activated without a decision of its kind that three sectors signed off', async () => {
    const activate = (decisionReference: string) => refused('activateNetwork', { networkId, decisionReference });
    await decide('NET/1', ['LOCAL_AUTHORITY']);
    await decide('FUND/1', undefined, 'FUNDING');
    const field = 'input.decisionReference';
    expect(await activate('NET/0')).toEqual(['DECISION_UNKNOWN', field]);
    expect(await activate('FUND/1')).toEqual(['DECISION_OF_OTHER_KIND', field]);
    expect(await activate('london-scp/decision/extremism')).toEqual(['DECISION_IS_DEMONSTRATION', field]);
    const { userErrors } = await change('activateNetwork', { networkId, decisionReference: 'NET/1' });
    expect(userErrors).toEqual([
      {
        code: 'DECISION_NOT_SIGNED_OFF',
        field: ['input', 'decisionReference'],
        message:
          'The decision "NET/1" is not signed off by POLICE, NHS. Record each sign-off by signOffDecision first.',
      },
    ]);
    expect(await refused('activateNetwork', { networkId: 'network:none', decisionReference: 'NET/1' })).toEqual([
      'NETWORK_UNKNOWN',
      'input.networkId',
    ]);
  });

  it('is not activated above the limit, and is supported once below it, from the last sign-off', async () => {
    await decide('NET/1');
    const input = { networkId, decisionReference: 'NET/1', supportGiven: ['PROJECT', 'ADMIN'] };
    process.env['NETWORK_LIMIT'] = '3';
    expect(await refused('activateNetwork', input)).toEqual(['NETWORK_LIMIT_REACHED', 'input.networkId']);
    process.env['NETWORK_LIMIT'] = '4';
    expect(await refused('activateNetwork', { ...input, supportedFrom: '2026-01-19' })).toEqual([
      'SUPPORTED_BEFORE_FINAL',
      'input.supportedFrom',
    ]);
    const first = await change('activateNetwork', input);
    expect(first.network).toMatchObject({
      status: 'SUPPORTED',
      isSupported: true,
      supportedFrom: '2026-01-20',
      supportGiven: ['ADMIN', 'PROJECT'],
      decision: { reference: 'NET/1' },
    });
    expect(await change('activateNetwork', input)).toEqual(first);
    expect(await refused('activateNetwork', { ...input, supportGiven: [] })).toEqual([
      'NETWORK_ALREADY_SUPPORTED',
      'input.networkId',
    ]);
  });

  it('gives its last place under the limit to one of two that ask at once', async () => {
    process.env['NETWORK_LIMIT'] = '5';
    const names = ['First of two', 'Second of two'];
    for (const name of names) await change('proposeNetwork', { ...proposal, name, themes: ['Two'] });
    const payloads = await Promise.all(
      ['network:first-of-two', 'network:second-of-two'].map((id) =>
        change('activateNetwork', { networkId: id, decisionReference: 'NET/1' }),
      ),
    );
    expect(payloads.map(({ userErrors }) => userErrors[0]?.code ?? 'activated').sort()).toEqual([
      'NETWORK_LIMIT_REACHED',
      'activated',
    ]);
  });

  it('has members by partnership and agency, and one chair', async () => {
    const member = {
      networkId,
      partnershipId: 'lambeth',
      agencyId: 'lambeth-council',
      sector: 'LOCAL_AUTHORITY',
      isChair: true,
    };
    const chaired = await change('addNetworkMember', member);
    expect(chaired.network!['chair']).toEqual({
      agencyId: 'lambeth:agency:lambeth-council',
      partnership: { id: 'lambeth' },
    });
    expect(await change('addNetworkMember', member)).toEqual(chaired);
    const globally = { ...member, agencyId: 'lambeth:agency:lambeth-council' };
    expect(await change('addNetworkMember', globally)).toEqual(chaired);
    expect(await refused('addNetworkMember', { ...member, isChair: false })).toEqual([
      'ALREADY_A_MEMBER',
      'input.agencyId',
    ]);
    expect(await refused('addNetworkMember', { ...member, agencyId: 'other' })).toEqual([
      'NETWORK_HAS_CHAIR',
      'input.isChair',
    ]);
    expect(await refused('addNetworkMember', { ...member, partnershipId: 'none' })).toEqual([
      'PARTNERSHIP_UNKNOWN',
      'input.partnershipId',
    ]);
    const { sector: _, isChair: __, ...key } = member;
    expect((await change('removeNetworkMember', key)).network!['chair']).toBeNull();
    expect(await refused('removeNetworkMember', key)).toEqual(['MEMBER_UNKNOWN', 'input.agencyId']);
  });

  it('is invited to report, reports, and is overdue twelve months later', async () => {
    const invitation = { networkId, invitedOn: '2026-03-02', executiveMeetingOn: '2026-04-15' };
    const invited = await change('inviteNetworkReport', invitation);
    expect(invited.network!['reports']).toMatchObject([{ invitedOn: '2026-03-02', attended: null, reportedOn: null }]);
    expect(await change('inviteNetworkReport', invitation)).toEqual(invited);
    const report = { ...invitation, attended: true, reportedOn: '2026-04-15', summary: 'Done.' };
    expect(await refused('recordNetworkReport', { ...report, invitedOn: '2026-03-03' })).toEqual([
      'INVITATION_UNKNOWN',
      'input.invitedOn',
    ]);
    expect(await refused('recordNetworkReport', { ...report, reportedOn: '2026-03-01' })).toEqual([
      'BEFORE_INVITATION',
      'input.reportedOn',
    ]);
    expect(await refused('recordNetworkReport', { ...report, reportedOn: null })).toEqual([
      'SUMMARY_WITHOUT_REPORT',
      'input.reportedOn',
    ]);
    const recorded = await change('recordNetworkReport', report);
    expect(recorded.network!['reports']).toMatchObject([
      { attended: true, reportedOn: '2026-04-15', summary: 'Done.' },
    ]);
    expect(await change('recordNetworkReport', report)).toEqual(recorded);
    expect(await refused('recordNetworkReport', { ...report, attended: false })).toEqual([
      'ALREADY_REPORTED',
      'input.invitedOn',
    ]);
    expect(
      await refused('inviteNetworkReport', { networkId: 'network:section-11-leads', invitedOn: '2026-03-02' }),
    ).toEqual(['NETWORK_NOT_SUPPORTED', 'input.invitedOn']);
    const { data } = await subgraph.ask(
      '{ networks(theme: "online HARMS") { a: isReportOverdue(on: "2027-04-15") b: isReportOverdue(on: "2027-04-16") } }',
    );
    expect((data!['networks'] as object[])[0]).toEqual({ a: false, b: true });
  });

  it('meets, and pages its meetings latest first', async () => {
    await change('recordNetworkMeeting', { networkId, heldOn: '2026-02-01' });
    await change('recordNetworkMeeting', { networkId, heldOn: '2026-05-01' });
    const { network } = await change('recordNetworkMeeting', { networkId, heldOn: '2026-02-01' });
    expect(network!['meetings']).toEqual({
      edges: [
        { node: { heldOn: '2026-05-01', isSynthetic: false } },
        { node: { heldOn: '2026-02-01', isSynthetic: false } },
      ],
    });
    const page = async (after: string | null) =>
      (
        (
          await subgraph.ask(
            `query ($after: String) { networks(theme: "online harms") {
              meetings(first: 1, after: $after) { edges { node { heldOn } } pageInfo { hasNextPage endCursor } } } }`,
            { after },
          )
        ).data!['networks'] as {
          meetings: { edges: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        }[]
      )[0]!.meetings;
    const first = await page(null);
    expect(first).toMatchObject({ edges: [{ node: { heldOn: '2026-05-01' } }], pageInfo: { hasNextPage: true } });
    expect(await page(first.pageInfo.endCursor)).toMatchObject({
      edges: [{ node: { heldOn: '2026-02-01' } }],
      pageInfo: { hasNextPage: false },
    });
  });

  it('ends once, and takes nothing new after', async () => {
    expect(await refused('endNetwork', { networkId, endedOn: '2026-01-19' })).toEqual([
      'ENDED_BEFORE_SUPPORT',
      'input.endedOn',
    ]);
    const ended = await change('endNetwork', { networkId, endedOn: '2026-06-30' });
    expect(ended.network).toMatchObject({ status: 'ENDED', isSupported: false, endedOn: '2026-06-30' });
    expect(await change('endNetwork', { networkId, endedOn: '2026-06-30' })).toEqual(ended);
    const onNetwork = ['NETWORK_ENDED', 'input.networkId'];
    expect(await refused('endNetwork', { networkId, endedOn: '2026-07-01' })).toEqual(onNetwork);
    expect(await refused('activateNetwork', { networkId, decisionReference: 'NET/1' })).toEqual(onNetwork);
    expect(await refused('inviteNetworkReport', { networkId, invitedOn: '2026-06-01' })).toEqual(onNetwork);
    expect(await refused('recordNetworkMeeting', { networkId, heldOn: '2026-07-01' })).toEqual([
      'NETWORK_ENDED',
      'input.heldOn',
    ]);
  });

  it('says for the demonstration what its decisions carry', async () => {
    const { data } = await subgraph.ask(
      '{ networks { id status isSynthetic decision { isFinal awaitedSectors } isReportOverdue(on: "2026-10-31") } }',
    );
    const networks = (data!['networks'] as { id: string; isSynthetic: boolean }[]).filter((n) => n.isSynthetic);
    const of = (id: string) => networks.find((network) => network.id === id);
    expect(networks).toHaveLength(5);
    expect(of('network:faith-based-abuse')).toMatchObject({ status: 'SUPPORTED', isReportOverdue: false });
    expect(of('network:extremism')).toMatchObject({ status: 'SUPPORTED', isReportOverdue: true });
    expect(of('network:section-11-leads')).toMatchObject({ status: 'PROPOSED', decision: null });
    expect(of('network:transitional-safeguarding')).toMatchObject({
      status: 'PROPOSED',
      decision: { isFinal: false, awaitedSectors: ['POLICE'] },
    });
  });
});

const QUESTION = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Network {
  name status decision { isFinal } chair { agencyId } reports { invitedOn } meetings(first: 2) { edges { cursor } }
  members { coverage { answered expected missing { id } } items { partnership { id } agency { name } agencyId } }
  localBodies { coverage { answered expected missing { id } } connections { partnership { id } body { bodyId name } } partnershipsWithout { id } } } } }`;

interface Reduced {
  members: {
    coverage: object;
    items: { partnership: { id: string }; agency: { name: string } | null; agencyId: string }[];
  };
  localBodies: { coverage: object; connections: object[]; partnershipsWithout: object[] };
}

describe('what partnerships answered for a network', () => {
  const id = 'network:faith-based-abuse';
  const answer = (name: string, isConnected: boolean) => ({
    agencies: [{ id: 'lambeth:agency:lambeth-council', name: `Council of ${name}`, sector: 'LOCAL_AUTHORITY' }],
    networkConnections: isConnected
      ? [{ networkId: id, connectedOn: '2026-01-01', isSynthetic: false, body: { id: 'b', name: `Body of ${name}` } }]
      : [],
  });
  const ask = async (respondents: unknown[], ids = [id]) => {
    const representations = ids.map((network) => ({ __typename: 'Network', id: network, respondents }));
    const { data, errors } = await subgraph.ask(QUESTION, { representations });
    expect(errors).toBeUndefined();
    return data!['_entities'] as (Reduced | null)[];
  };

  it('is joined by partnership, and one that did not answer is missing and not without', async () => {
    // The directory: havering, redbridge, lambeth, tri-borough.
    const [network] = await ask([answer('Havering', true), null, answer('Lambeth', false), answer('Three', false)]);
    const coverage = { answered: 3, expected: 4, missing: [{ id: 'redbridge' }] };
    expect(network!.localBodies).toEqual({
      coverage,
      connections: [{ partnership: { id: 'havering' }, body: { bodyId: 'b', name: 'Body of Havering' } }],
      partnershipsWithout: [{ id: 'lambeth' }, { id: 'tri-borough' }],
    });
    expect(network!.members.coverage).toEqual(coverage);
    for (const { agencyId, agency } of network!.members.items) {
      expect(agency).toEqual(agencyId === 'lambeth:agency:lambeth-council' ? { name: 'Council of Lambeth' } : null);
    }
    expect((await ask([null, null, null, null], ['network:none']))[0]).toBeNull();
  });

  it('takes as many statements for 33 partnerships and eight times the records as for four', async () => {
    subgraph.statements.reset();
    await ask(['a', 'b', 'c', 'd'].map((name) => answer(name, true)));
    const few = subgraph.statements.count();
    expect(few).toBe(4);

    await subgraph.dataSource.query(`
      -- Types of the graph come from the directory's files: here the 29 share one that this process knows.
      ALTER TABLE partnership DROP CONSTRAINT partnership_type_name_key;
      INSERT INTO partnership SELECT 'p' || n, 'P ' || n, 'LambethPartnership', 100 + n FROM generate_series(1, 29) n;
      INSERT INTO network SELECT 'network:n' || n, 'N ' || n, 'r', '{t}', true, NULL, NULL, NULL, '{}' FROM generate_series(1, 40) n;
      INSERT INTO network_member (network_id, partnership_id, sector, is_chair, agency_id)
        SELECT network.id, 'lambeth', 'NHS', false, 'agency-' || n FROM network, generate_series(1, 30) n;
      INSERT INTO network_meeting SELECT network.id, date '2010-01-01' + n, true FROM network, generate_series(1, 60) n;
      INSERT INTO network_report SELECT network.id, date '2010-01-01' + 365 * n, NULL, NULL, NULL, NULL, true
        FROM network, generate_series(1, 12) n;
    `);
    const ids = Array.from({ length: 40 }, (_, index) => `network:n${index + 1}`);
    const answers = Array.from({ length: 33 }, (_, index) => answer(`P${index}`, true));
    subgraph.statements.reset();
    const networks = await ask(answers, [id, ...ids]);
    expect(subgraph.statements.count()).toBe(few);
    expect(networks).toHaveLength(41);
    expect(networks[40]!.localBodies.coverage).toEqual({ answered: 33, expected: 33, missing: [] });
    expect(networks[40]!.members.items).toHaveLength(30);
  });
});

describe('the migrations of networks', () => {
  it('name the members that were recorded before by the global ids of their agencies', async () => {
    const { dataSource } = subgraph;
    await dataSource.query(`DELETE FROM network_member WHERE agency_id LIKE 'agency-%'`);
    const members = () => dataSource.query('SELECT * FROM network_member ORDER BY 1, 2, 3');
    const now = await members();
    const runner = dataSource.createQueryRunner();
    await new NetworkAgencyIds1764371200000().down(runner);
    expect(await members()).toContainEqual(expect.objectContaining({ agency_id: 'nel-ccg' }));
    await new NetworkAgencyIds1764371200000().up(runner);
    await runner.release();
    expect(await members()).toEqual(now);
  });

  it('go back, and bring networks of the older form away with the demonstration', async () => {
    const { dataSource } = subgraph;
    await dataSource.query('DELETE FROM network WHERE NOT is_synthetic');
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    await dataSource.runMigrations();
    const newer = dataSource.migrations.filter((one) => Number(one.constructor.name.slice(-13)) >= 1763769600100);
    for (const _ of newer) await dataSource.undoLastMigration();
    await dataSource.query(`
      INSERT INTO partnership VALUES ('lambeth', 'Lambeth', 'LambethPartnership', 1);
      INSERT INTO network (id, name, remit, themes, decision_reference, is_synthetic)
        VALUES ('network:old', 'Old', 'r', '{t}', 'ref', true);
      INSERT INTO network_member (network_id, partnership_id, sector, is_chair)
        VALUES ('network:old', 'lambeth', 'NHS', true);
    `);
    await dataSource.runMigrations();
    expect(await dataSource.query('SELECT * FROM network')).toEqual([]);
    await dataSource.query('DELETE FROM partnership');
    await subgraph.reload(true);
    const { data } = await subgraph.ask('{ networks { isSynthetic } }');
    expect(data!['networks']).toHaveLength(5);
  });
});
