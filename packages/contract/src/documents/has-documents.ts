import { Arg, Field, ID, InterfaceType } from 'type-graphql';
import { DateScalar } from '@hub/scalars';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { DocumentChange } from './document-change';
import { TermsOfReference } from '../governance/terms-of-reference';

@InterfaceType({ description: 'A partnership whose governing documents are kept one after another.' })
export abstract class HasDocuments {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => [TermsOfReference], { nullable: true, description: 'Its governing documents, the earliest first.' })
  @ListSize(3)
  @Public()
  documents!: TermsOfReference[] | null;

  @Field(() => [DocumentChange], {
    nullable: true,
    description: 'What the document that held on one day says otherwise than the one that held on an earlier day.',
  })
  @ListSize(20)
  @Public()
  documentChanges(
    @Arg('earlier', () => DateScalar, { description: 'The earlier day.' }) _earlier: string,
    @Arg('later', () => DateScalar, { description: 'The later day.' }) _later: string,
  ): DocumentChange[] | null {
    return resolvedElsewhere('HasDocuments.documentChanges');
  }
}
