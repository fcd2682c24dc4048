import { Body, LocalAuthority, Seat } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { seatsOfBody } from './governance-loaders';
import type { BodyRecord } from './body-record';

/** What a body leads to. */
@Resolver(() => Body)
export class BodyResolver {
  @FieldResolver(() => [Seat])
  seats(@Root() body: BodyRecord, @Ctx() context: SubgraphContext) {
    return seatsOfBody(context, body);
  }

  @FieldResolver(() => Boolean)
  isRecorded(@Root() body: BodyRecord) {
    return !body.isReference;
  }

  @FieldResolver(() => [LocalAuthority])
  covers(@Root() body: BodyRecord) {
    return body.coversCodes.map((gssCode) => Object.assign(new LocalAuthority(), { gssCode }));
  }

  @FieldResolver(() => LocalAuthority, { nullable: true })
  localAuthority(@Root() body: BodyRecord) {
    return body.localAuthorityCode === null
      ? null
      : Object.assign(new LocalAuthority(), { gssCode: body.localAuthorityCode });
  }
}
