import { RequiresScopes } from '@hub/contract';
import { Field, ID, ObjectType } from 'type-graphql';

/** A body of a partnership as it answered for a network. Its partnership says all else of it. */
@ObjectType({ description: "A partnership's body behind a network. The partnership's own bodies say all else of it." })
@RequiresScopes('networks:read')
export class ConnectedBody {
  @Field(() => ID, { description: 'Id of the body among those of its partnership, as `havering-executive`.' })
  bodyId!: string;

  @Field(() => String, { description: "Name as the partnership's document words it." })
  name!: string;
}
