import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { costRules, minuteLimits, operationLimits, OperationMeter, passedBy, ANONYMOUS_PARTS } from '@hub/limits';
import { unboundedLists } from '@hub/registry';
import { getIntrospectionQuery, Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { ownApis, referenceSupergraph, subgraphSdls } from '../support/reference-schema';
import { exampleFiles } from '../support/saved-examples';

const { supergraphSdl, apiSchema } = referenceSupergraph();
const supergraph = parse(supergraphSdl);
const rules = costRules(supergraph);
const limits = operationLimits(subgraphSdls.length);
const meter = new OperationMeter(apiSchema(), rules, limits);

/** Every field of every object: what is resolved is of an object, also where an interface is asked. */
const fieldsOf = ({ definitions }: DocumentNode) =>
  definitions.flatMap((type) =>
    type.kind === Kind.OBJECT_TYPE_DEFINITION
      ? (type.fields ?? []).map((field) => ({ coordinate: `${type.name.value}.${field.name.value}`, field }))
      : [],
  );

function measure(query: string, variables = {}) {
  const document = parse(query);
  const operation = document.definitions.find((node) => node.kind === Kind.OPERATION_DEFINITION)!;
  return meter.measure(document, operation satisfies OperationDefinitionNode, variables);
}

describe.each([
  { name: 'the graph', document: supergraph },
  ...ownApis.map(({ name, sdl }) => ({ name: `the own API of ${name}`, document: parse(sdl) })),
])('what a field costs, in the schema of $name,', ({ document }) => {
  const rules = costRules(document);
  const fields = fieldsOf(document);

  it('is said of every list: how long it is, or which argument says so, or that it is a page', () => {
    const silent = unboundedLists(document);
    expect(silent.map(({ type, field }) => `${type}.${field.name.value}`)).toEqual([]);
  });

  it('is said of every connection: its edges are as many as first says', () => {
    const connections = fields.filter(({ field }) => /"value":"\w+Connection"/.test(JSON.stringify(field.type)));
    const unsized = connections.filter(({ coordinate, field }) => {
      const { sizedFields = [] } = rules.ofField(...(coordinate.split('.') as [string, string]));
      return field.arguments?.some(({ name }) => name.value === 'first') && !sizedFields.includes('edges');
    });
    expect(unsized.map(({ coordinate }) => coordinate)).toEqual([]);
  });
});

it('what a reduction costs is said of every one: what each partnership is asked for it', () => {
  const reductions = fieldsOf(supergraph).filter(({ field }) =>
    JSON.stringify(field.directives).includes('"value":"requires"'),
  );
  const unweighted = reductions.filter(
    ({ coordinate }) => rules.ofField(...(coordinate.split('.') as [string, string])).weight === undefined,
  );
  expect(reductions).toHaveLength(7);
  expect(unweighted.map(({ coordinate }) => coordinate)).toEqual([]);
});

describe('what people ask', () => {
  const costs = exampleFiles.map(({ query, variables }) => measure(query, variables));
  const README = [
    ...readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8').matchAll(/"query":\s*"(.*)"\}'/g),
  ].map(([, query]) => JSON.parse(`"${query}"`) as string);

  it('is within the limits: every saved example, the README’s questions, and the standard introspection query', () => {
    expect(README).toHaveLength(2);
    const asked = [...costs, ...README.map((query) => measure(query)), measure(getIntrospectionQuery())];
    expect(asked.map((one) => passedBy(one, meter)).filter(Boolean)).toEqual([]);
  });

  it('may be asked once a second by one address without a token', () => {
    const mean = costs.reduce((sum, { cost }) => sum + cost, 0) / costs.length;
    const perMinute = minuteLimits(subgraphSdls.length).cost * ANONYMOUS_PARTS.cost;
    expect(60 * mean).toBeLessThan(0.8 * perMinute);
  });
});
