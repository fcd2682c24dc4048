import type { SubgraphModule } from '@hub/subgraph-kit';
import type { Facts } from './facts/facts';

/** What a module is told of the partnership that it is part of. */
export interface Partnership {
  /** Id in the directory and name of the subgraph, as `havering`. */
  id: string;
  /** Its concrete type in the graph, as `HaveringPartnership`. */
  typeName: string;
  /** GSS codes of the local authorities it covers, as the directory has them. */
  localAuthorities: readonly string[];
  /** Folder of its facts. */
  factsFolder: string;
  /** What its governing document says: of several, that which is worked to today. */
  facts(): Facts;
  /** What its governing documents say, the earliest first. */
  documents(): readonly Facts[];
}

/** One subject, as a partnership has it. */
export type PartnershipModule = (partnership: Partnership) => SubgraphModule;
