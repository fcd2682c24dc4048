import {
  CATEGORY_PROCEDURES,
  MOVE_DATA,
  MovementCategory,
  MovementMove,
  TRANSITIONS,
  type Transition,
} from '@hub/contract';
import { z } from 'zod';
import { referenceTo, type JsonSchema } from './openapi/components';

/** Name of the component that says what any move may say. */
export const MOVE_DATA_COMPONENT = 'MoveData';

const MOVES = Object.values(MovementMove);

/** What each move says, as JSON Schema: the fields of any, and of them what the table of transitions has it carry. */
export function moveSchemas(): Record<string, JsonSchema> {
  const { $schema: _, ...any } = z.toJSONSchema(MOVE_DATA, { io: 'input' }) as JsonSchema;
  const fields = Object.keys(any['properties'] as object);
  const ofMoves = MOVES.map((move): [string, JsonSchema] => [
    componentOf(move),
    { description: `What \`${move}\` says.`, allOf: [referenceTo(MOVE_DATA_COMPONENT), ...mustSay(move, fields)] },
  ]);
  return Object.fromEntries([
    [
      MOVE_DATA_COMPONENT,
      {
        description:
          'What a move says. Leave out what it does not say. What each must say is in `NotifyData` and the others.',
        ...any,
      },
    ],
    ...ofMoves,
  ]);
}

/** Of a message with its data in a part of its own: that it is what its move says. */
export function dataByMove(): JsonSchema[] {
  return MOVES.map((move) => when({ move }, { properties: { data: referenceTo(componentOf(move)) } }));
}

/** Of a step with its data beside the move: that it says what it must, as far as it has such fields. */
export function fieldsByMove(fields: readonly string[]): JsonSchema[] {
  return MOVES.flatMap((move) => {
    const required = carried(rowsOf(move)).filter((field) => fields.includes(field));
    return required.length > 0 ? [when({ move }, needed(required))] : [];
  });
}

/** What a move must say in every case, and a notice beside that by its category, as far as there are such fields. */
export function mustSay(move: MovementMove, fields: readonly string[]): JsonSchema[] {
  const always = carried(rowsOf(move)).filter((field) => fields.includes(field));
  const categories = move === MovementMove.NOTIFY ? Object.values(MovementCategory) : [];
  const byCategory = categories.flatMap((category) => {
    const { route } = CATEGORY_PROCEDURES[category];
    const required = carried(rowsOf(move).filter((row) => row.route.includes(route))).filter(
      (field) => !always.includes(field) && fields.includes(field),
    );
    return required.length > 0 ? [when({ category }, needed(required))] : [];
  });
  return [...(always.length > 0 ? [needed(always)] : []), ...byCategory];
}

const rowsOf = (move: MovementMove) => TRANSITIONS.filter((row) => row.move === move);

/** What is carried by each of some rows. */
function carried([first, ...others]: readonly Transition[]): string[] {
  return (first?.carries ?? []).filter((field) => others.every(({ carries }) => carries.includes(field)));
}

function when(said: Record<string, string>, then: JsonSchema): JsonSchema {
  const properties = Object.fromEntries(Object.entries(said).map(([field, value]) => [field, { const: value }]));
  return { if: { properties, required: Object.keys(said) }, then };
}

/** Null says nothing, wherever it may stand. */
function needed(required: readonly string[]): JsonSchema {
  return { properties: Object.fromEntries(required.map((field) => [field, { not: { type: 'null' } }])), required };
}

/** As `AcceptResponsibilityData`. */
function componentOf(move: MovementMove): string {
  const words = move.split('_').map((word) => `${word[0]}${word.slice(1).toLowerCase()}`);
  return `${words.join('')}Data`;
}
