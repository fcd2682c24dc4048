import { DateScalar, ListSize, PartialDate, ProcedureEdition, RequiresScopes } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { EditionChange, EditionChapter } from './edition-content';
import { editionsOfProcedure } from './procedure-loaders';
import type { ProcedureEditionRecord } from './procedure-edition-record';
import { dayBefore } from './validity';

/** What the London SCP holds of an edition. */
@Resolver(() => ProcedureEdition)
export class ProcedureEditionResolver {
  @FieldResolver(() => ID, { description: 'Id of the procedure that it is an edition of.' })
  procedureId(@Root() edition: ProcedureEditionRecord) {
    return edition.procedureId;
  }

  @FieldResolver(() => PartialDate, {
    description: 'When it came into force, as precisely as known: a day, unless its source states none.',
  })
  inForceFrom(@Root() edition: ProcedureEditionRecord) {
    return edition.inForceFrom;
  }

  @FieldResolver(() => PartialDate, {
    nullable: true,
    description:
      'Until when it was in force: until the next edition that the London SCP holds. Null while it is the latest.',
  })
  async inForceTo(@Root() edition: ProcedureEditionRecord, @Ctx() context: SubgraphContext) {
    const latestFirst = await editionsOfProcedure(context).load(edition.procedureId);
    const next = latestFirst[latestFirst.findIndex(({ id }) => id === edition.id) - 1];
    return next ? dayBefore(next.inForceFrom) : null;
  }

  @FieldResolver(() => [EditionChapter], { description: 'Its chapters, as far as known.' })
  @ListSize(8)
  chapters(@Root() edition: ProcedureEditionRecord) {
    return edition.chapters;
  }

  @FieldResolver(() => [EditionChange], { description: 'What changed from the edition before, as far as known.' })
  @ListSize(3)
  changes(@Root() edition: ProcedureEditionRecord) {
    return edition.changes;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Web address or clause it was read from; null for what the London SCP published here itself.',
  })
  source(@Root() edition: ProcedureEditionRecord) {
    return edition.source;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Address at which its text is published; null where that is not known.',
  })
  publishedAt(@Root() edition: ProcedureEditionRecord) {
    return edition.publishedAt;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: "Reference of the Executive's decision that agreed it; null where none is named.",
  })
  @RequiresScopes('decisions:read')
  decisionReference(@Root() edition: ProcedureEditionRecord) {
    return edition.decisionReference;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The last day of the consultation of partnerships; null where none is recorded.',
  })
  @RequiresScopes('procedures:read')
  consultedUntil(@Root() edition: ProcedureEditionRecord) {
    return edition.consultedUntil;
  }

  @FieldResolver(() => DateScalar, {
    nullable: true,
    description: 'The day partnerships had notice of it; null where none is recorded.',
  })
  @RequiresScopes('procedures:read')
  noticeGivenOn(@Root() edition: ProcedureEditionRecord) {
    return edition.noticeGivenOn;
  }

  @FieldResolver(() => Boolean, { description: 'True for demonstration data.' })
  isSynthetic(@Root() edition: ProcedureEditionRecord) {
    return edition.isSynthetic;
  }
}
