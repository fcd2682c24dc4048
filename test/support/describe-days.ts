import type { SubgraphDefinition } from '@hub/subgraph-kit';
import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputField,
  type GraphQLInputType,
} from 'graphql';
import { openSubgraph, type OpenSubgraph } from './open-subgraph';

const FUTURE = '2099-01-01';
const VALUES: Readonly<Record<string, unknown>> = {
  ...{ String: 'Something', ID: 'cafe0000-0000-4000-8000-000000000000', Int: 1, Float: 1, Boolean: true, Pence: 1 },
  ...{ Date: '2026-01-05', DateTime: '2026-01-05T09:00:00.000Z', FinancialYear: '2025-26' },
};

/** A field of a mutation's input that is a day. */
interface Day {
  mutation: string;
  argument: string;
  type: string;
  path: string[];
  input: Record<string, unknown>;
}

/**
 * Shows of every mutation that a day of what has been done must have come, whatever else is wrong with the input.
 *
 * @param ahead - what may lie ahead, as `publishProcedureEdition.inForceFrom`, and why.
 */
export function describeDays(definition: SubgraphDefinition, ahead: Readonly<Record<string, string>>): void {
  describe(`a day in an input of ${definition.name}`, () => {
    let subgraph: OpenSubgraph;
    beforeAll(async () => {
      subgraph = await openSubgraph(definition, { demo: false });
    });
    afterAll(() => subgraph?.close());

    it('has come, where it is of what has been done: of every mutation, and every day of its input', async () => {
      const days = daysOf(subgraph);
      const answers: Record<string, string[]> = {};
      for (const { mutation, argument, type, path, input } of days) {
        const { data, errors } = await subgraph.askOwn(
          `mutation ($input: ${type}!) { done: ${mutation}(${argument}: $input) { userErrors { code field } } }`,
          { input },
        );
        expect([mutation, errors]).toEqual([mutation, undefined]);
        const { userErrors } = data!['done'] as { userErrors: { code: string; field: string[] }[] };
        const about = userErrors.filter(({ field }) => field.join('.') === [argument, ...path].join('.'));
        answers[`${mutation}.${path.join('.')}`] = about.map(({ code }) => code);
      }
      const accepted = Object.entries(answers).filter(([, codes]) => !codes.includes('DATE_IN_FUTURE'));
      expect(accepted.map(([day]) => day).sort()).toEqual(Object.keys(ahead).sort());
      expect(days.length - accepted.length).toBeGreaterThan(10);
    });
  });
}

/** Every day of every input, but of withdrawals: those name what was recorded. */
function daysOf({ recordingSchema }: OpenSubgraph): Day[] {
  const mutations = Object.values(recordingSchema.getMutationType()!.getFields());
  return mutations.flatMap(({ name: mutation, args }) =>
    args.flatMap(({ name: argument, type }) =>
      mutation.startsWith('withdraw')
        ? []
        : pathsOfDays(type).map((path) => ({
            ...{ mutation, argument, type: getNamedType(type).name, path },
            input: valueOf(type, path) as Record<string, unknown>,
          })),
    ),
  );
}

function pathsOfDays(type: GraphQLInputType): string[][] {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) =>
    getNamedType(field.type).name === 'Date'
      ? [[field.name]]
      : pathsOfDays(field.type).map((path) => [field.name, ...path]),
  );
}

/** Some value of a type, which says what it must and, at a path, a day that has not come. */
function valueOf(type: GraphQLInputType, path: readonly string[] | null): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [valueOf(nullable.ofType as GraphQLInputType, path)];
  if (path?.length === 0) return FUTURE;
  if (isEnumType(nullable)) return nullable.getValues()[0]!.name;
  if (!isInputObjectType(nullable)) return VALUES[getNamedType(type).name];
  const isSaid = ({ name, type: of }: GraphQLInputField) => isNonNullType(of) || name === path?.[0];
  const said = Object.values(nullable.getFields()).filter(isSaid);
  return Object.fromEntries(
    said.map(({ name, type: of }) => [name, valueOf(of, name === path?.[0] ? path.slice(1) : null)]),
  );
}
