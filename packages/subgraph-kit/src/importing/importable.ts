import type { GraphQLInputObjectType, GraphQLSchema } from 'graphql';
import { getNullableType, isInputObjectType } from 'graphql';
import type { Guard } from '../access/guard';
import type { AnyRecord, Recorder } from '../recording/record-definition';
import { columnsOf, TooNested, type Column } from './column';

/** What a home records, and for whom. */
export interface HomeRecords {
  records: readonly AnyRecord[];
  recorder: Recorder;
}

/** A record whose inputs are taken as rows of a file. */
export interface Importable {
  definition: AnyRecord;
  recorder: Recorder;
  /** What its mutation takes. */
  input: GraphQLInputObjectType;
  /** Null where one row cannot hold it. */
  columns: readonly Column[] | null;
  /** Why one row cannot; null where it can. */
  tooNested: string | null;
  /** What stands before its mutation; null where nothing does. */
  guard: Guard | null;
}

/** The records of a home as files have them: by the schema of their mutations, behind the guards of those. */
export function importablesOf(
  { records, recorder }: HomeRecords,
  schema: GraphQLSchema,
  guards: readonly Guard[],
): Importable[] {
  const mutations = schema.getMutationType()!.getFields();
  return records.map((definition) => {
    const { args } = mutations[definition.mutation]!;
    const input = getNullableType(args.find(({ name }) => name === 'input')!.type);
    if (!isInputObjectType(input)) throw new Error(`${definition.mutation} takes no input.`);
    const guard = guards.find(({ coordinate }) => coordinate === `Mutation.${definition.mutation}`) ?? null;
    return { definition, recorder, input, guard, ...columnsOrWhyNot(input) };
  });
}

function columnsOrWhyNot(input: GraphQLInputObjectType): Pick<Importable, 'columns' | 'tooNested'> {
  try {
    return { columns: columnsOf(input), tooNested: null };
  } catch (error) {
    if (error instanceof TooNested) return { columns: null, tooNested: error.message };
    throw error;
  }
}

/** The name of a record on the command line, as `procedure-adoption`. */
export const commandName = ({ name }: Pick<AnyRecord, 'name'>): string =>
  name.replaceAll(/(?<=[a-z0-9])[A-Z]/g, (letter) => `-${letter}`).toLowerCase();
