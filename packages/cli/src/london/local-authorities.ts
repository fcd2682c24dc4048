import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HUB_SUBGRAPH } from '../system/subgraph-list';

/** One of London's 33, as the directory has it. */
export interface LocalAuthority {
  /** Its GSS code. */
  code: string;
  /** Its three letters, with which ids of clauses begin. */
  letters: string;
  name: string;
}

/** Where the directory of a checkout stands. */
export const directoryFolder = (workspace: string) => join(workspace, 'subgraphs', HUB_SUBGRAPH, 'directory');

/** All of them, by GSS code. */
export function localAuthorities(workspace: string): LocalAuthority[] {
  const [, ...lines] = readFileSync(join(directoryFolder(workspace), 'local-authorities.csv'), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [code = '', , letters = '', name = ''] = line.split(',');
    return { code, letters, name };
  });
}
