import type { RowProblem } from './problems';

/** How many problems are told. */
const MOST = 1000;

/** The problems of a file: the first of them, and how many there are. */
export class Problems {
  readonly first: RowProblem[] = [];
  count = 0;

  add(problem: RowProblem): void {
    this.count += 1;
    if (this.first.length < MOST) this.first.push(problem);
  }
}
