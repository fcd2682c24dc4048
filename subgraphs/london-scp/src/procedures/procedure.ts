import {
  DateScalar,
  ListSize,
  ProcedureEdition,
  ProcedureRuleCode,
  Public,
  Sourced,
  resolvedElsewhere,
} from '@hub/contract';
import { Arg, Directive, Field, ID, ObjectType } from 'type-graphql';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';
import { ProcedureKind } from './procedure-kind';
import { ProcedureRule } from './procedure-rule';

/** A shared protocol that the London SCP manages for local partnerships (LON-04, LON-07). */
@ObjectType({ description: 'A shared protocol that the London SCP manages for local partnerships.' })
@Directive('@key(fields: "id")')
@Public()
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

  @Field(() => [ProcedureEdition], { description: 'Its editions that the London SCP holds, latest first.' })
  @ListSize(5)
  editions!: ProcedureEdition[];

  @Field(() => [ProcedureRule], { description: 'Limits that other parts of the hub use, by code and beginning.' })
  @ListSize(6)
  rules(
    @Arg('on', () => DateScalar, { nullable: true, description: 'Only those that held on this day.' })
    _on?: string | null,
    @Arg('code', () => ProcedureRuleCode, { nullable: true, description: 'Only those that limit this.' })
    _code?: ProcedureRuleCode | null,
  ): ProcedureRule[] {
    return resolvedElsewhere('Procedure.rules');
  }

  @Field(() => [LocalPartnership], {
    description: 'The partnerships on whose behalf it is managed; each says what it adopted.',
  })
  @ListSize(DIRECTORY_SIZE)
  partnerships!: LocalPartnership[];

  @Field(() => [LocalPartnership], {
    nullable: 'items',
    description: 'The same partnerships, as those that may adopt it. `adoption` and `signatures` reduce over them.',
  })
  @ListSize(DIRECTORY_SIZE)
  adopters!: (object | null)[];
}
