import { useState } from 'react';
import type { SavedExample } from '../../../src/saved-example';
import { operationsOf } from '../question/question';
import type { Asked } from './ask';
import { fetchTable, type TableFormat } from './fetch-table';
import { saveFile } from './save-file';

interface DownloadsProps {
  asked: Asked;
  /** The saved example that was asked as it is saved; null where it was changed first. */
  example: SavedExample | null;
  tablesPath: string | undefined;
  headers: Record<string, string>;
}

const TABLES: readonly [TableFormat, string][] = [
  ['csv', 'CSV'],
  ['xlsx', 'Excel'],
];

/** Saves the answer: as JSON as it stands here, and as the tables that the server makes of a saved question. */
export function Downloads({ asked, example, tablesPath, headers }: DownloadsProps) {
  const [problem, setProblem] = useState('');
  const name = example?.name ?? operationsOf(asked.question.query).names[0] ?? 'answer';
  const saveTable = async (format: TableFormat) => {
    try {
      setProblem('');
      saveFile(`${name}.${format}`, await fetchTable(tablesPath!, name, format, asked.question.variables, headers));
    } catch (error) {
      setProblem((error as Error).message);
    }
  };
  return (
    <div className="downloads" role="group" aria-label="Download">
      <span aria-hidden="true">Download</span>
      <button
        type="button"
        onClick={() => saveFile(`${name}.json`, new Blob([asked.text], { type: 'application/json' }))}
      >
        JSON
      </button>
      {tablesPath &&
        example &&
        TABLES.map(([format, label]) => (
          <button type="button" key={format} onClick={() => void saveTable(format)}>
            {label}
          </button>
        ))}
      {problem && <p role="alert">{problem}</p>}
    </div>
  );
}
