import { readInput, Refusal } from '@hub/subgraph-kit';
import { IsNull, Not, type EntityManager } from 'typeorm';
import { DecisionKind } from '../../governance/decisions/decision-kind';
import { decisionNamed } from '../../governance/decisions/decision-records';
import { finalDecision } from '../../governance/decisions/final-decision';
import { readNetworkLimit } from '../network-limit';
import { networkNamed } from '../network-named';
import { NetworkRecord } from '../network-records';
import { ActivateNetworkInput } from './network-inputs';
import { lockedOpenNetwork } from './locked-network';
import { refuseDemonstrationDecision } from '../../governance/decisions/refuse-demonstration-decision';

/** Begins the support of a network, under a decision that all three sectors signed off (LON-28, LON-34). */
export async function activateNetwork(manager: EntityManager, given: ActivateNetworkInput): Promise<NetworkRecord> {
  const input = await readInput(manager, ActivateNetworkInput, given, {
    names: { networkId: networkNamed, decisionReference: decisionNamed },
  });
  // One activation at a time, so that two cannot both take the last place under the limit.
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('network activation'))`);
  const network = await lockedOpenNetwork(manager, input.networkId);
  const decision = await finalDecision(manager, input.decisionReference, DecisionKind.NETWORK);
  refuseDemonstrationDecision(decision, network);
  const supportedFrom = input.supportedFrom ?? decision.finalOn;
  const supportGiven = [...new Set(input.supportGiven ?? [])].sort();
  if (network.supportedFrom !== null) {
    const isSame =
      network.decisionId === decision.id &&
      network.supportedFrom === supportedFrom &&
      [...network.supportGiven].sort().join() === supportGiven.join();
    if (isSame) return network;
    throw new Refusal({
      field: ['input', 'networkId'],
      message: `The network is supported since ${network.supportedFrom}, on other terms. End it first to begin anew.`,
      code: 'NETWORK_ALREADY_SUPPORTED',
    });
  }
  if (supportedFrom < decision.finalOn) {
    throw new Refusal({
      field: ['input', 'supportedFrom'],
      message: `The decision was final on ${decision.finalOn}, and support cannot begin before. Give that day or a later one.`,
      code: 'SUPPORTED_BEFORE_FINAL',
    });
  }
  await refuseAboveLimit(manager);
  const change = { decisionId: decision.id, supportedFrom, supportGiven };
  await manager.update(NetworkRecord, { id: network.id }, change);
  return Object.assign(network, change);
}

async function refuseAboveLimit(manager: EntityManager): Promise<void> {
  const limit = readNetworkLimit(process.env);
  if (limit === null) return;
  const supported = await manager.countBy(NetworkRecord, { supportedFrom: Not(IsNull()), endedOn: IsNull() });
  if (supported < limit) return;
  throw new Refusal({
    field: ['input', 'networkId'],
    message: `${supported} networks are supported, and the limit is ${limit}. End one first, or have NETWORK_LIMIT raised.`,
    code: 'NETWORK_LIMIT_REACHED',
  });
}
