import { Cost, ListSize, Paged, RequiresScopes } from '@hub/contract';
import { mutate, type SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver } from 'type-graphql';
import { DIRECTORY_SIZE } from '../../directory/directory-size';
import { LondonScp } from '../../governance/executive/london-scp-type';
import { publishedStanding } from '../publication/published';
import { settleRefusal, SettleRefusedMessageInput, SettleRefusedMessagePayload } from './settle-refusal';
import { undeliveredCounts, UndeliveredCount } from './undelivered-counts';
import { undeliveredMessages, undeliveredOf, UndeliveredMovementMessageConnection } from './undelivered-messages';

/** What could not be recorded or taken: for its owner to mend, and for London to see that there is something. */
@Resolver(() => LondonScp)
export class UndeliveredResolver {
  @Query(() => UndeliveredMovementMessageConnection, {
    nullable: true,
    description:
      "What the caller's own partnership is to see to, oldest first: messages that the hub has not recorded, refused or " +
      'held for another that has not come; and what the hub has for it and its own system could not take. A refused one ' +
      'stays until somebody settles it.',
  })
  @Paged()
  @RequiresScopes('movements:read')
  @Cost(100)
  undeliveredMessages(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
    @Arg('settled', () => Boolean, {
      defaultValue: false,
      description: 'True: refused ones that were settled, in place of what is open.',
    })
    settled: boolean = false,
  ) {
    return undeliveredMessages(context, { first, after, settled });
  }

  @Mutation(() => SettleRefusedMessagePayload, {
    nullable: true,
    description:
      'Says that a person has seen to a message that the hub refused, for who sent it: it leaves the list of what is open. ' +
      'What is settled at home, the system of the partnership says here. What a system could not take is not settled: it is ' +
      'mended by taking it. The same again changes nothing. Codes: MESSAGE_UNKNOWN, NOT_REFUSED, ALREADY_SETTLED, ' +
      'ROLE_MAY_NOT, PERSON_INVALID, SAYS_NOTHING, NAMES_SOMEBODY, TOO_LONG.',
  })
  @RequiresScopes('movements:write')
  async settleRefusedMessage(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => SettleRefusedMessageInput, { description: 'The message, and what was found.' })
    input: SettleRefusedMessageInput,
  ): Promise<SettleRefusedMessagePayload> {
    const { result, userErrors } = await mutate(context, (manager) => settleRefusal(manager, context, input));
    const settled = result && undeliveredOf(result);
    return Object.assign(new SettleRefusedMessagePayload(), { settled, userErrors });
  }

  @FieldResolver(() => [UndeliveredCount], {
    nullable: true,
    description:
      'How many messages about movements were not recorded, or were not taken, by reason; a reason that is not listed has ' +
      'from 0 to 4.',
  })
  @ListSize(DIRECTORY_SIZE)
  @RequiresScopes('movements:count')
  @Cost(50)
  async undelivered(@Ctx() { dataSource }: SubgraphContext): Promise<UndeliveredCount[] | null> {
    const published = await publishedStanding(dataSource, undeliveredCounts);
    return (
      published &&
      published.numbers.map((number) => Object.assign(new UndeliveredCount(), { ...number, asOf: published.asOf }))
    );
  }
}
