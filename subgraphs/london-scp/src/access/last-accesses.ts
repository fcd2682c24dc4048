import type { AccessRecord } from '@hub/contract';
import { defineLoader, type SubgraphContext, accessRecordOf } from '@hub/subgraph-kit';
import { GraphQLError } from 'graphql';

/** Accesses to one child that a party is shown, at most. */
const MOST = 20;

/** By how many are wanted and by what the child is known, so that children asked for alike come with one statement. */
const accesses = defineLoader<string, AccessRecord[]>(async (keys, { audit }) => {
  const asked = keys.map((key) => ({ key, ...(JSON.parse(key) as { first: number; known: string[] }) }));
  const found = new Map<string, AccessRecord[]>();
  for (const first of new Set(asked.map((one) => one.first))) {
    const alike = asked.filter((one) => one.first === first);
    const records = await audit.lastAccesses(
      alike.flatMap(({ known }) => known),
      first,
    );
    for (const { key, known } of alike) {
      const entries = new Map(known.flatMap((name) => records.get(name) ?? []).map((record) => [record.seq, record]));
      const latest = [...entries.values()].sort((one, other) => other.seq - one.seq).slice(0, first);
      // Whoever looked may have looked at other children too, and these are no business of this one's parties.
      found.set(
        key,
        latest.map((record) => accessRecordOf(ofOne(record, known))),
      );
    }
  }
  return found;
});

function ofOne<Access extends { children: string[]; unseen: string[] }>(record: Access, known: readonly string[]) {
  const own = (children: string[]) => known.filter((one) => children.includes(one));
  return { ...record, children: own(record.children), unseen: own(record.unseen), asked: [] };
}

/**
 * Who last asked the London SCP for data of a child, latest first.
 *
 * @param known - every pseudonym by which the child is or was known
 * @param first - how many, 1 to 20.
 */
export async function lastAccesses(
  context: SubgraphContext,
  known: readonly string[],
  first: number,
): Promise<AccessRecord[]> {
  if (first < 1 || first > MOST) {
    throw new GraphQLError(`first must be from 1 to ${MOST}, not ${first}. An auditor can search further back.`, {
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    });
  }
  return (await accesses(context).load(JSON.stringify({ first, known }))) ?? [];
}
