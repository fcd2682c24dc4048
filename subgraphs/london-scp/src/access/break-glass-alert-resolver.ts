import { Cost, Paged, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import { BreakGlassAlertConnection } from './break-glass-alert';
import { breakGlassAlertPage } from './break-glass-alert-page';
import {
  closeBreakGlassAlert,
  CloseBreakGlassAlertInput,
  CloseBreakGlassAlertPayload,
} from './close-break-glass-alert';

/** Alerts that broken glasses raised, for the privacy officer. */
@Resolver()
export class BreakGlassAlertResolver {
  @Query(() => BreakGlassAlertConnection, { nullable: true, description: 'Break-glass alerts, latest first.' })
  @Paged()
  @RequiresScopes('alerts:close')
  @Cost(50)
  breakGlassAlerts(
    @Ctx() context: SubgraphContext,
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    after?: string | null,
    @Arg('isOpen', () => Boolean, { nullable: true, description: 'Only open ones, or only closed ones.' })
    isOpen?: boolean | null,
  ) {
    return breakGlassAlertPage(context, isOpen, first, after);
  }

  @Mutation(() => CloseBreakGlassAlertPayload, {
    nullable: true,
    description:
      'Closes a break-glass alert, once, with what was found. Whoever broke the glass may not. ' +
      'Codes: ALERT_UNKNOWN, ALREADY_CLOSED, OWN_ALERT, TOO_LONG, SAYS_NOTHING, NAMES_SOMEBODY.',
  })
  @RequiresScopes('alerts:close')
  closeBreakGlassAlert(
    @Ctx() context: SubgraphContext,
    @Arg('input', () => CloseBreakGlassAlertInput, { description: 'The alert, and what was found.' })
    input: CloseBreakGlassAlertInput,
  ) {
    return closeBreakGlassAlert(context, input);
  }
}
