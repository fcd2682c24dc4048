import { ContributionTarget } from '@hub/contract';
import { check, type Check } from '@hub/subgraph-kit';

/** What a contribution is for, and the London project that it names. */
export interface ForProject {
  target: ContributionTarget;
  project?: string | null;
}

const isForProject = ({ target }: ForProject) => target === ContributionTarget.LONDON_PROJECT;

/** A contribution names a project where it is for one, and only there. */
export const projectChecks: readonly Check<ForProject>[] = [
  check('PROJECT_MISSING', 'project', (input) => {
    return isForProject(input) && !input.project && 'A contribution to a London project must name it. Give project.';
  }),
  check('PROJECT_NOT_EXPECTED', 'project', (input) => {
    const isNamed = typeof input.project === 'string';
    return isNamed && !isForProject(input) && 'project stands only with the target LONDON_PROJECT. Leave it out.';
  }),
];
