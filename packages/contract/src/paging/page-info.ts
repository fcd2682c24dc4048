import { Directive, Field, ObjectType } from 'type-graphql';
import { Public } from '../access/public';

/** Relay page information. */
@ObjectType({ description: 'Where a page of a connection stands.' })
@Directive('@shareable')
@Public()
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more items follow.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether items come before.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item; give it as `after` for the next page.',
  })
  endCursor!: string | null;
}
