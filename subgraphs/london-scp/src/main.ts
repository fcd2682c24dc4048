import 'reflect-metadata';
import { runSubgraph } from '@hub/subgraph-kit';
import { londonScp } from './london-scp';

runSubgraph(londonScp);
