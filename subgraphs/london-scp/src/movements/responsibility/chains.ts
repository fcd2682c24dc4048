import {
  chainAfter,
  foldEvents,
  isTurn,
  mergedChains,
  MovementMove,
  noticedAs,
  type ClockRule,
  type Movement,
  type MovementEvent,
  type ResponsibilityChain,
} from '@hub/contract';
import { lockKey, writeRows } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { ProcedureRuleRecord } from '../../procedures/procedure-rule-record';
import { childrenKnownAs, linkChildren } from './child-links';
import { clockOfClaim } from './claim-clock';
import { ChildResponsibilityRecord, ResponsibilityClaimRecord } from './responsibility-records';

/** Children at once, where a hub that was there before has no chains. */
const BATCH = 500;

/** Keeps who is responsible for a child as it is until the transaction ends. */
export async function lockChild(manager: EntityManager, childPseudonym: string): Promise<void> {
  await lockKey(manager, `child/${childPseudonym}`);
}

/** The SQL of a child's chain, as JSON. @param child - an expression of its pseudonym */
export const chainSql = (child: string) => `jsonb_build_object(
  'periods', (SELECT coalesce(jsonb_agg(jsonb_build_object('authority', authority, 'from', from_at, 'until', until_at,
      'movement', movement_id, 'onWordOf', on_word_of) ORDER BY position), '[]') FROM child_responsibility WHERE child_pseudonym = ${child}),
  'claims', (SELECT coalesce(jsonb_agg(jsonb_build_object('movement', movement_id, 'claimant', claimant, 'since', since,
      'settledAt', settled_at, 'settlement', settlement) ORDER BY since, movement_id), '[]')
    FROM responsibility_claim WHERE child_pseudonym = ${child}))`;

/** The database writes instants in JSON in a form of its own. */
export function chainFrom({ periods, claims }: ResponsibilityChain): ResponsibilityChain {
  const instant = <Text extends string | null>(text: Text) => (text && new Date(text).toISOString()) as Text;
  return {
    periods: periods.map((period) => ({ ...period, from: instant(period.from), until: instant(period.until) })),
    claims: claims.map((claim) => ({ ...claim, since: instant(claim.since), settledAt: instant(claim.settledAt) })),
  };
}

/** The chains of children, by pseudonym; of one of whom there was no notice, none. */
export async function chainsOf(
  manager: Pick<EntityManager, 'query'>,
  children: readonly string[],
): Promise<Map<string, ResponsibilityChain>> {
  const rows = await manager.query<{ child: string; chain: ResponsibilityChain }[]>(
    `SELECT child, ${chainSql('child')} AS chain FROM unnest($1::text[]) AS child`,
    [[...new Set(children)]],
  );
  return new Map(rows.map(({ child, chain }) => [child, chainFrom(chain)]));
}

/** A movement, and how many of its steps were recorded before now. */
export interface LengthenedMovement {
  movement: Movement;
  stored: number;
}

/** What the children of movements are known by now, by what their notices and links say. */
export async function childrenIn(
  manager: EntityManager,
  lengthened: readonly LengthenedMovement[],
): Promise<Map<string, string>> {
  const links = turnsOf(lengthened).flatMap(({ step: { event } }) =>
    event.move === MovementMove.LINK_CHILD ? [event.data.childPseudonym!] : [],
  );
  return childrenKnownAs(manager, [...lengthened.map(({ movement }) => noticedAs(movement)), ...links]);
}

/**
 * Brings the chains of children on by what was recorded of their movements. To be called under the children's locks.
 *
 * @param known - {@link childrenIn} the movements
 * @param rules - by which claims are to be answered
 * @returns what the children are known by then, by what they were
 */
export async function lengthenChains(
  manager: EntityManager,
  lengthened: readonly LengthenedMovement[],
  { known, rules }: { known: ReadonlyMap<string, string>; rules: readonly ClockRule[] },
): Promise<ReadonlyMap<string, string>> {
  const turns = turnsOf(lengthened);
  if (turns.length === 0) return known;
  const children = new Map(known);
  const chains = await chainsOf(manager, [...children.values()]);
  const changed = new Map<string, ResponsibilityChain>();
  const chainOf = (child: string) => changed.get(child) ?? chains.get(child)!;
  for (const { movement, step } of turns) {
    const child = children.get(noticedAs(movement))!;
    if (step.event.move === MovementMove.LINK_CHILD) {
      const to = children.get(step.event.data.childPseudonym!)!;
      if (to === child) continue;
      changed.set(to, mergedChains(chainOf(child), chainOf(to), step.event.recordedAt));
      changed.delete(child);
      await linkChildren(manager, child, to);
      for (const [pseudonym, one] of children) if (one === child) children.set(pseudonym, to);
    } else {
      const after = chainAfter(chainOf(child), movement, step);
      if (after !== chainOf(child)) changed.set(child, after);
    }
  }
  await writeChains(manager, changed, rules);
  return children;
}

/** Makes the chains of children whose movements were recorded before there were any. */
export async function completeChains(manager: EntityManager): Promise<void> {
  const next = (after: string) => withoutChain(manager, after);
  const rules = await manager.find(ProcedureRuleRecord);
  for (let children = await next(''); children.length > 0; children = await next(children.at(-1)!)) {
    const histories = await manager.query<{ events: MovementEvent[] }[]>(
      `SELECT jsonb_agg(body ORDER BY position) AS events
       FROM movement_event JOIN child_movement ON child_movement.id = movement_id
       WHERE child_pseudonym = ANY($1) GROUP BY movement_id`,
      [children],
    );
    const movements = histories.map(({ events }) => ({ movement: foldEvents(events)!, stored: 0 }));
    await lengthenChains(manager, movements, { known: await childrenIn(manager, movements), rules });
  }
}

/** Removes who was responsible for those children of whom no movement is kept, and by what else they were known. */
export async function forgetChains(manager: EntityManager, children: readonly string[]): Promise<void> {
  const known = [...new Set(children)].sort();
  for (const child of known) await lockChild(manager, child);
  for (const table of ['child_responsibility', 'child_link']) {
    await manager.query(
      `DELETE FROM ${table} AS kept WHERE child_pseudonym = ANY($1) AND NOT EXISTS (
         SELECT FROM child_movement WHERE child_movement.child_pseudonym = kept.child_pseudonym)`,
      [known],
    );
  }
}

/** Writes chains down. */
export async function writeChains(
  manager: EntityManager,
  chains: ReadonlyMap<string, ResponsibilityChain>,
  rules: readonly ClockRule[],
): Promise<void> {
  const [of, now] = [[...chains], new Date()];
  const periods = of.flatMap(([childPseudonym, chain]) =>
    chain.periods.map(({ authority, from, until, movement, onWordOf }, position) => ({
      ...{ childPseudonym, position, authority, fromAt: from, untilAt: until, movementId: movement, onWordOf },
    })),
  );
  const claims = of.flatMap(([childPseudonym, chain]) =>
    chain.claims.map(({ movement, claimant, since, settledAt, settlement }) => ({
      ...{ movementId: movement, childPseudonym, claimant, since, settledAt, settlement },
      ...{ dueAt: clockOfClaim({ since, settledAt, metAt: null }, rules, now).dueAt },
    })),
  );
  await writeRows(manager, ChildResponsibilityRecord, periods, ['childPseudonym', 'position']);
  await writeRows(manager, ResponsibilityClaimRecord, claims, ['movementId']);
}

/** Steps that may change a chain, in the order in which the hub recorded them. */
function turnsOf(lengthened: readonly LengthenedMovement[]) {
  return lengthened
    .flatMap(({ movement, stored }) => movement.history.slice(stored).map((step) => ({ movement, step })))
    .filter(({ step }) => isTurn(step))
    .sort((one, other) => Date.parse(one.step.event.recordedAt) - Date.parse(other.step.event.recordedAt));
}

async function withoutChain(manager: EntityManager, after: string): Promise<string[]> {
  const rows = await manager.query<{ child: string }[]>(
    `SELECT DISTINCT child_pseudonym AS child FROM child_movement AS movement
     WHERE child_pseudonym > $1 AND EXISTS (SELECT FROM movement_event WHERE movement_id = movement.id) AND NOT EXISTS (
       SELECT FROM child_responsibility WHERE child_responsibility.child_pseudonym = movement.child_pseudonym)
     ORDER BY 1 LIMIT $2`,
    [after, BATCH],
  );
  return rows.map(({ child }) => child);
}
