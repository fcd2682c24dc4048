import { join } from 'node:path';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { refusalCodes } from '../../../../test/support/refusal-codes';
import { definePartnership } from '../define-partnership';

const triBorough = definePartnership({
  ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: ['E09000013', 'E09000020'] },
  factsFolder: join(__dirname, '../../../../subgraphs/tri-borough/facts'),
});
const reason = 'Recorded by mistake';
const final = { kind: 'FINAL_COMPLETED', doneOn: '2026-06-01' };

describe('a practice review of which copies go out seven days before it is published (TRI-28)', () => {
  let subgraph: OpenSubgraph;
  beforeAll(async () => {
    subgraph = await openSubgraph(triBorough, { demo: false });
  });
  afterAll(() => subgraph?.close());

  const codesOf = (mutation: string, input: object) => refusalCodes(subgraph, mutation, input);
  /** A review whose copies went to everybody on a day. */
  async function sentReview(reviewReference: string, doneOn: string) {
    const of = (name: string) => ({ reference: `${reviewReference}-${name}`, reviewReference });
    const [arrangement] = await subgraph.dataSource.query<{ copies_to: string[] }[]>(
      'SELECT * FROM learning_arrangement',
    );
    const begun = { reference: reviewReference, kind: 'LOCAL', initiatedOn: '2026-01-05' };
    expect(await codesOf('recordPracticeReview', begun)).toEqual([]);
    const steps = [
      { ...of('final'), ...final },
      { ...of('anonymity'), kind: 'ANONYMITY_SIGNED_OFF', doneOn: '2026-06-02' },
      ...arrangement!.copies_to.map((party) => ({ ...of(party), kind: 'SENT', party, doneOn })),
    ];
    for (const step of steps) expect(await codesOf('recordReviewStep', step)).toEqual([]);
    return of('final');
  }
  const publish = (reference: string, publishedOn: string) =>
    codesOf('publishPracticeReview', { reference, publishedOn });

  it('is published on the seventh day, and not on the sixth', async () => {
    await sentReview('R/1', '2026-06-10');
    expect(await publish('R/1', '2026-06-16')).toEqual(['COPIES_TOO_LATE']);
    expect(await publish('R/1', '2026-06-17')).toEqual([]);
    const earlier = { reference: 'R/1', publishedOn: '2026-06-16', reason };
    expect(await codesOf('correctReviewPublication', earlier)).toEqual(['COPIES_TOO_LATE']);
  });

  it('is not published on copies of a report that was completed after they went', async () => {
    const step = await sentReview('R/2', '2026-06-10');
    expect(await codesOf('correctReviewStep', { ...step, ...final, doneOn: '2026-06-11', reason })).toEqual([]);
    expect(await publish('R/2', '2026-06-30')).toEqual(['COPIES_NOT_SENT']);
  });

  it('is not published on copies of a report that was not completed', async () => {
    const { reference } = await sentReview('R/3', '2026-06-10');
    expect(await codesOf('withdrawReviewStep', { reference, reason })).toEqual([]);
    expect(await publish('R/3', '2026-06-30')).toEqual(['COPIES_NOT_SENT']);
  });
});
