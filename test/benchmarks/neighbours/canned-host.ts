/** A process with all subgraphs of a canned London. It sends their addresses, and is sent how the one that fails shall behave. */
import { cannedLondon, FAILING } from './canned-london';
import { CannedSubgraph } from './canned-subgraph';
import type { Behaviour } from './misbehaviour';

async function main(): Promise<void> {
  const canned = cannedLondon(Number(process.argv[2]));
  const subgraphs = new Map(canned.map((one) => [one.name, new CannedSubgraph(one)]));
  await Promise.all([...subgraphs.values()].map((one) => one.start()));
  const failing = subgraphs.get(FAILING)!;
  process.on('message', (behaviour: Behaviour) => void failing.behave(behaviour).then(() => process.send!('done')));
  process.once('disconnect', () => process.exit(0));
  process.send!([...subgraphs].map(([name, { port }]) => `${name}=http://127.0.0.1:${port}/graphql`).join());
}

void main();
