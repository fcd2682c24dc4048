import 'reflect-metadata';
import { runSubgraph } from '@hub/subgraph-kit';
import { triBorough } from './tri-borough';

runSubgraph(triBorough);
