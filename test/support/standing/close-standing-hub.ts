import { databaseContents } from '../access/database-contents';
import type { StandingHubToClose } from './open-standing-hub';

/** Ends the standing hub, if it was started; throws where anything in its databases has changed beside records of access. */
export default async function closeStandingHub(): Promise<void> {
  const { standingHub } = globalThis as unknown as { standingHub: StandingHubToClose };
  standingHub.closeDoor();
  const started = await standingHub.started?.catch(() => undefined);
  if (!started) return;
  const { testHub, before } = started;
  const after = await databaseContents(testHub).finally(() => testHub.end());
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (table) => before[table] !== after[table],
  );
  if (changed.length > 0) {
    throw new Error(`A suite that shares the standing hub must only read. What has changed: ${changed.join(', ')}.`);
  }
}
