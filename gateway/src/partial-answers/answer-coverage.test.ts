import fc from 'fast-check';
import { AnswerCoverage } from './answer-coverage';

const IDS = ['havering', 'lambeth', 'redbridge', 'tri-borough'];
const all = new AnswerCoverage(['tri-borough', 'london-scp', 'lambeth', 'redbridge', 'havering']);
const error = (subgraph: string | undefined, message: string) => ({
  message,
  extensions: { code: `CODE ${message}`, ...(subgraph !== undefined && { subgraph }) },
});

it('every partnership that was asked has answered or is missing, with the first reason', () => {
  const asked = fc.subarray(['london-scp', ...IDS]);
  const errors = fc.array(fc.tuple(fc.constantFrom(undefined, 'london-scp', ...IDS), fc.string()));
  fc.assert(
    fc.property(asked, errors, (subgraphs, told) => {
      const given = [new Set(subgraphs), told.map(([subgraph, message]) => error(subgraph, message))] as const;
      const coverage = all.of(...given);
      const partnerships = IDS.filter((id) => subgraphs.includes(id));
      if (partnerships.length < 2) return expect([coverage, all.counts(...given)]).toEqual([undefined, undefined]);
      const answeredBy = partnerships.filter((id) => !told.some(([subgraph]) => subgraph === id));
      const missing = partnerships
        .filter((id) => !answeredBy.includes(id))
        .map((id) => {
          const [, reason] = told.find(([subgraph]) => subgraph === id)!;
          return { id, code: `CODE ${reason}`, reason };
        });
      expect(JSON.parse(coverage!)).toEqual({
        ...{ expected: partnerships.length, answered: answeredBy.length, answeredBy, missing },
      });
      const ids = missing.map(({ id }) => id);
      expect(all.counts(...given)).toEqual({
        expected: partnerships.length,
        answered: answeredBy.length,
        missing: ids,
      });
    }),
  );
});
