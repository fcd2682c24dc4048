/** The subgraph of the London SCP, which owns the root fields. */
export const HUB_SUBGRAPH = 'london-scp';

/** Types of which there is one a partnership, by the end of their names. */
export const PARTNERSHIP_FAMILIES = ['Partnership', 'BudgetYear', 'DatasetReturn', 'ChildRecord'] as const;

/** How the types of a partnership begin, by its subgraph's name: `tri-borough` has `TriBoroughPartnership`. */
export const prefixOf = (subgraph: string) =>
  subgraph.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
