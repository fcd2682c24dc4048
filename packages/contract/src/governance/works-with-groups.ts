import { Arg, Field, ID, Int, InterfaceType } from 'type-graphql';
import { Public } from '../access/public';
import { RequiresScopes } from '../access/requires-scopes';
import { Paged } from '../cost/paged';
import type { Connection } from '../paging/connection';
import { resolvedElsewhere } from '../recording/resolved-elsewhere';
import { BoardContactConnection, type BoardContact } from './board-contact';
import { GroupReportConnection, type GroupReport } from './group-report';

@InterfaceType({
  description: 'A partnership that records what its groups reported, and its contacts with other boards.',
})
export abstract class WorksWithGroups {
  @Field(() => ID, { description: 'Id of the partnership.' })
  @Public()
  id!: string;

  @Field(() => GroupReportConnection, { nullable: true, description: 'Reports of its groups, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  groupReports(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<GroupReport> | null {
    return resolvedElsewhere('WorksWithGroups.groupReports');
  }

  @Field(() => BoardContactConnection, { nullable: true, description: 'Its contacts with other boards, latest first.' })
  @Paged()
  @RequiresScopes('governance:read')
  boardContacts(
    @Arg('first', () => Int, { description: 'How many, 1 to 100.' }) _first: number,
    @Arg('after', () => String, { nullable: true, description: 'Cursor after which the page begins.' })
    _after?: string | null,
  ): Connection<BoardContact> | null {
    return resolvedElsewhere('WorksWithGroups.boardContacts');
  }
}
