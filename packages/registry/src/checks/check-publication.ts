import { parse } from 'graphql';
import { CompositionFailed, type CompositionIssue } from '../composition-failed';
import { composeSupergraph, type Supergraph } from '../compose-supergraph';
import { REGISTRY_ERRORS } from '../errors';
import { absentSchema } from '../assembly/absent-schema';
import type { SubgraphDefinition } from '../subgraph-definition';
import { checkChange } from './check-change';
import { checkPartnership } from './check-partnership';
import { Contract } from './contract/contract';
import { isRefused, type Finding } from './finding';
import { nearestSubgraphs } from './nearest-subgraphs';
import { requireDecisions } from './require-decisions';
import { lineOf, schemaTypes } from './schema-types';
import { HUB_SUBGRAPH } from './type-names';
import { usedFields, type KnownOperation } from './used-fields';

/** What a partnership is about to publish. */
export interface Publication {
  /** Its subgraph's name. */
  name: string;
  sdl: string;
  /** Where the gateway reaches it. @default that of no network */
  url?: string;
}

/** A subgraph as it is served. */
export interface StandingSubgraph {
  name: string;
  url: string;
  /** Null where it has no good schema: the others compose with what the hub knows of it. */
  sdl: string | null;
}

/** The hub to which it would be published. */
export interface PublishedHub {
  /** Every subgraph as it is served, the hub's own among them; of the publisher the last good, where there is one. */
  subgraphs: readonly StandingSubgraph[];
  /** As SDL; null to hold nobody to one. */
  contract: string | null;
  /** What is asked of it. */
  operations: readonly KnownOperation[];
}

/** How a publication is looked at. */
export interface CheckOptions {
  /**
   * Whether it is composed with all others, or with as few as tell the same: then there is no supergraph of the hub.
   * @default 'ALL'
   */
  beside?: 'ALL' | 'NEAREST';
}

/** A publication that was looked at. */
export interface CheckedPublication {
  findings: Finding[];
  /** With it in the place of what was served; null where it is refused before, does not compose, or only the nearest were asked for. */
  supergraph: Supergraph | null;
}

/**
 * Everything that is wrong with what a partnership is about to publish: by itself; where that is good, with the others; and
 * where that is good too, as a change of its last good schema. Nobody else steps down for it.
 */
export async function checkPublication(
  { name, sdl, url = `http://${name}/graphql` }: Publication,
  hub: PublishedHub,
  { beside = 'ALL' }: CheckOptions = {},
): Promise<CheckedPublication> {
  const own = hub.subgraphs.find((subgraph) => subgraph.name === HUB_SUBGRAPH)?.sdl;
  if (!own) throw new TypeError(`None of the subgraphs is ${HUB_SUBGRAPH}.`);
  const ofHub = schemaTypes(parse(own, { noLocation: true }));
  const { contract } = hub;
  const findings =
    contract === null ? [] : checkPartnership(name, sdl, { contract: new Contract(contract), hub: ofHub });
  if (isRefused(findings)) return { findings, supergraph: null };

  const standing = beside === 'ALL' ? hub.subgraphs : nearestSubgraphs(name, hub.subgraphs);
  const others = standing.filter((subgraph) => subgraph.name !== name);
  const composed = compose([...others, { name, url, sdl }]);
  if (composed instanceof CompositionFailed) {
    const found = composed.issues.map((issue) => findingOf(issue, typesIn(sdl)));
    return { findings: [...findings, ...found], supergraph: null };
  }
  const last = hub.subgraphs.find((subgraph) => subgraph.name === name)?.sdl;
  const supergraph = beside === 'ALL' ? composed : null;
  if (!last) return { findings, supergraph };
  // Composed a second time only for what is no longer in the first.
  const used = () => {
    const before = compose(hub.subgraphs);
    return before instanceof CompositionFailed ? new Map() : usedFields(before.apiSchema(), hub.operations);
  };
  findings.push(...(await checkChange({ name, last, next: sdl, used })));
  return { findings, supergraph };
}

function compose(subgraphs: readonly StandingSubgraph[]): Supergraph | CompositionFailed {
  try {
    const supergraph = composeSupergraph(withAbsent(subgraphs));
    requireDecisions(supergraph.supergraphSdl);
    return supergraph;
  } catch (error) {
    if (error instanceof CompositionFailed) return error;
    throw error;
  }
}

function withAbsent(subgraphs: readonly StandingSubgraph[]): readonly SubgraphDefinition[] {
  const isThere = (one: StandingSubgraph): one is SubgraphDefinition => one.sdl !== null;
  if (subgraphs.every(isThere)) return subgraphs;
  const documentOf = ({ sdl }: SubgraphDefinition) => parse(sdl, { noLocation: true });
  const there = subgraphs.filter(isThere);
  const hub = documentOf(there.find(({ name }) => name === HUB_SUBGRAPH)!);
  const others = there.filter(({ name }) => name !== HUB_SUBGRAPH).map(documentOf);
  return subgraphs.flatMap((one) => {
    const sdl = one.sdl ?? absentSchema(one.name, hub, others);
    return sdl === null ? [] : [{ ...one, sdl }];
  });
}

/** None where it does not parse, which is a finding by itself. */
function typesIn(sdl: string): ReturnType<typeof schemaTypes> {
  try {
    return schemaTypes(parse(sdl));
  } catch {
    return new Map();
  }
}

/** Composition names the place in its message alone, in quotes. */
function findingOf(issue: CompositionIssue & Partial<Finding>, types: ReturnType<typeof schemaTypes>): Finding {
  const coordinate = issue.coordinate ?? /"([A-Za-z]\w*(?:\.\w+)?)[("]/.exec(issue.message)?.[1] ?? '';
  const [name = '', member] = coordinate.split('.');
  const type = types.get(name);
  const field = type?.fields.find((one) => one.name.value === member);
  const { code, message, subgraphs, remedy = REGISTRY_ERRORS.COMPOSITION_FAILED.remedy } = issue;
  const line = field ? lineOf(field) : (type?.line ?? null);
  return { code, severity: 'ERROR', message, remedy, coordinate, subgraphs, line };
}
