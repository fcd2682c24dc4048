import { join } from 'node:path';
import { mutationNamed } from '../../../../test/support/mutation-named';
import { openSubgraph, type OpenSubgraph } from '../../../../test/support/open-subgraph';
import { definePartnership } from '../define-partnership';

/** A record: its table, a demonstration row of it as the input that says the same, and the mutation that records it. */
const RECORDS: [mutation: string, table: string, input: string][] = [
  [
    'AdoptProcedure',
    'procedure_adoption',
    `'procedureId', procedure_id, 'editionId', edition_id, 'adoptedOn', adopted_on,
     'decisionReference', decision_reference, 'localVariations', local_variations`,
  ],
  ['SignAgreement', 'agreement_signature', `'procedureId', procedure_id, 'agencyId', agency_id, 'signedOn', signed_on`],
  [
    'RecordProcedureTraining',
    'procedure_training',
    `'reference', 'OWN-1', 'title', title, 'teachesEditionId', edition_id, 'heldOn', held_on`,
  ],
  [
    'RecordThresholdDocument',
    'threshold_document',
    `'reference', 'OWN-1', 'title', title, 'alignedWithEditionId', edition_id,
     'publishedOn', published_on, 'reviewedOn', reviewed_on`,
  ],
  [
    'ApproveLocalBudget',
    'local_budget',
    `'financialYear', financial_year, 'approvedPence', approved_pence, 'decisionReference', decision_reference,
     'approvedOn', approved_on`,
  ],
  ['OpenReserve', 'reserve', `'localAuthority', local_authority_code, 'openingPence', opening_pence`],
  [
    'RecordContribution',
    'contribution',
    `'reference', reference, 'agencyId', agency_id, 'financialYear', financial_year, 'target', target, 'kind', kind,
     'project', project, 'pledgedPence', pledged_pence, 'paidPence', paid_pence, 'paidOn', paid_on`,
  ],
  [
    'ConnectBodyToNetwork',
    'network_connection',
    `'networkId', network_id, 'bodyId', body_id, 'connectedOn', connected_on`,
  ],
];

let subgraph: OpenSubgraph;
beforeAll(async () => {
  subgraph = await openSubgraph(
    definePartnership({
      ...{ id: 'tri-borough', typeName: 'TriBoroughPartnership', localAuthorities: [] },
      factsFolder: join(__dirname, '../../../../subgraphs/tri-borough/facts'),
    }),
  );
});
afterAll(() => subgraph.close());
beforeEach(() => subgraph.reload(true));

const rows = async (sql: string) => (await subgraph.dataSource.query(sql)) as Record<string, unknown>[];

describe.each(RECORDS)('what %s records', (mutation, table, input) => {
  it('stays when the demonstration goes, also where that said the same', async () => {
    const [demonstrated] = await rows(
      `SELECT json_build_object(${input}) AS input FROM ${table} WHERE is_synthetic LIMIT 1`,
    );
    const before = await rows(`SELECT FROM ${table} WHERE NOT is_synthetic`);
    const { data, errors } = await subgraph.ask(
      `mutation ($input: ${mutation}Input!) { result: ${mutationNamed(mutation)}(input: $input) { userErrors { code } } }`,
      { input: demonstrated!['input'] as object },
    );
    expect(errors).toBeUndefined();
    expect(JSON.parse(JSON.stringify(data))).toEqual({ result: { userErrors: [] } });
    await subgraph.reload(false);
    const kept = await rows(`SELECT json_build_object(${input}) AS input FROM ${table} WHERE NOT is_synthetic`);
    expect(kept).toHaveLength(before.length + 1);
    expect(kept).toContainEqual(demonstrated);
    expect(await rows(`SELECT FROM ${table} WHERE is_synthetic`)).toEqual([]);
  });
});
