/**
 * A process with subgraphs of a canned London: the one that fails, or all others, so that what it does costs them no time. It
 * sends their addresses, and is sent how they shall behave.
 */
import { cannedLondon, FAILING } from './canned-london';
import { CannedSubgraph } from './canned-subgraph';
import type { Behaviour } from './misbehaviour';

async function main([, , partnerships, which]: readonly string[]): Promise<void> {
  const canned = cannedLondon(Number(partnerships)).filter(({ name }) => (name === FAILING) === (which === FAILING));
  const subgraphs = canned.map((one) => ({ name: one.name, subgraph: new CannedSubgraph(one) }));
  await Promise.all(subgraphs.map(({ subgraph }) => subgraph.start()));
  process.on('message', (behaviour: Behaviour) => {
    void Promise.all(subgraphs.map(({ subgraph }) => subgraph.behave(behaviour))).then(() => process.send!('done'));
  });
  process.once('disconnect', () => process.exit(0));
  process.send!(subgraphs.map(({ name, subgraph }) => `${name}=http://127.0.0.1:${subgraph.port}/graphql`).join());
}

void main(process.argv);
