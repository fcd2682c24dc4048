import { AgreementSignature, ProcedureAdoption, Public, StatutoryPartner } from '@hub/contract';
import { Directive, Field, ID, InterfaceType } from 'type-graphql';

/**
 * What the London SCP requires of every partnership to say who works to which edition, and who has signed. Each
 * partnership's own subgraph answers it; the gateway brings the answers here.
 */
@InterfaceType('AdoptsProcedures', {
  description: 'A partnership that records which editions of shared procedures it works to.',
})
export abstract class ProcedureAdopter {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [ProcedureAdoption], {
    nullable: true,
    description: 'Its adoptions of shared procedures, latest first.',
  })
  @Directive('@external')
  procedureAdoptions!: ProcedureAdoption[] | null;

  @Field(() => [AgreementSignature], {
    nullable: true,
    description: 'Signatures of its agencies under information-sharing agreements, latest first.',
  })
  @Directive('@external')
  agreementSignatures!: AgreementSignature[] | null;

  @Field(() => [StatutoryPartner], { nullable: true, description: 'Its statutory safeguarding partners, by sector.' })
  @Directive('@external')
  statutoryPartners!: StatutoryPartner[] | null;
}
