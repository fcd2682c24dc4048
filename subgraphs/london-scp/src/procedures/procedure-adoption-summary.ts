import { DateScalar, ListSize, ProcedureEdition, RequiresScopes } from '@hub/contract';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Coverage } from '../directory/coverage';
import { DIRECTORY_SIZE } from '../directory/directory-size';
import { LocalPartnership } from '../directory/local-partnership';

@ObjectType({ description: 'Where one partnership stands with a procedure on a day.' })
@RequiresScopes('procedures:read')
export class AdoptionPosition {
  @Field(() => LocalPartnership, { description: 'The partnership.' })
  partnership!: LocalPartnership;

  @Field(() => ID, {
    nullable: true,
    description: 'Id of the edition it worked to on that day, as it says itself; null if none.',
  })
  editionId!: string | null;

  @Field(() => ProcedureEdition, {
    nullable: true,
    description: 'The edition it worked to on that day; null if none, or if the London SCP holds no such edition.',
  })
  edition!: ProcedureEdition | null;

  @Field(() => DateScalar, { nullable: true, description: 'From which day it worked to that edition; null if none.' })
  adoptedOn!: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether that is the edition in force on that day, or already a later one. Null where none is in force, or ' +
      'where the London SCP holds no such edition.',
  })
  isCurrent!: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Days since the current edition came into force on which it was not worked to. Null if it is, or if the day it ' +
      'came into force is not stated.',
  })
  lagDays!: number | null;

  @Field(() => [String], { description: 'Local variations from the edition it worked to, in words.' })
  @ListSize(2)
  localVariations!: readonly string[];
}

@ObjectType({ description: 'How one partnership varies the edition it works to.' })
@RequiresScopes('procedures:read')
export class AdoptionVariation {
  @Field(() => LocalPartnership, { description: 'The partnership.' })
  partnership!: LocalPartnership;

  @Field(() => [String], { description: 'Its local variations, in words: at least one.' })
  @ListSize(2)
  localVariations!: readonly string[];
}

@ObjectType({ description: 'Who works to which edition of a procedure across London on a day.' })
@RequiresScopes('procedures:read')
export class ProcedureAdoptionSummary {
  @Field(() => DateScalar, { description: 'The day that it speaks of.' })
  on!: string;

  @Field(() => Coverage, { description: 'How many partnerships it rests on, and who is missing from it.' })
  coverage!: Coverage;

  @Field(() => ProcedureEdition, {
    nullable: true,
    description: 'The edition in force on that day; null where the London SCP holds none.',
  })
  currentEdition!: ProcedureEdition | null;

  @Field(() => [AdoptionPosition], {
    description: 'One position a partnership that answered, in the order of the directory.',
  })
  @ListSize(DIRECTORY_SIZE)
  positions!: AdoptionPosition[];

  @Field(() => [AdoptionPosition], {
    description: 'Those that did not work to the edition in force, the longest behind first.',
  })
  @ListSize(DIRECTORY_SIZE)
  behind!: AdoptionPosition[];

  @Field(() => [AdoptionVariation], { description: 'Those that varied the edition they worked to.' })
  @ListSize(DIRECTORY_SIZE)
  variations!: AdoptionVariation[];
}
