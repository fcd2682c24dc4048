import { Public } from '@hub/contract';
import { Field, ID, InputType, ObjectType } from 'type-graphql';

@ObjectType({ description: 'A chapter of an edition.' })
@InputType('EditionChapterInput', { description: 'A chapter of an edition.' })
@Public()
export class EditionChapter {
  @Field(() => ID, { description: 'Its number, as `CP6`.' })
  number!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;
}

@ObjectType({ description: 'What changed in one chapter from the edition before.' })
@InputType('EditionChangeInput', { description: 'What changed in one chapter from the edition before.' })
@Public()
export class EditionChange {
  @Field(() => ID, { description: 'Number of the chapter, as `CP6`.' })
  chapter!: string;

  @Field(() => String, { description: 'What changed, in words.' })
  summary!: string;
}
