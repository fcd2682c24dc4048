import { londonScp } from '../../subgraphs/london-scp/src/london-scp';
import { openSubgraph, type OpenSubgraph } from './open-subgraph';

const signature = { procedureId: 'london-information-sharing-agreement', signedOn: '2025-01-01' };
const agency = { id: 'council', name: 'Council', sector: 'LOCAL_AUTHORITY' };
const adoptersOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    __typename: `Borough${index + 1}Partnership`,
    procedureAdoptions: [
      {
        procedureId: 'london-procedures',
        adoptedOn: '2026-04-01',
        localVariations: [],
        edition: { id: 'london-procedures:2024-04' },
      },
    ],
    agreementSignatures: index % 2 === 0 ? [{ ...signature, agency }] : [],
    statutoryPartners: [{ agency }],
  }));

/**
 * Holds the reducers of procedures to their number of SQL statements. Two test files call it, each with a directory of its
 * own size.
 */
export function describeProcedureStatements(count: number): void {
  const adopters = adoptersOf(count);
  describe(`procedures over ${count} partnerships`, () => {
    let london: OpenSubgraph;
    beforeAll(async () => {
      london = await openSubgraph(londonScp, { demo: false });
    });
    afterAll(() => london?.close());

    const reduce = async (id: string, field: string, answers: (object | null)[]) => {
      london.statements.reset();
      const { data, errors } = await london.ask(
        `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Procedure { ${field} } } }`,
        { representations: [{ __typename: 'Procedure', id, adopters: answers }] },
      );
      return { procedure: (data?.['_entities'] as Record<string, unknown>[] | undefined)?.[0], errors };
    };

    it('asks four SQL statements for an adoption', async () => {
      const field = `adoption(on: "2026-06-30") { coverage { answered expected missing { name } }
      currentEdition { inForceFrom inForceTo } positions { partnership { id name } edition { id inForceTo } isCurrent } }`;
      const { procedure } = await reduce('london-procedures', field, [null, ...adopters.slice(1)]);
      expect(procedure).toMatchObject({
        adoption: {
          coverage: { answered: count - 1, expected: count, missing: [{ name: 'Borough 1' }] },
          positions: { length: count - 1, 0: { partnership: { id: 'borough-2' }, isCurrent: true } },
        },
      });
      expect(london.statements.count()).toBe(4);
    });

    it('asks three SQL statements for signatures', async () => {
      const field = 'signatures { coverage { answered } unsigned { partnership { name } agency { name } } }';
      const { procedure } = await reduce(signature.procedureId, field, adopters);
      expect(procedure).toMatchObject({
        signatures: { coverage: { answered: count }, unsigned: { length: Math.floor(count / 2) } },
      });
      expect(london.statements.count()).toBe(3);
    });

    it('refuses to guess whose answer is whose where a place is missing', async () => {
      const { errors } = await reduce('london-procedures', 'adoption { on }', adopters.slice(1));
      expect(errors?.[0]?.message).toBe(`${count} partnerships were asked, and ${count - 1} places hold answers.`);
    });
  });
}
