import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';
import { ListSize } from '../cost/list-size';
import { ClauseTopic } from './clause-topic';

/** One clause of a terms of reference, as listed in the clause table of the founding documents. */
@ObjectType({ description: 'One clause of a terms of reference.' })
@Directive('@shareable')
@Public()
export class Clause {
  @Field(() => ID, { description: 'The clause id, as `HAV-14`.' })
  id!: string;

  @Field(() => String, { description: 'Where in the document the clause stands.' })
  section!: string;

  @Field(() => ClauseTopic, { description: 'What the clause is mainly about.' })
  topic!: ClauseTopic;

  @Field(() => [ClauseTopic], { description: 'Every topic under which the clause is found, the main one first.' })
  @ListSize(2)
  topics!: ClauseTopic[];

  @Field(() => String, { description: 'What the clause says.' })
  text!: string;

  @Field(() => Boolean, { description: 'Whether partnerships differ on this rule.' })
  differsBetweenPartnerships!: boolean;
}
