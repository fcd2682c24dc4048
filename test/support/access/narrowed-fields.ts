import type { Asker } from './asker';
import { coordinateOf, type Step } from './field-paths';

/** A field whose resolver also looks at who asks, and refuses some to whom its directives open it. */
interface NarrowedField {
  /** Its coordinate. */
  is: RegExp;
  /** Whom it is for, of those who have the scopes. */
  isFor(asker: Asker, type: string): boolean;
}

const isOwn = ({ partnership }: Asker, type: string) =>
  type.toLowerCase() === `${partnership?.replaceAll('-', '')}partnership`;

/** All of them: no other field may open to less than its directives say. */
const NARROWED_FIELDS: readonly NarrowedField[] = [
  {
    // Who looked at a partnership's children is for itself, and for who may read every record.
    is: /^\w+Partnership\.childRecordAccesses$/,
    isFor: (asker, type) => asker.scopes.has('audit:read') || isOwn(asker, type),
  },
  {
    // What a partnership has written, and the hub has not recorded, is for itself.
    is: /^\w+Partnership\.undeliveredMessages$/,
    isFor: isOwn,
  },
  {
    // Messages go between systems: people, who may read and move the same children, work in their own partnership's.
    is: /^(Query\.movementInbox|Mutation\.(recordMovementMessages|recordArrivals|(acknowledge|report)MovementDeliveries))$/,
    isFor: ({ role }) => role === 'partnership-system',
  },
];

/** Whether a resolver refuses somebody whom the directives let by. */
export function isNarrowed(asker: Asker, step: Step): boolean {
  const narrowed = NARROWED_FIELDS.find(({ is }) => is.test(coordinateOf(step)));
  return narrowed !== undefined && !narrowed.isFor(asker, step.type);
}
