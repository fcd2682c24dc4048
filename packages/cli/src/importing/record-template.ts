/** A column of a record's file, as the own service describes it. */
export interface ColumnDescription {
  header: string;
  type: string;
  isRequired: boolean;
  isList: boolean;
  values: readonly string[] | null;
  description: string;
}

/** How a record is written in a file, as the own service describes it. */
export interface RecordDescription {
  record: string;
  mutation: string;
  description: string;
  columns: readonly ColumnDescription[] | null;
  tooNested: string | null;
}

/** What a record and its columns are, for whoever fills them in. */
export function describeRecord({ description, columns }: RecordDescription): string {
  const lines = (columns ?? []).map(({ header, type, isRequired, isList, values, description: what }) => {
    const form = values
      ? values.join(' | ')
      : type === 'Date'
        ? 'DD/MM/YYYY or YYYY-MM-DD'
        : type === 'Boolean'
          ? 'yes | no'
          : type;
    return `  ${header}${isRequired ? ' *' : ''} (${form}${isList ? ', several with semicolons' : ''}): ${what}`;
  });
  return `${[description, ...lines].join('\n')}\n  * must be there. Of items that are numbered, as attendance.1.role, there may be more: attendance.2.role.\n`;
}
