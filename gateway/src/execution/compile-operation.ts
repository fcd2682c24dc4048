import type { QueryPlan } from '@apollo/query-planner';
import { isObjectType, type GraphQLSchema } from 'graphql';
import { compileAnswerWriter, compilePlacedWriter, type AnswerWriterOptions, type PlacedWriter } from './answer-writer';
import { ClientPlaces } from './client-places';
import { entityStage } from './entity-stage';
import type { Execution } from './execution';
import { inTurns, type InPieces } from './in-turns';
import { onlyNeeded } from './needed-fetches';
import { planStages, type Stage } from './plan-stages';
import type { ResponseKeys } from './response-keys';
import { rootFetch, type Step } from './root-fetch';
import { selectedFields, type SelectionReader } from './selected-fields';
import { askedFor, requiring, TextSlots } from './text-slots';
import { Unsupported } from './unsupported';

/** What a character of a writer's text takes with what the engine makes of it, and one of a fetch's operation with its functions. */
const WRITER_BYTES = 6;
const FETCH_BYTES = 20;

/** What an operation is compiled from. */
export interface CompileOptions {
  /** Made for the document with our response keys. */
  plan: QueryPlan;
  /** The supergraph's, with what clients cannot see. */
  schema: GraphQLSchema;
  /** As clients see it: answers are completed by it. */
  apiSchema: GraphQLSchema;
  responseKeys: ResponseKeys;
  /** Values of the variables that stand in `@skip` and `@include`. */
  conditions: ReadonlyMap<string, boolean>;
}

/** An operation, its plan and its conditions as functions. */
export interface CompiledOperation {
  /** Runs all fetches. `done` is called once; at once if there is nothing to fetch. */
  run(execution: Execution, done: () => void): void;
  /** The text of `data`: an object, or `null`, and then with an error. Adds errors of completion to the execution. */
  write(execution: Execution): Promise<string>;
  /** Roughly how many bytes it takes. */
  readonly size: number;
}

/**
 * Compiles an operation, piece by piece: at 33 partnerships it has hundreds of fetches.
 *
 * @throws Unsupported where the stock executor must answer.
 */
export function* compileOperation({
  plan,
  schema,
  apiSchema,
  responseKeys,
  conditions,
}: CompileOptions): InPieces<CompiledOperation> {
  const { operation, fragments, namesOf } = responseKeys;
  const { selections } = operation.selectionSet;
  const reader: SelectionReader = { schema: apiSchema, fragments, conditions, namesOf };
  const root = apiSchema.getRootType(operation.operation)!;
  const asked = selectedFields(reader, [selections], root);
  if (asked.some(({ name }) => name.startsWith('__') && name !== '__typename')) throw new Unsupported('introspection');
  const client = { reader, selections, path: [], types: [root] };
  const { document } = responseKeys;
  const stages = yield* onlyNeeded(planStages(plan, conditions), { client, document, schema, conditions });
  const fetches = stages.flat();
  const entities = fetches.filter(({ fetch }) => fetch.requires);
  const consumers = [client, ...entities.map((placed) => requiring(placed, schema))];
  const slots = yield* TextSlots.of(fetches, consumers, schema, apiSchema, conditions);
  const places = new ClientPlaces(reader, selections, root);

  const isMutation = operation.operation === 'mutation';
  const steps: Step[] = [];
  for (const stage of stages) steps.push(yield* stageOf(stage, isMutation));

  function* stageOf(stage: Stage, mutates: boolean): InPieces<Step> {
    const fetched = stage.filter(({ fetch }) => fetch.requires);
    const roots = stage.filter(({ fetch }) => !fetch.requires);
    if (mutates && roots.length > 1) throw new Unsupported('mutations that begin together');
    const all: Step[] = [];
    for (const placed of roots) all.push(yield* rootFetch(placed, places, mutates));
    if (fetched.length > 0) all.push(yield* entityStage(fetched, schema, slots, places));
    return together(all);
  }

  const asking = { fetches, schema, conditions };
  const writing: AnswerWriterOptions = {
    ...{ reader, selections, root, slotsAt: (path, type) => slots.at(path, type) },
    askedFor: (own, path, type) => askedFor(own, asking, path, type),
    isHidden: (type) => apiSchema.getType(type) === undefined && isObjectType(schema.getType(type)),
  };
  const { write, size } = yield* compileAnswerWriter(writing);
  let placedWriter: Promise<PlacedWriter> | undefined;

  return {
    run: (execution, done) => runInOrder(steps, execution, done),
    async write(execution) {
      const flaws = { isFlawed: responseKeys.hasRefused };
      const text = flaws.isFlawed ? null : write(execution.data, flaws, null);
      if (!flaws.isFlawed) return text ?? 'null';
      // Once more, to say where.
      const writePlaced = await (placedWriter ??= inTurns(compilePlacedWriter(writing)));
      return writePlaced(execution.data, execution.completion(), null) ?? 'null';
    },
    size: WRITER_BYTES * size + FETCH_BYTES * fetches.reduce((sum, { fetch }) => sum + fetch.operation.length, 0),
  };
}

/** Steps that begin at once. */
function together(steps: readonly Step[]): Step {
  if (steps.length === 1) return steps[0]!;
  return (execution, done) => {
    let left = steps.length;
    for (const step of steps) step(execution, () => void (--left === 0 && done()));
  };
}

/** One step after another. A failure of the gateway's own costs what one step brings, and is told. */
function runInOrder(steps: readonly Step[], execution: Execution, done: () => void): void {
  let index = 0;
  const next = (): void => {
    const step = steps[index++];
    if (!step) return done();
    try {
      step(execution, next);
    } catch (error) {
      execution.broken(error);
      next();
    }
  };
  next();
}
