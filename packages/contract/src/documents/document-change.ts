import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';

@ObjectType({ description: 'What one governing document says otherwise than an earlier one.' })
@Directive('@shareable')
@Public()
export class DocumentChange {
  @Field(() => String, {
    description: 'Of what: a body, the statutory partners, an obligation; by its id where it has one.',
  })
  of!: string;

  @Field(() => String, { description: 'What of it: its frequency, its quorum, its chair, its seats.' })
  what!: string;

  @Field(() => String, { nullable: true, description: 'What the earlier document says; null where it says nothing.' })
  earlier!: string | null;

  @Field(() => String, { nullable: true, description: 'What the later document says; null where it says nothing.' })
  later!: string | null;

  @Field(() => [ID], { description: 'Ids of the clauses of both that say so.' })
  @ListSize(2)
  sources!: string[];
}
