import { ProcedureEdition, Sourced } from '@hub/contract';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../directory/local-partnership';
import { ProcedureKind } from './procedure-kind';

/** A shared protocol that the London SCP manages for local partnerships (LON-04, LON-07). */
@ObjectType({ description: 'A shared protocol that the London SCP manages for local partnerships.' })
@Directive('@key(fields: "id")')
export class Procedure extends Sourced {
  @Field(() => ID, { description: 'Id, as `london-procedures`.' })
  id!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => ProcedureKind, { description: 'Kind of protocol.' })
  kind!: ProcedureKind;

  @Field(() => String, { description: 'What it is.' })
  description!: string;

  @Field(() => String, { nullable: true, description: 'Address at which it is published, where known.' })
  publishedAt!: string | null;

  @Field(() => [ProcedureEdition], { description: 'Its editions, latest first.' })
  editions!: ProcedureEdition[];

  @Field(() => [LocalPartnership], {
    description: 'The partnerships on whose behalf it is managed; each says what it adopted.',
  })
  partnerships!: LocalPartnership[];
}
