import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Public } from '../access/public';

/**
 * A local authority, by its key. The London SCP's directory describes it; a partnership's subgraph
 * gives the GSS code and no more.
 */
@ObjectType({ description: 'A London local authority.' })
@Directive('@key(fields: "gssCode")')
@Public()
export class LocalAuthority {
  @Field(() => ID, { description: 'ONS (GSS) code, as `E09000022`.' })
  gssCode!: string;
}
