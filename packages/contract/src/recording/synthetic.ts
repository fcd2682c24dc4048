import { Field, ObjectType } from 'type-graphql';

/** A record that may be demonstration data, and says so. Extended by every such record. */
@ObjectType()
export abstract class Synthetic {
  @Field(() => Boolean, {
    description: 'True for demonstration data: generated from a fixed seed, describing nothing real.',
  })
  isSynthetic!: boolean;
}
