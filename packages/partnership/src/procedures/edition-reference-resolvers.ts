import { DateScalar, ProcedureAdoption, ProcedureEdition, ProcedureTraining, ThresholdDocument } from '@hub/contract';
import { isOverdue, todayInLondon } from '@hub/contract';
import { Arg, FieldResolver, Resolver, Root } from 'type-graphql';
import type { ProcedureAdoptionRecord } from './procedure-adoption-record';
import type { ProcedureTrainingRecord } from './procedure-training-record';
import type { ThresholdDocumentRecord } from './threshold-document-record';

/** Editions are the London SCP's: a partnership knows their ids, and the gateway asks London for the rest. */
const editionReference = (id: string | null) => (id === null ? null : Object.assign(new ProcedureEdition(), { id }));

/** What an adoption leads to. */
@Resolver(() => ProcedureAdoption)
export class ProcedureAdoptionResolver {
  @FieldResolver(() => ProcedureEdition, { nullable: true })
  edition(@Root() adoption: ProcedureAdoptionRecord) {
    return editionReference(adoption.editionId);
  }
}

/** What training leads to. */
@Resolver(() => ProcedureTraining)
export class ProcedureTrainingResolver {
  @FieldResolver(() => ProcedureEdition, { nullable: true })
  teaches(@Root() training: ProcedureTrainingRecord) {
    return editionReference(training.editionId);
  }
}

/** What a threshold document leads to. */
@Resolver(() => ThresholdDocument)
export class ThresholdDocumentResolver {
  @FieldResolver(() => ProcedureEdition, { nullable: true })
  alignedWith(@Root() document: ThresholdDocumentRecord) {
    return editionReference(document.editionId);
  }

  @FieldResolver(() => Boolean, { nullable: true })
  isReviewOverdue(
    @Root() document: ThresholdDocument,
    @Arg('on', () => DateScalar, { nullable: true }) on?: string | null,
  ) {
    return isOverdue(document.reviewDue, on ?? todayInLondon());
  }
}
