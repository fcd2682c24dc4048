import 'reflect-metadata';
import { runSubgraph } from '@hub/subgraph-kit';
import { redbridge } from './redbridge';

runSubgraph(redbridge);
