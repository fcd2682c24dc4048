import { Authenticated, DateScalar, ListSize, RequiresScopes, ThresholdDocument, UserError } from '@hub/contract';
import {
  badReference,
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
import { ThresholdDocumentRecord, ThresholdRequirementRecord } from './threshold-document-record';
import { currentThresholdDocument } from './current-threshold-document';
import { partnershipIdOf } from '../recording/camel-case';
import { unknownEdition } from './checks';

/** What is recorded of a threshold document. */
@InputType({ description: 'A threshold document, newly published or newly reviewed.' })
export class RecordThresholdDocumentInput {
  @Field(() => String, { description: "The partnership's own reference of this version, as `2026`." })
  reference!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the edition of shared procedures that it is aligned with.' })
  alignedWithEditionId?: string | null;

  @Field(() => DateScalar, { description: 'The day it was published; not after today.' })
  publishedOn!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day it was last reviewed, from publication to today.' })
  reviewedOn?: string | null;
}

@ObjectType({ description: 'Result of recording a threshold document.' })
@Directive('@shareable')
@Authenticated()
export class RecordThresholdDocumentPayload {
  @Field(() => ThresholdDocument, { nullable: true, description: 'The document; null where it was refused.' })
  thresholdDocument!: ThresholdDocument | null;

  @Field(() => [UserError], { description: 'Why nothing was recorded; empty where it was.' })
  @ListSize(3)
  userErrors!: UserError[];
}

/** Makes `recordThresholdDocument`. Once a reference. */
export function recordThresholdDocumentMutation(prefix: string): Function {
  @Resolver()
  class RecordThresholdDocumentMutation {
    @Mutation(() => RecordThresholdDocumentPayload, {
      nullable: true,
      description:
        'Records a threshold document that the partnership published or reviewed. Once a reference. ' +
        'Codes: REFERENCE_INVALID, TEXT_BLANK, EDITION_UNKNOWN, DATE_IN_FUTURE, DATES_OUT_OF_ORDER, REFERENCE_TAKEN.',
    })
    @RequiresScopes(`${partnershipIdOf(prefix)}:write`)
    async recordThresholdDocument(
      @Arg('input', () => RecordThresholdDocumentInput, { description: 'The document.' })
      input: RecordThresholdDocumentInput,
      @Ctx() context: SubgraphContext,
    ): Promise<RecordThresholdDocumentPayload> {
      const content = {
        title: input.title,
        editionId: input.alignedWithEditionId ?? null,
        publishedOn: input.publishedOn,
        reviewedOn: input.reviewedOn ?? null,
      };
      const { result, userErrors } = await mutate(context, async (manager) => {
        refuseFor(
          badReference(input.reference),
          blankText('title', input.title),
          content.editionId === null ? null : unknownEdition('alignedWithEditionId', content.editionId),
          futureDay('publishedOn', input.publishedOn, 'A publication'),
          futureDay('reviewedOn', input.reviewedOn, 'A review'),
          reviewBeforePublication(content),
        );
        const stored = await recordOnce(manager, {
          record: ThresholdDocumentRecord,
          key: { id: `${partnershipIdOf(prefix)}-threshold-document:${input.reference}` },
          content,
          taken: () => takenReference('reference', `The threshold document "${input.reference}"`),
        });
        const [requirement] = await manager.find(ThresholdRequirementRecord);
        return currentThresholdDocument([stored], requirement ?? null);
      });
      return { thresholdDocument: result, userErrors };
    }
  }
  return RecordThresholdDocumentMutation;
}

function reviewBeforePublication({ publishedOn, reviewedOn }: { publishedOn: string; reviewedOn: string | null }) {
  if (reviewedOn === null || reviewedOn >= publishedOn) return null;
  return problem(
    'reviewedOn',
    'DATES_OUT_OF_ORDER',
    `A review on ${reviewedOn} lies before publication on ${publishedOn}. Correct one of the two days.`,
  );
}
