import { join } from 'node:path';
import { ComposesGroups } from '@hub/contract';
import { type PartnershipModule, readYaml } from '@hub/partnership';
import { type Compositions, compositionsFile } from './compositions-file';
import { compositionsResolverFor } from './compositions-resolver';

/** Who makes up the Strategic Planning Group, by each of two passages (TRI-14): derived from who chairs which subgroup. */
export const compositionsModule: PartnershipModule = ({ factsFolder }) => {
  let known: Compositions | undefined;
  const compositions = () => (known ??= readYaml(join(factsFolder, 'compositions.yaml'), compositionsFile));
  return {
    capabilities: [ComposesGroups],
    resolvers: [compositionsResolverFor(compositions)],
    load: async () => void compositions(),
  };
};
