import { DateScalar, isQuarter, QuarterlyTheme } from '@hub/contract';
import { check, defineRecord, notBlank } from '@hub/subgraph-kit';
import { Field, ID, InputType } from 'type-graphql';
import { priorityNamed } from './priority-named';

/** A theme of a quarter as stored. */
export class QuarterlyThemeRecord extends QuarterlyTheme {}

/** What is recorded of a theme. */
@InputType({ description: 'The theme of a quarter.' })
export class AgreeQuarterlyThemeInput {
  @Field(() => String, {
    description: 'The quarter of the calendar year, as `2026-Q2`, April to June. One theme a quarter.',
  })
  quarter!: string;

  @Field(() => String, { description: 'The theme.' })
  title!: string;

  @Field(() => ID, { nullable: true, description: 'Id of the priority that it is linked to.' })
  priorityId?: string | null;

  @Field(() => DateScalar, { description: 'The day it was agreed; not after today.' })
  agreedOn!: string;
}

/** Themes, once a quarter (TRI-17). */
export const quarterlyTheme = defineRecord({
  row: QuarterlyThemeRecord,
  table: 'quarterly_theme',
  order: { quarter: 'DESC' },
  mutation: 'agreeQuarterlyTheme',
  clauses: ['TRI-17'],
  description: 'Records the theme that is scrutinised across the subgroups in a quarter (TRI-17). Once a quarter.',
  input: AgreeQuarterlyThemeInput,
  about: 'The theme.',
  answers: { as: 'theme', type: QuarterlyTheme, what: 'The theme', result: 'agreeing a theme' },
  names: { priorityId: priorityNamed },
  by: ['quarter'],
  key: ({ quarter }, { id }) => ({ id: `${id}-theme:${quarter}` }),
  content: ({ title, priorityId, agreedOn }) => ({ title, priorityId: priorityId ?? null, agreedOn }),
  derived: ({ quarter }) => ({ quarter }),
  named: ({ quarter }) => `The theme of ${quarter}`,
  taken: { code: 'ALREADY_RECORDED' },
  checks: [
    check<AgreeQuarterlyThemeInput>('QUARTER_INVALID', 'quarter', ({ quarter }) => {
      return !isQuarter(quarter) && `"${quarter}" is no quarter of a calendar year. Give one such as 2026-Q2.`;
    }),
    notBlank('title'),
  ],
  demonstration: 'displaces',
});
