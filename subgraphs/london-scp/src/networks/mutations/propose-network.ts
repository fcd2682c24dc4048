import { readInput, Refusal, requiredText } from '@hub/subgraph-kit';
import type { EntityManager } from 'typeorm';
import { DecisionKind } from '../../governance/decisions/decision-kind';
import { decisionNamed } from '../../governance/decisions/decision-records';
import { decisionOfKind } from '../../governance/decisions/final-decision';
import { NetworkRecord } from '../network-records';
import { ProposeNetworkInput } from './network-inputs';
import { refuseDemonstrationDecision } from '../../governance/decisions/refuse-demonstration-decision';

/** Proposes a network, once by its name. It is not supported before it is activated. */
export async function proposeNetwork(manager: EntityManager, given: ProposeNetworkInput): Promise<NetworkRecord> {
  const input = await readInput(manager, ProposeNetworkInput, given, { names: { decisionReference: decisionNamed } });
  const name = requiredText(input.name, 'name');
  const content = {
    name,
    remit: requiredText(input.remit, 'remit'),
    themes: input.themes.map((theme) => requiredText(theme, 'themes')),
    decisionId: input.decisionReference ? await decisionIdOf(manager, input.decisionReference) : null,
  };
  const row = { ...content, id: networkIdOf(name), supportGiven: [], isSynthetic: false };
  // The database decides which of two callers is first; the other finds the first one's network below.
  await manager.createQueryBuilder().insert().into(NetworkRecord).values(row).orIgnore().execute();
  const stored = await manager.findOne(NetworkRecord, { where: [{ id: row.id }, { name }] });
  const isSame =
    stored !== null &&
    !stored.isSynthetic &&
    stored.id === row.id &&
    stored.name === name &&
    stored.remit === content.remit &&
    stored.themes.join('\n') === content.themes.join('\n') &&
    // A network that was activated since may rest on a later decision.
    (stored.supportedFrom !== null || stored.decisionId === content.decisionId);
  if (isSame) return stored;
  throw new Refusal({
    field: ['input', 'name'],
    message: `The name ${JSON.stringify(name)} stands for another network (${stored?.id}). Give this one a name of its own.`,
    code: 'NETWORK_NAME_TAKEN',
  });
}

async function decisionIdOf(manager: EntityManager, reference: string): Promise<string> {
  const decision = await decisionOfKind(manager, reference, DecisionKind.NETWORK);
  refuseDemonstrationDecision(decision, { isSynthetic: false });
  return decision.id;
}

/** `Faith-based abuse network` is `network:faith-based-abuse-network`. */
function networkIdOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{Mark}/gu, '');
  const slug = plain
    .toLowerCase()
    .match(/[a-z0-9]+/g)
    ?.join('-');
  if (slug) return `network:${slug}`;
  throw new Refusal({
    field: ['input', 'name'],
    message: 'The name has no letter from a to z and no digit to make an id of. Give it in English.',
    code: 'NETWORK_NAME_INVALID',
  });
}
