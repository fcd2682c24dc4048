import { AgreementSignature, Authenticated, DateScalar, ListSize, RequiresScopes, UserError } from '@hub/contract';
import { type SubgraphContext, mutate, Refusal } from '@hub/subgraph-kit';
import { Arg, Ctx, Directive, Field, ID, InputType, Mutation, ObjectType, Resolver } from 'type-graphql';
import { AgencyRecord } from '../governance/agency-record';
import { AgreementSignatureRecord } from './agreement-signature-record';
import { partnershipIdOf } from '../recording/camel-case';
import { requireNotFuture, requireSame, requireText } from './checks';

/** What is recorded of a signature. */
@InputType({ description: 'That an agency of the partnership signed an information-sharing agreement.' })
export class SignAgreementInput {
  @Field(() => ID, { description: 'Id of the agreement, as `london-information-sharing-agreement`.' })
  procedureId!: string;

  @Field(() => ID, { description: 'Id of the agency within the partnership. One signature an agreement.' })
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

/** Makes `…SignAgreement`. Once an agency and agreement; a demonstration record gives way. */
export function signAgreementMutation(prefix: string): Function {
  @Resolver()
  class SignAgreementMutation {
    @Mutation(() => SignAgreementPayload, {
      nullable: true,
      name: `${prefix}SignAgreement`,
      description: 'Records that an agency of the partnership signed an information-sharing agreement. Once an agency.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async signAgreement(
      @Arg('input', () => SignAgreementInput, { description: 'The signature.' }) input: SignAgreementInput,
      @Ctx() context: SubgraphContext,
    ): Promise<SignAgreementPayload> {
      const { procedureId, agencyId, signedOn } = input;
      const { result, userErrors } = await mutate(context, async (manager) => {
        requireText('procedureId', procedureId);
        requireNotFuture('signedOn', signedOn, 'A signature');
        const agency = await manager.findOneBy(AgencyRecord, { id: agencyId });
        if (!agency) throw unknownAgency(agencyId);
        const key = { procedureId, agency: { id: agencyId } };
        await manager.delete(AgreementSignatureRecord, { ...key, isSynthetic: true });
        const id = `${partnershipIdOf(prefix)}:${procedureId}:${agencyId}`;
        await manager
          .createQueryBuilder()
          .insert()
          .into(AgreementSignatureRecord)
          .values({ id, ...key, signedOn, isSynthetic: false })
          .orIgnore()
          .execute();
        const stored = await manager.findOneOrFail(AgreementSignatureRecord, {
          where: key,
          relations: { agency: true },
        });
        requireSame('agencyId', `The signature of ${agencyId}`, stored.signedOn, signedOn);
        return stored;
      });
      return { signature: result, userErrors };
    }
  }
  return SignAgreementMutation;
}

function unknownAgency(agencyId: string): Refusal {
  return new Refusal({
    field: ['input', 'agencyId'],
    message:
      `The partnership has no agency "${agencyId}". ` +
      'Give an id of `statutoryPartners { agency { id } }` or of `bodies { seats { agency { id } } }`.',
    code: 'AGENCY_UNKNOWN',
  });
}
