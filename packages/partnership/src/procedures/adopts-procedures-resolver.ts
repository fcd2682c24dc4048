import {
  AdoptsProcedures,
  AgreementSignature,
  FinancialYear,
  ProcedureAdoption,
  ProcedureTraining,
  ThresholdDocument,
} from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { agreementSignatures, thresholdDocuments, thresholdRequirements, trainingOfYear } from './procedure-loaders';
import { procedureAdoptions } from './procedure-loaders';
import { currentThresholdDocument } from './current-threshold-document';

/** What a partnership does with shared procedures. */
@Resolver(() => AdoptsProcedures)
export class AdoptsProceduresResolver {
  @FieldResolver(() => [ProcedureAdoption], { nullable: true })
  procedureAdoptions(@Ctx() context: SubgraphContext) {
    return procedureAdoptions(context);
  }

  @FieldResolver(() => [AgreementSignature], { nullable: true })
  agreementSignatures(@Ctx() context: SubgraphContext) {
    return agreementSignatures(context);
  }

  @FieldResolver(() => ThresholdDocument, { nullable: true })
  async thresholdDocument(@Ctx() context: SubgraphContext) {
    const [documents, requirements] = await Promise.all([thresholdDocuments(context), thresholdRequirements(context)]);
    return currentThresholdDocument(documents, requirements[0] ?? null);
  }

  @FieldResolver(() => [ProcedureTraining], { nullable: true })
  procedureTraining(@Ctx() context: SubgraphContext, @Arg('financialYear', () => FinancialYear) financialYear: string) {
    return trainingOfYear(context).load(financialYear);
  }
}
