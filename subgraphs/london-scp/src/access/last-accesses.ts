import type { AccessRecord } from '@hub/contract';
import { defineLoader, type SubgraphContext, accessRecordOf } from '@hub/subgraph-kit';
import { GraphQLError } from 'graphql';

/** Accesses to one child that a party is shown, at most. */
const MOST = 20;

/** By how many are wanted and the child, so that children asked for alike come with one statement. */
const accesses = defineLoader<string, AccessRecord[]>(async (keys, { audit }) => {
  const asked = keys.map((key) => ({ key, ...(JSON.parse(key) as { first: number; child: string }) }));
  const found = new Map<string, AccessRecord[]>();
  for (const first of new Set(asked.map((one) => one.first))) {
    const alike = asked.filter((one) => one.first === first);
    const records = await audit.lastAccesses(
      alike.map(({ child }) => child),
      first,
    );
    for (const { key, child } of alike) {
      // Whoever looked may have looked at other children too, and these are no business of this one's parties.
      const own = (records.get(child) ?? []).map((record) => accessRecordOf(ofOne(record, child)));
      found.set(key, own);
    }
  }
  return found;
});

function ofOne<Access extends { unseen: string[] }>(record: Access, child: string) {
  const unseen = record.unseen.filter((one) => one === child);
  return { ...record, children: [child], unseen, asked: [] };
}

/**
 * Who last asked the London SCP for data of a child, latest first.
 *
 * @param first - how many, 1 to 20.
 */
export async function lastAccesses(context: SubgraphContext, child: string, first: number): Promise<AccessRecord[]> {
  if (first < 1 || first > MOST) {
    throw new GraphQLError(`first must be from 1 to ${MOST}, not ${first}. An auditor can search further back.`, {
      extensions: { code: 'BAD_USER_INPUT', argument: 'first' },
    });
  }
  return (await accesses(context).load(JSON.stringify({ first, child }))) ?? [];
}
