import { accessRules } from '@hub/access';
import fc from 'fast-check';
import {
  executeSync,
  getOperationAST,
  parse,
  print,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
} from 'graphql';
import { ExpectedAnswer } from '../../testing/expected-answer';
import { operations } from '../../testing/random-operations';
import { CALLERS, ROOT, SDL, SMALL_SCHEMA as schema } from '../../testing/small-world';
import { RefusedPlaces } from '../execution/refused-places';
import { readConditions } from './conditions';
import { enforce } from './enforce';
import { FieldRequirements } from './field-requirements';

const requirements = new FieldRequirements(schema, accessRules(parse(SDL)));

function enforced(text: string, caller: { scopes: ReadonlySet<string> } | null, variables = {}) {
  const document = parse(text);
  const operation = getOperationAST(document)!;
  const conditions = readConditions(document, operation, variables);
  return enforce({ schema, requirements, document, operation, conditions, caller });
}

function coordinatesIn(document: DocumentNode): string[] {
  const types = new TypeInfo(schema);
  const found: string[] = [];
  const Field = ({ name }: FieldNode) => void found.push(`${types.getParentType()!.name}.${name.value}`);
  visit(document, visitWithTypeInfo(types, { Field }));
  return found;
}

const run = (document: DocumentNode) =>
  executeSync({ schema, document, rootValue: ROOT, variableValues: { yes: true } }).data;

describe.each(Object.entries(CALLERS))('for %s, in any operation', (_, { caller, forbidden }) => {
  it('what may not be seen is not in it, is null in the answer, and everything else is as it was', () => {
    fc.assert(
      fc.property(operations, (text) => {
        // The generator makes what validates, but for types that cannot meet.
        fc.pre(validate(schema, parse(text)).length === 0);
        const { document, markers, isNull, access } = enforced(text, caller, { yes: true });

        expect(validate(schema, document)).toEqual([]);
        expect(coordinatesIn(document).filter((one) => forbidden.includes(one))).toEqual([]);

        const answer = isNull ? null : markers.restore(run(document), new RefusedPlaces());
        const expected = new ExpectedAnswer(parse(text), forbidden, { yes: true, no: false }).answer;
        // As text, so that the order of fields counts.
        expect(JSON.stringify(answer)).toBe(JSON.stringify(expected));
        if (JSON.stringify(answer) !== JSON.stringify(run(parse(text)))) expect(access.refused).not.toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('enforce', () => {
  const nobody = CALLERS.nobody.caller;

  it('hands back the very document when nothing in it is refused', () => {
    const document = parse('query($x: Int) { open { text(of: $x) } }');
    const operation = getOperationAST(document)!;
    const options = { schema, requirements, document, operation, conditions: new Map(), caller: nobody };
    expect(enforce(options).document).toBe(document);
  });

  it('leaves no variable, fragment or operation behind that nothing uses', () => {
    const { document } = enforced(
      'query A($x: Int, $y: Int) { any { text(of: $x) id } open { text(of: $y) ...G } } fragment F on Mixed { id } fragment G on Any { any { ...F } }',
      nobody,
    );
    expect(print(document).replace(/\s+/g, ' ')).toBe(
      'query A($y: Int) { any { hub_refused_0: __typename id } open { text(of: $y) ...G } } fragment G on Any { hub_refused_1: __typename }',
    );
  });

  it('bubbles a null to the nearest place where one may stand, and fetches nothing of what it takes', () => {
    const { document, isNull, access } = enforced('{ open { child { id name } id } child { name } }', nobody);
    expect(print(document).replace(/\s+/g, ' ')).toBe('{ open { hub_refused_1: __typename id } child { name } }');
    expect([isNull, access.refused[0]?.path, access.childLevel]).toEqual([
      false,
      ['open', 'child', 'id'],
      { granted: [], refused: ['Child.id'] },
    ]);
  });

  it('walks fragments that double at each level once each, and tells of 100 places', () => {
    const LEVELS = 40;
    const fragments = Array.from({ length: LEVELS }, (_, i) => {
      const next = i + 1 === LEVELS ? 'x: text' : `...F${i + 1}`;
      return `fragment F${i} on Any { a: open { any { ${next} } } b: open { any { ${next} } } c: any { id } }`;
    });
    const start = performance.now();
    const { access } = enforced(`{ any { ...F0 } } ${fragments.join(' ')}`, nobody);
    expect(performance.now() - start).toBeLessThan(5000);
    expect(access.refused).toHaveLength(100);
  });
});
