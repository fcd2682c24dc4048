import type { AskedHub } from '../test-hub';
import { askerOf, PARTNERSHIPS } from './asker';
import type { Representations } from './operation-text';

/**
 * Keys of entities that are there, as GraphQL, by type. Beside them stands what the subgraph requires of others, and what
 * the gateway would have asked them for.
 */
export async function knownEntities(testHub: AskedHub): Promise<Representations> {
  const { data } = await testHub.as('analyst')('{ networks { id } }');
  // One place a partnership; in each could be its answer.
  const places = `[${PARTNERSHIPS.map(() => 'null').join(', ')}]`;
  const known: Record<string, string> = {
    LocalAuthority: 'gssCode: "E09000022"',
    LondonScp: `id: "london-scp", recordKeepers: ${places}`,
    Network: `id: "${data.networks[0].id}", respondents: ${places}`,
    PooledBudget: `financialYear: "2025-26", budgetYears: ${places}, previousBudgetYears: ${places}`,
    Procedure: `id: "london-procedures", adopters: ${places}`,
    ProcedureEdition: 'id: "london-procedures:2024-04"',
  };
  for (const partnership of PARTNERSHIPS) {
    const name = partnership.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
    known[`${name}Partnership`] = `id: "${partnership}"`;
    known[`${name}BudgetYear`] = `id: "${partnership}:2025-26"`;
    known[`${name}ChildRecord`] = `id: "${await childRecordAt(testHub, partnership)}"`;
  }
  return known;
}

/** The id of a record that the duty team of the partnership is party to. */
async function childRecordAt(testHub: AskedHub, partnership: string): Promise<string> {
  const { organisation } = askerOf('duty-team', partnership);
  const ask = testHub.as('duty-team', { partnership, organisation, purpose: 'CROSS_BOUNDARY_MOVEMENT' });
  const { data } = await ask(
    '{ movements(first: 1) { edges { node { originRecord { id } destinationRecord { id } } } } }',
  );
  const { originRecord, destinationRecord } = data.movements.edges[0].node;
  const records = [originRecord, destinationRecord] as ({ id: string } | null)[];
  return records.find((record) => record?.id.startsWith(`${partnership}/`))!.id;
}
