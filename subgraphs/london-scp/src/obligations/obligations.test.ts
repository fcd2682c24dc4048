import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { londonScp } from '../london-scp';

describe('what the terms of reference of the Executive oblige to', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(londonScp);
  });
  afterAll(() => subgraph.close());

  const judged = async (on: string) => {
    const { data, errors } = await subgraph.ask(
      `{ londonScp { obligations(on: "${on}") {
        id clause { id } body { id } status reason lastMet nextDue shownBy { kind record doneOn isSynthetic } } } }`,
    );
    expect(errors).toBeUndefined();
    const { obligations } = data!['londonScp'] as { obligations: { id: string }[] };
    return (id: string) => obligations.find((one) => one.id === `london-scp-${id}/${on}`);
  };

  it('is silent where the document is, and cannot be told where nothing is recorded', async () => {
    const of = await judged('2026-10-31');
    expect(of('executive-quorum')).toMatchObject({ status: 'NOT_SPECIFIED', clause: { id: 'LON-29' } });
    expect(of('terms-of-reference-review')).toMatchObject({ status: 'NOT_SPECIFIED', nextDue: null });
    const before = await judged('2020-01-01');
    expect(before('executive-meets')).toMatchObject({ status: 'NOT_ASSESSABLE', reason: 'No meeting recorded.' });
  });

  it('is judged by the meetings of the Executive, its delegates and its decisions', async () => {
    const of = await judged('2026-10-31');
    expect(of('executive-meets')).toMatchObject({ status: 'OVERDUE', lastMet: '2026-05-16', nextDue: '2026-09-30' });
    expect(of('delegates-authority')).toMatchObject({ clause: { id: 'LON-26' }, status: 'MET' });
    expect(of('decisions-signed-off')).toMatchObject({ clause: { id: 'LON-28' }, status: 'DUE' });
    expect(of('funding-agreed')).toMatchObject({ clause: { id: 'LON-33' }, status: 'MET' });
  });

  it('is the invitation of each chair, whether or not the network reported', async () => {
    const { data } = await subgraph.ask('{ networks { isReportOverdue(on: "2026-10-31") } }');
    expect(data!['networks']).toContainEqual({ isReportOverdue: true });
    const shownBy = expect.arrayContaining([
      expect.objectContaining({ kind: 'NETWORK_INVITATION', isSynthetic: true }),
    ]);
    expect((await judged('2026-10-31'))('networks-invited')).toMatchObject({
      ...{ clause: { id: 'LON-35' }, body: { id: 'london-scp-executive' }, status: 'MET', reason: null, shownBy },
    });
    expect((await judged('2028-10-31'))('networks-invited')).toMatchObject({
      ...{ status: 'OVERDUE', reason: expect.stringMatching(/^Not within 12 months for/) },
    });
  });
});
