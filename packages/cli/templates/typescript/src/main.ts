import 'reflect-metadata';
import { runSubgraph } from '@hub/subgraph-kit';
import { {{variable}} } from './{{id}}';

runSubgraph({{variable}});
