import { RequiresScopes } from '@hub/contract';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../subgraph-context';
import { mutate } from './mutate';
import { scopesOf, type AnyRecord, type Recorder } from './record-definition';
import { codesOf, recordOnce } from './record-once';
import { refuseFor } from './refuse-for';

/** Makes the mutation by which a recorder records something. */
export function recordMutation(definition: AnyRecord, recorder: Recorder): Function {
  const { mutation, description, input: inputType, about, payload, answers, answer } = definition;
  @Resolver()
  class RecordMutation {
    @Mutation(() => payload, {
      nullable: true,
      name: mutation,
      description: `${description} Codes: ${codesOf(definition).join(', ')}.`,
    })
    @RequiresScopes(...scopesOf(definition, recorder))
    async record(
      @Arg('input', () => inputType, { description: about }) input: object,
      @Ctx() context: SubgraphContext,
    ): Promise<Record<string, unknown>> {
      const { result, userErrors } = await mutate(context, async (manager) => {
        refuseFor(definition.mayRecord?.problem(input, context.requestIdentity) ?? null);
        const row = await recordOnce(manager, definition, input, recorder);
        return answer ? answer(row, manager) : row;
      });
      return { [answers.as]: result, userErrors };
    }
  }
  return RecordMutation;
}
