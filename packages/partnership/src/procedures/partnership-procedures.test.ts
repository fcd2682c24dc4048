import { join } from 'node:path';
import { mutationNamed } from '../../../../test/support/mutation-named';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { definePartnership } from '../define-partnership';

const EDITION = 'london-procedures:2026-11';
const AGREEMENT = 'another-agreement';
const definition = definePartnership({
  id: 'tri-borough',
  typeName: 'TriBoroughPartnership',
  localAuthorities: [],
  factsFolder: join(__dirname, '../../../../subgraphs/tri-borough/facts'),
});
// A test reads answers as a client does: by their shape, not by a type of ours.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Answer = Record<string, any>;
let subgraph: OpenSubgraph;

beforeAll(async () => {
  subgraph = await openSubgraph(definition);
});
afterAll(() => subgraph.close());

/** Answers of one mutation, by the name of its input. */
async function mutate(name: string, result: string, input: object) {
  const { data, errors } = await subgraph.ask(
    `mutation ($input: ${name}Input!) { ${mutationNamed(name)}(input: $input) { ${result} userErrors { field message code } } }`,
    { input },
  );
  expect(errors).toBeUndefined();
  return JSON.parse(JSON.stringify(data![mutationNamed(name)])) as Answer;
}
async function partnership(fields: string) {
  const { data, errors } = await subgraph.ask(
    `{ _entities(representations: [{ __typename: "TriBoroughPartnership", id: "tri-borough" }]) {
      ... on TriBoroughPartnership { ${fields} } } }`,
  );
  expect(errors).toBeUndefined();
  return (JSON.parse(JSON.stringify(data!['_entities'])) as Answer[])[0]!;
}

describe('what a partnership does with shared procedures', () => {
  it('adopts an edition once: the same again changes nothing, other content is refused', async () => {
    const adopt = (input: object) =>
      mutate(
        'AdoptProcedure',
        'adoption { id adoptedOn localVariations decisionReference isSynthetic edition { id } }',
        {
          ...{ procedureId: 'london-procedures', editionId: EDITION, adoptedOn: '2026-11-20', ...input },
        },
      );
    const first = await adopt({ decisionReference: 'LSCP/12', localVariations: ['Own form'] });
    expect(first).toEqual({
      adoption: {
        ...{ id: `tri-borough:${EDITION}`, adoptedOn: '2026-11-20', localVariations: ['Own form'] },
        ...{ decisionReference: 'LSCP/12', isSynthetic: false, edition: { id: EDITION } },
      },
      userErrors: [],
    });
    expect(await adopt({ decisionReference: 'LSCP/12', localVariations: ['Own form'] })).toEqual(first);
    expect(await adopt({})).toMatchObject({
      adoption: null,
      userErrors: [
        { field: ['input', 'editionId'], code: 'REFERENCE_TAKEN', message: expect.stringContaining('same content') },
      ],
    });
    expect((await adopt({ editionId: 'other:2026-11', adoptedOn: '2099-01-01' })).userErrors).toMatchObject([
      { code: 'EDITION_UNKNOWN', field: ['input', 'editionId'] },
      { code: 'DATE_IN_FUTURE', field: ['input', 'adoptedOn'] },
    ]);
    const posts = await Promise.all(
      ['2026-11-01', '2026-11-02'].map((adoptedOn) => adopt({ editionId: 'london-procedures:x', adoptedOn })),
    );
    expect(posts.filter(({ adoption }) => adoption !== null)).toHaveLength(1);
  });

  it('lets a record of its own stand in for one of the demonstration, for good', async () => {
    const { procedureAdoptions } = await partnership('procedureAdoptions { isSynthetic edition { id } }');
    const synthetic = procedureAdoptions.find((adoption: { isSynthetic: boolean }) => adoption.isSynthetic);
    const input = { procedureId: 'london-procedures', editionId: synthetic.edition.id, adoptedOn: '2026-01-02' };
    expect((await mutate('AdoptProcedure', 'adoption { isSynthetic }', input)).adoption).toEqual({
      isSynthetic: false,
    });
    await subgraph.reload(false);
    await subgraph.reload(true);
    const after = await partnership('procedureAdoptions { adoptedOn isSynthetic edition { id } }');
    expect(after['procedureAdoptions']).toContainEqual({
      ...{ adoptedOn: '2026-01-02', isSynthetic: false, edition: { id: synthetic.edition.id } },
    });
  });

  it('records the signature of an agency of its own, once', async () => {
    const sign = (input: object) =>
      mutate('SignAgreement', 'signature { signedOn isSynthetic agency { id name sector } }', {
        ...{ procedureId: AGREEMENT, agencyId: 'lbhf', signedOn: '2025-11-02', ...input },
      });
    const first = await sign({});
    const agency = { id: 'tri-borough:agency:lbhf', sector: 'LOCAL_AUTHORITY' };
    expect(first).toMatchObject({ signature: { agency }, userErrors: [] });
    expect(await sign({})).toEqual(first);
    expect(await sign({ agencyId: agency.id })).toEqual(first);
    expect((await sign({ agencyId: 'lambeth:agency:lbhf' })).userErrors).toMatchObject([{ code: 'AGENCY_UNKNOWN' }]);
    expect((await sign({ signedOn: '2025-11-03' })).userErrors).toMatchObject([{ code: 'REFERENCE_TAKEN' }]);
    expect((await sign({ agencyId: 'nobody' })).userErrors).toMatchObject([
      { code: 'AGENCY_UNKNOWN', field: ['input', 'agencyId'] },
    ]);
    expect((await sign({ agencyId: 'rbkc', signedOn: '2199-01-01' })).userErrors).toMatchObject([
      { code: 'DATE_IN_FUTURE', field: ['input', 'signedOn'] },
    ]);
  });

  it('corrects and withdraws the signature of an agency by either of its ids, and shows at home what it was', async () => {
    const key = { procedureId: AGREEMENT, agencyId: 'tri-borough:agency:wcc' };
    const reason = 'Signed a day later';
    const given = { ...key, signedOn: '2025-11-02' };
    await mutate('SignAgreement', 'signature { signedOn }', given);
    const result = 'signature { signedOn agency { id } }';
    const signature = { signedOn: '2025-11-03', agency: { id: key.agencyId } };
    expect(await mutate('CorrectAgreementSignature', result, { ...given, signedOn: '2025-11-03', reason })).toEqual({
      ...{ signature, userErrors: [] },
    });
    expect(await mutate('WithdrawAgreementSignature', result, { ...key, reason })).toEqual({
      signature,
      userErrors: [],
    });
    const changes = 'recordChanges(first: 2) { edges { node { kind record reason } } }';
    const atHome = await subgraph.askOwn(`{ partnership { ... on TriBoroughPartnership { ${changes} } } }`);
    expect(atHome.errors).toBeUndefined();
    const { partnership: own } = JSON.parse(JSON.stringify(atHome.data)) as Answer;
    expect(own.recordChanges).toMatchObject({
      edges: ['WITHDRAWN', 'CORRECTED'].map((kind) => ({ node: { kind, record: 'The signature of wcc', reason } })),
    });
    expect(own).toEqual(await partnership(changes));
  });

  it('knows its threshold document by its terms of reference alone, then by what it records (TRI-50)', async () => {
    const fields = 'thresholdDocument { title publishedOn reviewEveryMonths reviewDue sources isSynthetic';
    await subgraph.reload(false);
    expect((await partnership(`${fields} isReviewOverdue }`))['thresholdDocument']).toEqual({
      ...{ title: 'Thresholds Document', publishedOn: null, reviewEveryMonths: 24, reviewDue: null },
      ...{ sources: ['TRI-50'], isSynthetic: false, isReviewOverdue: null },
    });
    const record = (input: object) =>
      mutate('RecordThresholdDocument', 'thresholdDocument { id reviewDue alignedWith { id } isSynthetic }', {
        ...{ reference: '2024', title: 'Thresholds 2024', alignedWithEditionId: EDITION },
        ...{ publishedOn: '2024-02-29', ...input },
      });
    const first = await record({});
    expect(first).toMatchObject({ thresholdDocument: { reviewDue: '2026-02-28', alignedWith: { id: EDITION } } });
    expect(await record({})).toEqual(first);
    expect((await record({ title: 'Other' })).userErrors).toMatchObject([{ code: 'REFERENCE_TAKEN' }]);
    expect((await record({ reference: 'b', reviewedOn: '2024-01-01' })).userErrors).toMatchObject([
      { code: 'DATES_OUT_OF_ORDER', field: ['input', 'reviewedOn'] },
    ]);
    const { thresholdDocument } = await partnership(
      `${fields} due: isReviewOverdue(on: "2026-02-28") late: isReviewOverdue(on: "2026-03-01") }`,
    );
    expect(thresholdDocument).toMatchObject({ title: 'Thresholds 2024', due: false, late: true });
    await subgraph.reload(true);
    expect((await partnership(`${fields} }`))['thresholdDocument']).toMatchObject({ title: 'Thresholds 2024' });
  });

  it('lists training of a financial year that taught an edition, once a reference', async () => {
    const record = (input: object) =>
      mutate('RecordProcedureTraining', 'training { title heldOn teaches { id } isSynthetic }', {
        ...{ reference: '2019/1', title: 'Moving', teachesEditionId: EDITION, heldOn: '2020-03-31', ...input },
      });
    const first = await record({});
    expect(first).toMatchObject({ training: { title: 'Moving', isSynthetic: false }, userErrors: [] });
    expect(await record({})).toEqual(first);
    expect((await record({ heldOn: '2020-03-30' })).userErrors).toMatchObject([{ code: 'REFERENCE_TAKEN' }]);
    expect((await record({ reference: 'x', title: ' ' })).userErrors).toMatchObject([{ code: 'TEXT_BLANK' }]);
    const years = await partnership(`a: procedureTraining(financialYear: "2019-20") { title }
      b: procedureTraining(financialYear: "2020-21") { title } c: procedureTraining(financialYear: "2025-26") { isSynthetic }`);
    expect(years).toMatchObject({ a: [{ title: 'Moving' }], b: [], c: { length: 4 } });
  });
});
