import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roleOf } from '@hub/access';
import type { SubgraphDefinition } from '@hub/subgraph-kit';
import { openSubgraph, type OpenSubgraph } from '../open-subgraph';
import { requestIdentityOf } from '../request-identities';
import { examplesOf, type GuideExample } from './examples';
import { guideAsker } from './guide-asker';
import { BUSINESS_GUIDE } from './played-guides';
import { likeShown } from './shown-values';

/**
 * That every text of the guide for business managers which is sent to one subgraph comes back as it shows, beside the
 * demonstration. One test file a subgraph: type-graphql keeps one store a process.
 */
export function describeBusinessGuide(definition: SubgraphDefinition): void {
  const text = readFileSync(join(__dirname, '../../../docs/guides', BUSINESS_GUIDE), 'utf8');
  const examples = examplesOf(text).filter(({ asker }) => guideAsker(asker).partnership === definition.name);

  describe(`the guide for business managers, at ${definition.name}`, () => {
    let subgraph: OpenSubgraph;
    beforeAll(async () => {
      subgraph = await openSubgraph(definition);
    });
    afterAll(() => subgraph?.close());

    /** Asks once, with what the role has and nothing more. */
    async function ask({ asker, operation, variables }: GuideExample): Promise<object> {
      const { role, partnership, organisation, isAtHome } = guideAsker(asker);
      const own = roleOf(role).partnership === 'none' ? null : partnership;
      const who = requestIdentityOf(role, { partnership: own, organisation, isAtHome });
      const answer = await (isAtHome ? subgraph.askOwn : subgraph.ask)(operation, variables, who);
      return JSON.parse(JSON.stringify(answer)) as object;
    }

    it.each(examples)('line $line comes back as the guide shows', async (example) => {
      const answered = await ask(example);
      expect(answered).toEqual(likeShown(example.answer));
    });
  });
}
