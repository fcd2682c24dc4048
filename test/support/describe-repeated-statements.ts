import { costRules } from '@hub/limits';
import { buildFederatedSchema, type SubgraphDefinition } from '@hub/subgraph-kit';
import { Kind, parse, print, visit } from 'graphql';
import { fieldPaths } from './access/field-paths';
import { operationText, responseName, type Representations } from './access/operation-text';
import { openSubgraph } from './open-subgraph';

/** What is looked for in the fields of one subgraph. */
export interface RepeatedStatements {
  /** Entities to begin at. */
  entities: Representations;
  /** A field of which it is known. */
  known: string;
}

/**
 * A sound mark of a field that is dear to ask for often: under four names it makes its statements four times. Whatever a
 * loader brings, it brings once.
 */
export function describeRepeatedStatements(
  definition: SubgraphDefinition,
  { entities, known }: RepeatedStatements,
): void {
  it('a field that asks the database again under each name says what its work costs', async () => {
    const { schema, sdl } = await buildFederatedSchema(definition);
    const subgraph = await openSubgraph(definition);
    const statementsOf = async (operation: string) => {
      subgraph.statements.reset();
      await subgraph.ask(operation);
      return subgraph.statements.count();
    };
    const paths = fieldPaths(schema, () => true, Object.keys(entities));
    const asking: string[] = [];
    for (const path of paths.filter(({ steps }) => steps[0]!.type !== 'Mutation')) {
      const operation = operationText(schema, [path], entities);
      const field = responseName(path.steps.at(-1)!);
      const once = await statementsOf(repeated(operation, field, 1));
      if ((await statementsOf(repeated(operation, field, 4))) >= once + 3) asking.push(path.coordinate);
    }
    await subgraph.close();
    const rules = costRules(parse(sdl));
    const silent = asking.filter((coordinate) => {
      const [type, field] = coordinate.split('.') as [string, string];
      return rules.ofField(type, field).weight === undefined;
    });
    expect(silent).toEqual([]);
    expect(asking).toContain(known);
  });
}

/** The same operation with a field under so many names, side by side. */
const repeated = (operation: string, field: string, times: number): string =>
  print(
    visit(parse(operation, { noLocation: true }), {
      SelectionSet: (set) => ({
        ...set,
        selections: set.selections.flatMap((one) =>
          one.kind === Kind.FIELD && one.alias?.value === field
            ? Array.from({ length: times }, (_, index) => ({
                ...one,
                alias: { ...one.alias!, value: `again${index}` },
              }))
            : [one],
        ),
      }),
    }),
  );
