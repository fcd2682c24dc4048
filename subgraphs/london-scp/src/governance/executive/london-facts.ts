import { join } from 'node:path';
import { readFacts } from '@hub/partnership';

/** Folder of the London SCP's facts. */
export const LONDON_FACTS = join(__dirname, '..', '..', '..', 'facts');

/** What the London SCP's own terms of reference say, as its folder of facts has it. */
export const londonFacts = () => readFacts(LONDON_FACTS);
