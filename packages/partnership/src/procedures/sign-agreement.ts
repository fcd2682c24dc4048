import {
  agencyIdWithin,
  AgreementSignature,
  Authenticated,
  DateScalar,
  ListSize,
  RequiresScopes,
  UserError,
} from '@hub/contract';
import {
  blankText,
  futureDay,
  mutate,
  problem,
  recordOnce,
  refuseFor,
  takenReference,
  type SubgraphContext,
} from '@hub/subgraph-kit';
import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { AgencyRecord } from '../governance/agency-record';
import { AgreementSignatureRecord } from './agreement-signature-record';
import { partnershipIdOf } from '../recording/camel-case';

/** What is recorded of a signature. */
@InputType({ description: 'That an agency of the partnership signed an information-sharing agreement.' })
export class SignAgreementInput {
  @Field(() => ID, { description: 'Id of the agreement, as `london-information-sharing-agreement`.' })
  procedureId!: string;

  @Field(() => ID, {
    description:
      'Id of an agency of the partnership: its `Agency.id`, or the last part of it, as `nel-ccg`. One signature an agreement.',
  })
  agencyId!: string;

  @Field(() => DateScalar, { description: 'The day it signed; not after today.' })
  signedOn!: string;
}

@ObjectType({ description: 'Result of recording a signature.' })
@Directive('@shareable')
@Authenticated()
export class SignAgreementPayload {
  @Field(() => AgreementSignature, { nullable: true, description: 'The signature; null where it was refused.' })
  signature!: AgreementSignature | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/** Makes `signAgreement`. Once an agency and agreement; a demonstration record gives way. */
export function signAgreementMutation(prefix: string): Function {
  @Resolver()
  class SignAgreementMutation {
    @Mutation(() => SignAgreementPayload, {
      nullable: true,
      description:
        'Records that an agency of the partnership signed an information-sharing agreement. Once an agency. ' +
        'Codes: TEXT_BLANK, DATE_IN_FUTURE, AGENCY_UNKNOWN, REFERENCE_TAKEN.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async signAgreement(
      @Arg('input', () => SignAgreementInput, { description: 'The signature.' }) input: SignAgreementInput,
      @Ctx() context: SubgraphContext,
    ): Promise<SignAgreementPayload> {
      const { procedureId, signedOn } = input;
      const agencyId = agencyIdWithin(partnershipIdOf(prefix), input.agencyId);
      const { result, userErrors } = await mutate(context, async (manager) => {
        refuseFor(
          blankText('procedureId', procedureId),
          futureDay('signedOn', signedOn, 'A signature'),
          (await manager.existsBy(AgencyRecord, { id: agencyId })) ? null : unknownAgency(agencyId),
        );
        return recordOnce(manager, {
          record: AgreementSignatureRecord,
          key: { procedureId, agency: { id: agencyId } },
          content: { signedOn },
          derived: { id: `${partnershipIdOf(prefix)}:${procedureId}:${agencyId}` },
          relations: { agency: true },
          taken: () => takenReference('agencyId', `The signature of ${agencyId}`),
        });
      });
      return { signature: result, userErrors };
    }
  }
  return SignAgreementMutation;
}

const unknownAgency = (agencyId: string) =>
  problem(
    'agencyId',
    'AGENCY_UNKNOWN',
    `The partnership has no agency "${agencyId}". ` +
      'Give an id of `statutoryPartners { agency { id } }` or of `bodies { seats { agency { id } } }`.',
  );
