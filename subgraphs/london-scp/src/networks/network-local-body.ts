import { DateScalar, RequiresScopes, Synthetic } from '@hub/contract';
import { Field, ObjectType } from 'type-graphql';
import { LocalPartnership } from '../directory/local-partnership';
import { ConnectedBody } from './connected-body';

@ObjectType({ description: 'A body of a partnership that connects to a network.' })
@RequiresScopes('networks:read')
export class NetworkLocalBody extends Synthetic {
  @Field(() => LocalPartnership, { nullable: true, description: 'The partnership whose body it is.' })
  partnership!: LocalPartnership | null;

  @Field(() => ConnectedBody, { description: 'The body.' })
  body!: ConnectedBody;

  @Field(() => DateScalar, { description: 'Since which day it connects.' })
  connectedOn!: string;
}
