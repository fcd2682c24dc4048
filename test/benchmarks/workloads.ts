import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Purpose, Role } from '@hub/access';
import type { RunningHub } from '@hub/cli';

const EXAMPLES = join(__dirname, '../../../gateway/operations');

/** One question, and who asks it. */
export interface Asked {
  name: string;
  query: string;
  role: Role;
  partnership?: string;
  organisation?: string;
  purpose?: Purpose;
}

/** A question that is asked for some time. */
export interface Workload extends Asked {
  /** Whether nobody is answered too. */
  isPublic?: true;
  /** Seconds before measuring. What runs a few times an operation is compiled after some thousand operations. */
  warmUp: number;
  /** Seconds of measuring. */
  seconds: number;
}

/** The one that has a limit comes first. */
export const WORKLOADS: readonly Workload[] = [
  {
    name: 'four subjects, across boroughs',
    query: example('02-four-subjects'),
    role: 'analyst',
    warmUp: 200,
    seconds: 240,
  },
  {
    name: 'two partnerships, small',
    isPublic: true,
    query: `{ partnerships(ids: ["havering", "lambeth"]) {
      name
      termsOfReference { reviewDue clauses(topic: QUORUM) { id quote summary } }
      ... on HoldsMeetings { meetings(first: 1) { edges { node { heldOn quorum isSynthetic } } } }
    } }`,
    role: 'analyst',
    warmUp: 15,
    seconds: 20,
  },
  {
    name: 'movements of children, with records of access',
    // Without pseudonyms and earlier accesses, which differ between two hubs.
    query: `{ movements(first: 10) { edges { node {
      category notifiedOn movedOn origin { name } destination { name }
      originRecord { status openedOn team { name } }
      destinationRecord { status openedOn team { name } }
    } } } }`,
    role: 'duty-team',
    partnership: 'lambeth',
    organisation: 'E09000022',
    purpose: 'CROSS_BOUNDARY_MOVEMENT',
    warmUp: 15,
    seconds: 20,
  },
];

/** The headers with which a hub is asked. */
export async function headersOf(asked: Asked, hub: RunningHub): Promise<Record<string, string>> {
  const { role, partnership, organisation, purpose } = asked;
  return {
    'content-type': 'application/json',
    authorization: `Bearer ${await hub.token(role, { partnership, organisation })}`,
    ...(purpose && { 'x-purpose': purpose, 'x-reason': 'So that a benchmark can count.' }),
  };
}

function example(name: string): string {
  return readFileSync(join(EXAMPLES, `${name}.graphql`), 'utf8');
}
