import {
  MovementCategory,
  MovementPlanning,
  MovementPermanence,
  PlacementApprover,
  PlacementDistance,
  SendingMeans,
  type MoveData,
} from '@hub/contract';
import { z } from 'zod';

const text = z.string();

/** Dates and lengths are looked at with the message: here only that each thing said is of its kind. */
const shape = {
  category: z.enum(MovementCategory),
  origin: text,
  destination: text,
  originName: text,
  destinationName: text,
  permanence: z.enum(MovementPermanence),
  planning: z.enum(MovementPlanning),
  becameAwareAt: text,
  hasStatutoryOrder: z.boolean(),
  distance: z.enum(PlacementDistance),
  isEmergency: z.boolean(),
  placementStartsOn: text,
  accommodationAvailableOn: text,
  movedOn: text,
  transferPack: z.array(
    z.strictObject({ title: text, sha256: text.regex(/^[0-9a-f]{64}$/i, 'must be 64 hexadecimal digits') }),
  ),
  reason: text,
  recordedBy: text,
  evidence: text,
  sends: z.array(text),
  means: z.enum(SendingMeans),
  confirmation: text,
  approver: z.enum(PlacementApprover),
  returnedAt: text,
  childPseudonym: text,
  siblings: z.array(text),
  siblingsApart: z.array(text),
} satisfies Record<keyof MoveData, z.ZodType>;
const moveData = z.strictObject(shape).partial();

/** Reads what a move says. What is null is not said. */
export function readMoveData(json: string): { data: MoveData } | { field: string; problem: string } {
  let value: unknown;
  try {
    value = JSON.parse(json, (_key, part: unknown) => part ?? undefined);
  } catch {
    return { field: 'data', problem: 'must be JSON' };
  }
  const result = moveData.safeParse(value);
  if (result.success) return { data: result.data as MoveData };
  const issue = result.error.issues[0]!;
  return issue.code === 'unrecognized_keys'
    ? { field: issue.keys[0]!, problem: 'is nothing that a move says' }
    : { field: String(issue.path[0] ?? 'data'), problem: issue.message };
}
