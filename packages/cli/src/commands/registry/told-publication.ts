import { findingCounts, findingLines } from '../../registry/finding-lines';
import type { PublicationAnswer } from './answers';
import { giveJson, say } from './say';

/** Says what became of a publication. @returns the exit code. */
export function toldPublication(publication: PublicationAnswer, source: string, json: boolean): number {
  const { number, subgraph, result, findings } = publication;
  if (json) giveJson(publication);
  else {
    const outcome = result === 'SERVED' ? 'It is served.' : 'It is refused, and what was served goes on to be.';
    process.stderr.write(findingLines(findings, source));
    say(`${subgraph}: publication ${number}, ${findingCounts(findings)}. ${outcome}`);
  }
  return result === 'REFUSED' ? 1 : 0;
}
