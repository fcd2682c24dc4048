import { refuse, type MoveRefusal } from './refusal';

/** Of two numbers that are both said to be a child's, one is wrong, or another child's: nobody but people can tell which. */
export function linkedToAnother(): MoveRefusal {
  const remedy = 'Compare both with their source, and ask the other side.';
  return refuse(
    'LINKED_TO_ANOTHER',
    'childPseudonym',
    `The child was linked to another number before. Only one can be right. ${remedy}`,
  );
}
