import { isEnumType } from 'graphql';
import { headerOf } from './column';
import { commandName, type Importable } from './importable';

/** How a record is written in a file. */
export interface RecordDescription {
  /** As the command has it, as `procedure-adoption`. */
  record: string;
  /** The mutation that does the same for one. */
  mutation: string;
  description: string;
  /** Null where one row cannot hold it. */
  columns: readonly ColumnDescription[] | null;
  /** Why one row cannot; null where it can. */
  tooNested: string | null;
}

/** A column of a file. Of items, as `attendance.1.role`, there may be more: `attendance.2.role`. */
export interface ColumnDescription {
  header: string;
  /** The name of its type, as `Date`. */
  type: string;
  isRequired: boolean;
  isList: boolean;
  /** All that it may say; null where that is not a list. */
  values: readonly string[] | null;
  description: string;
}

/** Describes what may be imported. */
export function describeImportable({ definition, columns, tooNested }: Importable): RecordDescription {
  const { mutation, description } = definition;
  return {
    ...{ record: commandName(definition), mutation, description, tooNested },
    columns:
      columns?.map((column) => ({
        ...{ header: headerOf(column), type: column.type.name, isRequired: column.isRequired, isList: column.isList },
        values: isEnumType(column.type) ? column.type.getValues().map(({ name }) => name) : null,
        description: column.description,
      })) ?? null,
  };
}
