import { MovementClockState } from '../movement-clock-state';
import { type MovementDisagreement } from '../movement-disagreement';
import { MovementState } from '../movement-state';
import { disagreements, type HubSide, type RecordAnswer } from './disagreements';

const hub = (state: keyof typeof MovementState, more: Partial<HubSide> = {}): HubSide => ({
  state: MovementState[state],
  hasPassed: false,
  isAcknowledged: true,
  isClaimed: false,
  acknowledgement: MovementClockState.MET,
  ...more,
});
const transferred = (state: 'RESPONSIBILITY_ACCEPTED' | 'CLOSED') => hub(state, { hasPassed: true });
const silent = (acknowledgement: keyof typeof MovementClockState, state: keyof typeof MovementState = 'NOTIFIED') =>
  hub(state, { isAcknowledged: false, acknowledgement: MovementClockState[acknowledgement] });

describe('the two sides of a movement', () => {
  it.each<[string, HubSide | null, RecordAnswer, RecordAnswer, (keyof typeof MovementDisagreement)[]]>([
    ['agree while the destination prepares', hub('ACCEPTED'), 'OPEN', 'OPEN', []],
    ['agree before the destination has a record', hub('INFORMATION_SHARED'), 'OPEN', 'NONE', []],
    ['agree once the child is the destination’s', transferred('CLOSED'), 'CLOSED', 'OPEN', []],
    ['agree when the destination ends its own work later', transferred('CLOSED'), 'CLOSED', 'CLOSED', []],
    ['agree on a withdrawn notice, whatever becomes of the records', hub('WITHDRAWN'), 'CLOSED', 'NONE', []],
    ['are not compared where neither answers', hub('ACCEPTED'), 'UNANSWERED', 'UNANSWERED', []],
    [
      'disagree where the origin closed without acceptance',
      hub('INFORMATION_SHARED'),
      'CLOSED',
      'OPEN',
      ['CLOSED_WITHOUT_ACCEPTANCE'],
    ],
    [
      'disagree where the origin closed and nobody holds the child',
      hub('NOTIFIED'),
      'CLOSED',
      'NONE',
      ['CLOSED_WITHOUT_ACCEPTANCE', 'OPEN_ON_NEITHER'],
    ],
    [
      'disagree where the destination accepted and opened nothing',
      hub('ACCEPTED'),
      'OPEN',
      'NONE',
      ['ACCEPTED_WITHOUT_OPEN_RECORD'],
    ],
    [
      'disagree where the destination is responsible and has closed',
      transferred('RESPONSIBILITY_ACCEPTED'),
      'OPEN',
      'CLOSED',
      ['ACCEPTED_WITHOUT_OPEN_RECORD'],
    ],
    [
      'disagree where the transfer is closed and no record was ever made',
      transferred('CLOSED'),
      'CLOSED',
      'NONE',
      ['ACCEPTED_WITHOUT_OPEN_RECORD'],
    ],
    ['disagree where both hold the child after the transfer', transferred('CLOSED'), 'OPEN', 'OPEN', ['OPEN_ON_BOTH']],
    ['disagree where the notice met silence for too long', silent('LATE'), 'OPEN', 'NONE', ['NEVER_ACKNOWLEDGED']],
    ['do not yet while the clock runs', silent('RUNNING'), 'OPEN', 'NONE', []],
    [
      'disagree on any silence where no rule says how long it may last',
      silent('NOT_SPECIFIED'),
      'OPEN',
      'NONE',
      ['NEVER_ACKNOWLEDGED'],
    ],
    [
      'disagree on any silence of which nobody can compute how long it may last',
      silent('NOT_KNOWN'),
      'OPEN',
      'NONE',
      ['NEVER_ACKNOWLEDGED'],
    ],
    ['do not on the silence after a withdrawal', silent('NOT_SPECIFIED', 'WITHDRAWN'), 'OPEN', 'NONE', []],
    ['do not on a silence that nobody can end any more', silent('LATE', 'CLOSED'), 'OPEN', 'NONE', []],
    [
      'disagree where two authorities say that they are responsible',
      hub('NOTIFIED', { isClaimed: true }),
      'OPEN',
      'NONE',
      ['RESPONSIBILITY_CLAIMED'],
    ],
    [
      'disagree still where the movement that claims it had ended before the child was known to be one',
      hub('CLOSED', { isClaimed: true }),
      'OPEN',
      'NONE',
      ['RESPONSIBILITY_CLAIMED'],
    ],
    ['disagree where a child arrived without notice', null, 'OPEN', 'OPEN', ['ARRIVED_WITHOUT_NOTICE']],
    ['have nothing to compare where there is no notice and no open record', null, 'OPEN', 'NONE', []],
  ])('%s', (_, side, origin, destination, kinds) => {
    expect(disagreements(side, origin, destination)).toEqual(kinds);
  });
});
