import { RequiresScopes } from '@hub/contract';
import type { EntityManager, ObjectLiteral } from 'typeorm';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { SubgraphContext } from '../subgraph-context';
import { CHANGE_CODES, correctRecord, withdrawRecord, type Change } from './change-record';
import { mutate } from './mutate';
import { publishedFields } from './published-fields';
import { scopesOf, type AnyRecord, type Recorder } from './record-definition';
import { codesOf, takenBy } from './record-once';
import { refuseFor } from './refuse-for';

/** Makes the mutations by which a recorder corrects and withdraws what it recorded. */
export function changeMutations(definition: AnyRecord, recorder: Recorder): Function[] {
  const { mutation, name, correction, withdrawal, mayRecord, mayChange = [], mayBecome = [], input, by } = definition;
  const held = [
    ...(mayRecord?.codes ?? []),
    ...CHANGE_CODES,
    ...[...mayChange, ...mayBecome].flatMap(({ codes }) => codes),
  ];
  const kept = 'What it was, who changed it, when and why stays in recordChanges.';
  const correct = changeMutation(definition, recorder, {
    ...{ mutation: `correct${name}`, input: correction, work: correctRecord },
    description: `Corrects what ${mutation} recorded. ${kept}`,
    codes: [...codesOf(definition).filter((code) => code !== takenBy(definition).code), ...held],
  });
  const withdraw = changeMutation(definition, recorder, {
    ...{ mutation: `withdraw${name}`, input: withdrawal, work: withdrawRecord },
    description: `Withdraws what ${mutation} recorded; the same may be recorded again. ${kept}`,
    codes: held,
  });
  // What holds nothing beside its key has nothing to correct.
  const isCorrectable = publishedFields(input).some((field) => !by.includes(field.name));
  return isCorrectable ? [correct, withdraw] : [withdraw];
}

interface ChangeSays {
  mutation: string;
  input: new () => object;
  description: string;
  codes: readonly string[];
  work(manager: EntityManager, definition: AnyRecord, input: never, change: Change): Promise<ObjectLiteral>;
}

function changeMutation(definition: AnyRecord, recorder: Recorder, says: ChangeSays): Function {
  const { payload, answers, answer } = definition;
  @Resolver()
  class ChangeMutation {
    @Mutation(() => payload, {
      nullable: true,
      name: says.mutation,
      description: `${says.description} Codes: ${[...new Set(says.codes)].join(', ')}.`,
    })
    @RequiresScopes(...scopesOf(definition, recorder))
    async change(
      @Arg('input', () => says.input, { description: 'What, and why.' }) input: object,
      @Ctx() context: SubgraphContext,
    ): Promise<Record<string, unknown>> {
      const { result, userErrors } = await mutate(context, async (manager) => {
        refuseFor(definition.mayRecord?.problem(input, context.requestIdentity) ?? null);
        const change = { recorder, caller: context.requestIdentity.caller };
        const row = await says.work(manager, definition, input as never, change);
        return answer ? answer(row, manager) : row;
      });
      return { [answers.as]: result, userErrors };
    }
  }
  return ChangeMutation;
}
