import { MovementMove as M, MovementPermanence, type MovementRoute } from '@hub/contract';

/** How a movement goes on after its notice. */
export interface MovementScript {
  permanence: MovementPermanence;
  moves: readonly M[];
}

const { PERMANENT, TEMPORARY, NOT_SAID } = MovementPermanence;
const TO_THE_END = [M.ACCEPT, M.HOLD_CONFERENCE, M.ACCEPT_RESPONSIBILITY, M.CLOSE];

/** What may happen, by the procedure that a movement follows: all that goes well, and much that does not. */
export const MOVEMENT_SCRIPTS: Readonly<Record<MovementRoute, readonly MovementScript[]>> = {
  TRANSFER: [
    { permanence: PERMANENT, moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION, ...TO_THE_END] },
    { permanence: PERMANENT, moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION, ...TO_THE_END] },
    { permanence: NOT_SAID, moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION, ...TO_THE_END] },
    {
      permanence: PERMANENT,
      moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION, M.DISPUTE, M.SHARE_INFORMATION, ...TO_THE_END],
    },
    { permanence: PERMANENT, moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION, M.DISPUTE, M.ESCALATE] },
    { permanence: PERMANENT, moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION, M.RETURN_NOTICE] },
    { permanence: NOT_SAID, moves: [M.RETURN_NOTICE, M.WITHDRAW] },
    { permanence: TEMPORARY, moves: [M.ACKNOWLEDGE, M.AGREE_TEMPORARY_STAY, M.CLOSE] },
    {
      permanence: TEMPORARY,
      moves: [M.AGREE_TEMPORARY_STAY, M.BECOME_PERMANENT, M.SHARE_INFORMATION, ...TO_THE_END],
    },
    { permanence: PERMANENT, moves: [M.ESCALATE] },
  ],
  PLACEMENT: [
    {
      permanence: PERMANENT,
      moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION, M.APPROVE_PLACEMENT, M.START_PLACEMENT, M.CLOSE],
    },
    { permanence: PERMANENT, moves: [M.SHARE_INFORMATION, M.APPROVE_PLACEMENT, M.START_PLACEMENT] },
    { permanence: TEMPORARY, moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION] },
  ],
  MISSING: [
    {
      permanence: NOT_SAID,
      moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION, M.RECORD_RETURN, M.RECORD_RETURN_HOME_INTERVIEW, M.CLOSE],
    },
    { permanence: NOT_SAID, moves: [M.ACKNOWLEDGE, M.SHARE_INFORMATION] },
  ],
};
