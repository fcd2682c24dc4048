import { join } from 'node:path';
import { readFacts } from '@hub/partnership';

/** What the London SCP's own terms of reference say, as its folder of facts has it. */
export const londonFacts = () => readFacts(join(__dirname, '..', '..', '..', 'facts'));
