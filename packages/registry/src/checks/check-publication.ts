import { parse, type DocumentNode } from 'graphql';
import { CompositionFailed, type CompositionIssue } from '../composition-failed';
import { composeSupergraph, type Supergraph } from '../compose-supergraph';
import { REGISTRY_ERRORS } from '../errors';
import type { SubgraphDefinition } from '../subgraph-definition';
import { checkChange } from './check-change';
import { checkPartnership } from './check-partnership';
import { Contract } from './contract/contract';
import { isRefused, type Finding } from './finding';
import { requireDecisions } from './require-decisions';
import { lineOf, schemaTypes } from './schema-types';
import { HUB_SUBGRAPH } from './type-names';
import { usedFields, type KnownOperation } from './used-fields';

/** What a partnership is about to publish. */
export interface Publication {
  /** Its subgraph's name. */
  name: string;
  sdl: string;
}

/** The hub to which it would be published. */
export interface PublishedHub {
  /** Every subgraph as it is served, the hub's own among them; of the publisher the last good, where there is one. */
  subgraphs: readonly SubgraphDefinition[];
  /** As SDL. */
  contract: string;
  /** What is asked of it. */
  operations: readonly KnownOperation[];
}

/**
 * Everything that is wrong with what a partnership is about to publish: by itself; where that is good, with the others; and
 * where that is good too, as a change of its last good schema.
 */
export async function checkPublication({ name, sdl }: Publication, hub: PublishedHub): Promise<Finding[]> {
  const own = hub.subgraphs.find((subgraph) => subgraph.name === HUB_SUBGRAPH);
  if (!own) throw new TypeError(`None of the subgraphs is ${HUB_SUBGRAPH}.`);
  const ofHub = schemaTypes(parse(own.sdl, { noLocation: true }));
  const findings = checkPartnership(name, sdl, { contract: new Contract(hub.contract), hub: ofHub });
  if (isRefused(findings)) return findings;

  const others = hub.subgraphs.filter((subgraph) => subgraph.name !== name);
  const composed = compose([...others, { name, url: `http://${name}/graphql`, sdl }]);
  if (composed instanceof CompositionFailed) {
    const document = parse(sdl);
    return [...findings, ...composed.issues.map((issue) => findingOf(issue, document))];
  }
  const last = hub.subgraphs.find((subgraph) => subgraph.name === name)?.sdl;
  if (last === undefined) return findings;
  // Composed a second time only for what is no longer in the first.
  const used = () => {
    const before = compose(hub.subgraphs);
    return before instanceof CompositionFailed ? new Map() : usedFields(before.apiSchema(), hub.operations);
  };
  return [...findings, ...(await checkChange({ name, last, next: sdl, used }))];
}

function compose(subgraphs: readonly SubgraphDefinition[]): Supergraph | CompositionFailed {
  try {
    const supergraph = composeSupergraph(subgraphs);
    requireDecisions(supergraph.supergraphSdl);
    return supergraph;
  } catch (error) {
    if (error instanceof CompositionFailed) return error;
    throw error;
  }
}

/** Composition names the place in its message alone, in quotes. */
function findingOf(issue: CompositionIssue & Partial<Finding>, document: DocumentNode): Finding {
  const coordinate = issue.coordinate ?? /"([A-Za-z]\w*(?:\.\w+)?)[("]/.exec(issue.message)?.[1] ?? '';
  const [name = '', member] = coordinate.split('.');
  const type = schemaTypes(document).get(name);
  const field = type?.fields.find((one) => one.name.value === member);
  const { code, message, subgraphs, remedy = REGISTRY_ERRORS.COMPOSITION_FAILED.remedy } = issue;
  const line = field ? lineOf(field) : (type?.line ?? null);
  return { code, severity: 'ERROR', message, remedy, coordinate, subgraphs, line };
}
