import { connectionOf } from '@hub/contract';
import { ChildMovement } from '../child-movement';

/** Pages of movements, latest notice first. */
export const MovementConnection = connectionOf('Movement', ChildMovement);
