import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { ClauseTopic } from './clause-topic';

/** One clause of a terms of reference: a passage of the founding document, or that it is silent on a matter. */
@ObjectType({ description: 'One clause of a terms of reference.' })
@Directive('@shareable')
@Public()
export class Clause {
  @Field(() => ID, { description: 'The clause id, as `HAV-14`.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The heading it stands under, without its number; a footnote under that of its mark.',
  })
  heading!: string | null;

  @Field(() => String, { nullable: true, description: 'The number of its section or paragraph, where it has one.' })
  section!: string | null;

  @Field(() => ClauseTopic, { description: 'What the clause is mainly about.' })
  topic!: ClauseTopic;

  @Field(() => [ClauseTopic], { description: 'Every topic under which the clause is found, the main one first.' })
  @ListSize(2)
  topics!: ClauseTopic[];

  @Field(() => String, {
    nullable: true,
    description:
      'The words of the document, with ` […] ` between passages that do not stand together; null where it is silent.',
  })
  quote!: string | null;

  @Field(() => String, { description: 'What the clause says, in words of the hub.' })
  summary!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the hub adds and the document does not say: an inference, a contradiction, a silence.',
  })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether partnerships differ on this rule.' })
  differsBetweenPartnerships!: boolean;
}
