import { BREAK, visit, type DocumentNode, type GraphQLSchema } from 'graphql';
import { keysAsked } from './fetch-selections';
import type { InPieces } from './in-turns';
import type { PlacedFetch, Stage } from './plan-stages';
import { selectedFields } from './selected-fields';
import { asking, fieldsRead, requiring, type Consumer } from './text-slots';

/** What a plan is looked at with. */
interface NeededOptions {
  /** The client, as the first who reads. */
  client: Consumer;
  /** As the client wrote it. */
  document: DocumentNode;
  schema: GraphQLSchema;
  /** Values of the variables in `@skip` and `@include`. */
  conditions: ReadonlyMap<string, boolean>;
}

/**
 * Stages without the fetches of which nobody reads anything, neither the client nor a fetch that is needed itself: where
 * conditions stand inside each other, a planner does not see that they leave nothing, nor what was only asked for the sake of it.
 */
export function* onlyNeeded(stages: readonly Stage[], options: NeededOptions): InPieces<readonly Stage[]> {
  // All that is planned is needed where nothing can be left out.
  if (!hasConditions(options.document)) return stages;
  const { schema } = options;
  const consumers = [options.client];
  const needed: Stage[] = [];
  for (const stage of stages.toReversed()) {
    const kept: PlacedFetch[] = [];
    for (const placed of stage) {
      if (isRead(placed, consumers, options)) kept.push(placed);
      yield;
    }
    consumers.push(...kept.filter(({ fetch }) => fetch.requires).map((placed) => requiring(placed, schema)));
    if (kept.length > 0) needed.unshift(kept);
  }
  return needed;
}

function isRead(placed: PlacedFetch, consumers: readonly Consumer[], { schema, conditions }: NeededOptions): boolean {
  // Of what is asked for its type alone nothing says whether it is read, and of what is done not whether it is to be.
  if (keysAsked(placed.fetch).length === 0 || placed.fetch.operationKind === 'mutation') return true;
  const { reader, selections, types } = asking(placed, schema, conditions);
  return types.some((type) => {
    const brought = new Set(selectedFields(reader, [selections], type).map(({ key }) => key));
    // The type is told of with others.
    brought.delete('__typename');
    return consumers.some((consumer) =>
      fieldsRead(consumer, placed.path, type).some((fields) => fields.some(({ own }) => brought.has(own))),
    );
  });
}

function hasConditions(document: DocumentNode): boolean {
  let has = false;
  visit(document, {
    Directive: ({ name }) => {
      if (name.value !== 'skip' && name.value !== 'include') return undefined;
      has = true;
      return BREAK;
    },
  });
  return has;
}
