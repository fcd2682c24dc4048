import { insertBeside, loadOnce } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { demonstrationLayMembers } from './demonstration-lay-members';
import { LayMemberRecord } from './lay-member-record';

/** Brings demonstration lay members into the database or out. Lay members of Redbridge's own are never touched. */
export async function loadLayMembers(manager: EntityManager, { demo }: { demo: boolean }): Promise<void> {
  const layMembers = demo ? demonstrationLayMembers() : [];
  await loadOnce(manager, 'lay-member-demonstration', layMembers, async () => {
    await manager.query('DELETE FROM lay_member WHERE is_synthetic');
    await insertBeside(manager, LayMemberRecord, layMembers);
  });
}
