/** What {@link Planner} runs as a thread of its own: it holds the supergraph, gets operations, and gives their plans. */
import { parentPort, workerData } from 'node:worker_threads';
import { operationFromDocument, Supergraph } from '@apollo/federation-internals';
import { QueryPlanner } from '@apollo/query-planner';
import { parse, type GraphQLError } from 'graphql';
import type { PlanAnswer, PlanQuestion } from './planner';

const supergraph = Supergraph.build(parse(workerData as string, { noLocation: true }));
const apiSchema = supergraph.apiSchema();
const planner = new QueryPlanner(supergraph);
const port = parentPort!;
port.postMessage('ready');

port.on('message', (question: PlanQuestion) => port.postMessage(answer(question)));

function answer({ document, operationName }: PlanQuestion): PlanAnswer {
  const named = operationName === undefined ? {} : { operationName };
  try {
    const operation = operationFromDocument(apiSchema, parse(document), named);
    return { plan: JSON.stringify(planner.buildQueryPlan(operation)) };
  } catch (error) {
    const { message, extensions = {} } = error as GraphQLError;
    return { refused: { message, code: extensions['code'] } };
  }
}
