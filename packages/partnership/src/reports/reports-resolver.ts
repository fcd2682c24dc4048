import { PublishesReports, Report, ReportDispatch, ReportKind, ReportPart, ReportRequirement } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { dispatchesOf, reportRequirements, reportsOfKind } from './report-loaders';
import type { ReportRecord } from './report-record';
import { withDue } from './with-due';

/** The reports of a partnership, and what is asked of them. */
@Resolver(() => PublishesReports)
export class PublishesReportsResolver {
  @FieldResolver(() => [ReportRequirement], { nullable: true })
  reportRequirements(@Ctx() context: SubgraphContext) {
    return reportRequirements(context);
  }

  @FieldResolver(() => [Report], { nullable: true })
  reports(@Ctx() context: SubgraphContext, @Arg('kind', () => ReportKind) kind: ReportKind) {
    return reportsOfKind(context).load(kind);
  }
}

/** To whom a report went, and to whom it is still to go. */
@Resolver(() => Report)
export class ReportResolver {
  @FieldResolver(() => [ReportDispatch], { nullable: true })
  async dispatches(@Root() report: ReportRecord, @Ctx() context: SubgraphContext) {
    const [sent, requirement] = await sentAndAsked(report, context);
    return sent.map((dispatch) => withDue(dispatch, report, requirement));
  }

  @FieldResolver(() => [ReportPart], { nullable: true })
  async awaitedRecipients(@Root() report: ReportRecord, @Ctx() context: SubgraphContext) {
    const [sent, requirement] = await sentAndAsked(report, context);
    return (requirement?.recipients ?? []).filter(({ part }) => !sent.some(({ recipient }) => recipient === part));
  }
}

async function sentAndAsked({ id, kind }: ReportRecord, context: SubgraphContext) {
  const [sent, requirements] = await Promise.all([dispatchesOf(context).load(id), reportRequirements(context)]);
  return [sent, requirements.find((one) => one.kind === kind) ?? null] as const;
}
