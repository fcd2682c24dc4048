import { isTurn, MovementMove, noticedAs, type ClockRule, type Movement } from '@hub/contract';
import { writeRows } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { followArrivals } from '../arrivals/follow-arrivals';
import { ChildMovementRecord } from '../child-movement-record';
import { childrenIn, lengthenChains, type LengthenedMovement } from '../responsibility/chains';
import { MovementClockRecord, MovementEventRecord } from './movement-history-records';
import { clockRows, eventRows, movementRow } from './rows-of-movement';

/** A movement that has come on. */
export interface ChangedMovement extends LengthenedMovement {
  isSynthetic: boolean;
}

/** By which rules clocks are read, and when. */
export interface ClockReading {
  rules: readonly ClockRule[];
  now: Date;
}

/** Brings movements and all that follows from their histories into the tables: as many statements for one as for many. */
export async function storeMovements(
  manager: EntityManager,
  changed: readonly ChangedMovement[],
  { rules, now }: ClockReading,
): Promise<void> {
  const movements = changed.map(({ movement }) => movement);
  const children = await childrenIn(manager, changed);
  const rows = changed.map(({ movement, isSynthetic }) =>
    movementRow(movement, isSynthetic, children.get(noticedAs(movement))),
  );
  await writeRows(manager, ChildMovementRecord, rows, ['id']);
  const events = changed.flatMap(({ movement, stored }) => eventRows(movement, stored));
  await writeRows(manager, MovementEventRecord, events);
  await storeClocks(manager, movements, { rules, now });
  const known = await lengthenChains(manager, changed, { known: children, rules });
  if (changed.some(isOfArrivals)) await followArrivals(manager, [...known.values()], { rules, now });
}

/** Brings the clocks of movements up to date. */
export async function storeClocks(
  manager: EntityManager,
  movements: readonly Movement[],
  { rules, now }: ClockReading,
): Promise<void> {
  const clocks = movements.flatMap((movement) => clockRows(movement, rules, now));
  await writeRows(manager, MovementClockRecord, clocks, ['movementId', 'code']);
}

/** Whether what is asked about arrivals may follow from it: another is responsible by now, or another destination was told. */
function isOfArrivals({ movement, stored }: ChangedMovement): boolean {
  const steps = movement.history.slice(stored);
  return steps.some((step) => isTurn(step) || step.event.move === MovementMove.AMEND_NOTICE);
}
