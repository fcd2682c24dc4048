import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { FinancialYear } from '@hub/scalars';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { ListSize } from '../cost/list-size';
import { AgreementSignature } from './agreement-signature';
import { ProcedureAdoption } from './procedure-adoption';
import { ProcedureTraining } from './procedure-training';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { ThresholdDocument } from './threshold-document';

@InterfaceType({ description: 'A partnership that records which editions of shared procedures it works to.' })
export abstract class AdoptsProcedures {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [ProcedureAdoption], {
    nullable: true,
    description: 'Its adoptions of shared procedures, latest first.',
  })
  @ListSize(5)
  @RequiresScopes('procedures:read')
  procedureAdoptions!: ProcedureAdoption[] | null;

  @Field(() => [AgreementSignature], {
    nullable: true,
    description: 'Signatures of its agencies under information-sharing agreements, latest first.',
  })
  @ListSize(5)
  @RequiresScopes('procedures:read')
  agreementSignatures!: AgreementSignature[] | null;

  @Field(() => ThresholdDocument, {
    nullable: true,
    description: 'Its threshold document, the latest recorded; null where none is known.',
  })
  @Public()
  thresholdDocument!: ThresholdDocument | null;

  @Field(() => [ProcedureTraining], {
    nullable: true,
    description: 'Training of one financial year that taught shared procedures, in the order in which it was held.',
  })
  @ListSize(5)
  @RequiresScopes('procedures:read')
  procedureTraining(
    @Arg('financialYear', () => FinancialYear, { description: 'The financial year, as `2025-26`.' })
    _financialYear: string,
  ): ProcedureTraining[] | null {
    return resolvedElsewhere('AdoptsProcedures.procedureTraining');
  }
}
