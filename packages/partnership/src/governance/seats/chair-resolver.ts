import { Body, ChairAppointment, ChairOffice, DateScalar, termEnd } from '@hub/contract';
import type { SubgraphContext } from '@hub/subgraph-kit';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { bodyOn } from '../governance-loaders';
import type { ChairAppointmentRecord } from './chair-row';
import { allChairs, endOfChair } from './seat-loaders';

/** What a chair leads to. */
@Resolver(() => ChairAppointment)
export class ChairAppointmentResolver {
  @FieldResolver(() => Body)
  body(@Root() chair: ChairAppointmentRecord, @Ctx() context: SubgraphContext) {
    return bodyOf(chair, context);
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async termEndsOn(@Root() chair: ChairAppointmentRecord, @Ctx() context: SubgraphContext) {
    const years = (await bodyOf(chair, context)).chairArrangement?.termYears ?? null;
    return chair.office === ChairOffice.CHAIR && years !== null ? termEnd(chair.appointedOn, years) : null;
  }

  @FieldResolver(() => DateScalar, { nullable: true })
  async endedOn(@Root() chair: ChairAppointmentRecord, @Ctx() context: SubgraphContext) {
    return endOfChair(await allChairs(context), chair);
  }
}

async function bodyOf(chair: ChairAppointmentRecord, context: SubgraphContext) {
  const body = await bodyOn(context, chair.bodyId, chair.appointedOn);
  if (!body) throw new Error(`Chair ${chair.id} names a body that is not stored.`);
  return body;
}
