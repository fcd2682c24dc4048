import 'reflect-metadata';
import { runSubgraph } from '@hub/subgraph-kit';
import { havering } from './havering';

runSubgraph(havering);
