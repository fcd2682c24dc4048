import 'reflect-metadata';
import { runSubgraph } from '@hub/subgraph-kit';
import { lambeth } from './lambeth';

runSubgraph(lambeth);
