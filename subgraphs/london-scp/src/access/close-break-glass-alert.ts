import { REASON_LENGTH, SAYS_SOMETHING } from '@hub/access';
import type { Closing } from '@hub/audit';
import { ListSize, RequiresScopes, UserError } from '@hub/contract';
import { type SubgraphContext, problem, proseProblems } from '@hub/subgraph-kit';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

/** An alert to close. */
@InputType({ description: 'A break-glass alert to close.' })
export class CloseBreakGlassAlertInput {
  @Field(() => ID, { description: 'Id of the alert, as `alert:…`.' })
  alert!: string;

  @Field(() => String, { description: `What was found, in up to ${REASON_LENGTH} characters, with ${SAYS_SOMETHING}.` })
  finding!: string;
}

@ObjectType({ description: 'Result of closing an alert.' })
@RequiresScopes('alerts:close')
export class CloseBreakGlassAlertPayload {
  @Field(() => ID, { nullable: true, description: 'Id of the alert that was closed; null where none was.' })
  closed!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/** Closes an alert, once. The log writes it down on its own: no transaction could take it back. */
export async function closeBreakGlassAlert(
  { audit, requestIdentity: { caller }, requestId }: SubgraphContext,
  input: CloseBreakGlassAlertInput,
): Promise<CloseBreakGlassAlertPayload> {
  const { alert } = input;
  const finding = input.finding.trim();
  const userErrors = proseProblems('finding', finding, REASON_LENGTH);
  if (userErrors.length > 0) return { closed: null, userErrors };
  // The scope was asked for, so there is a caller.
  const { person, role, organisation, partnership } = caller!;
  const result = await audit.closeAlert({ alert, finding, person, role, organisation, partnership, requestId });
  if (result === 'CLOSED') return { closed: alert, userErrors: [] };
  const { code, message } = REFUSALS[result];
  return { closed: null, userErrors: [problem('alert', code, message)] };
}

/** Why an alert is not closed. */
const REFUSALS: Record<Exclude<Closing, 'CLOSED'>, { code: string; message: string }> = {
  UNKNOWN: { code: 'ALERT_UNKNOWN', message: 'There is no such alert. Take one of breakGlassAlerts.' },
  OWN: { code: 'OWN_ALERT', message: 'You broke this glass yourself. Have another privacy officer look into it.' },
  ALREADY_CLOSED: {
    code: 'ALREADY_CLOSED',
    message: 'The alert is closed already. Its finding stands, and cannot be changed.',
  },
};
