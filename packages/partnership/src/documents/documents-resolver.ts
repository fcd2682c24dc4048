import { DateScalar, DocumentChange, HasDocuments, TermsOfReference } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Arg, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { obligationRulesOfDocument } from '../obligations/obligation-loaders';
import { documentChanges, type DocumentSays } from './document-changes';
import {
  bodiesOfDocument,
  documentOn,
  documents,
  seatsOfBody,
  statutoryPartnersOfDocument,
} from '../governance/governance-loaders';

/** The governing documents of a partnership, one after another. */
@Resolver(() => HasDocuments)
export class DocumentsResolver {
  @FieldResolver(() => [TermsOfReference], { nullable: true })
  documents(@Ctx() context: SubgraphContext) {
    return documents(context);
  }

  @FieldResolver(() => [DocumentChange], { nullable: true })
  async documentChanges(
    @Ctx() context: SubgraphContext,
    @Arg('earlier', () => DateScalar) earlier: string,
    @Arg('later', () => DateScalar) later: string,
  ) {
    const [before, after] = await Promise.all([saidOn(context, earlier), saidOn(context, later)]);
    return documentChanges(before, after);
  }
}

/** What the document says that was worked to on a day. */
async function saidOn(context: SubgraphContext, on: string): Promise<DocumentSays> {
  const documentId = (await documentOn(context, on))?.id;
  const [bodies, statutoryPartners, obligations] = await Promise.all([
    bodiesOfDocument(context, documentId),
    statutoryPartnersOfDocument(context, documentId),
    obligationRulesOfDocument(context, documentId),
  ]);
  const withSeats = await Promise.all(
    bodies.map(async (body) => ({ ...body, seats: await seatsOfBody(context, body) })),
  );
  return { bodies: withSeats, statutoryPartners, obligations };
}
