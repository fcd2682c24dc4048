import { composeSupergraph, type Supergraph } from '@hub/registry';
import { londonOf } from '../benchmarks/gateways/london-of';
import { parse, type DocumentNode } from 'graphql';
import { subgraphSdls } from './reference-schema';

/** What a subgraph publishes, parsed. */
export function sdlOf(name: string): DocumentNode {
  return parse(subgraphSdls.find((subgraph) => subgraph.name === name)!.sdl, { noLocation: true });
}

/** A London of 33 partnerships, composed: the four, and 29 copies of Havering under other names. */
export function supergraphOf33(): Supergraph {
  return composeSupergraph(londonOf(33, subgraphSdls).map((one) => ({ ...one, url: `http://${one.name}/graphql` })));
}
