import { registerEnumType } from 'type-graphql';

export enum MovementMove {
  NOTIFY = 'NOTIFY',
  AMEND_NOTICE = 'AMEND_NOTICE',
  END_CIRCUMSTANCE = 'END_CIRCUMSTANCE',
  ACKNOWLEDGE = 'ACKNOWLEDGE',
  SHARE_INFORMATION = 'SHARE_INFORMATION',
  ACCEPT = 'ACCEPT',
  DISPUTE = 'DISPUTE',
  RETURN_NOTICE = 'RETURN_NOTICE',
  AGREE_TEMPORARY_STAY = 'AGREE_TEMPORARY_STAY',
  BECOME_PERMANENT = 'BECOME_PERMANENT',
  RECORD_STATUTORY_ORDER = 'RECORD_STATUTORY_ORDER',
  BOOK_CONFERENCE = 'BOOK_CONFERENCE',
  HOLD_CONFERENCE = 'HOLD_CONFERENCE',
  ACCEPT_RESPONSIBILITY = 'ACCEPT_RESPONSIBILITY',
  APPROVE_PLACEMENT = 'APPROVE_PLACEMENT',
  START_PLACEMENT = 'START_PLACEMENT',
  RECORD_REVIEW = 'RECORD_REVIEW',
  RECORD_RETURN = 'RECORD_RETURN',
  RECORD_RETURN_HOME_INTERVIEW = 'RECORD_RETURN_HOME_INTERVIEW',
  ESCALATE = 'ESCALATE',
  CLOSE = 'CLOSE',
  WITHDRAW = 'WITHDRAW',
  PROPOSE_WITHDRAWAL = 'PROPOSE_WITHDRAWAL',
  AGREE_WITHDRAWAL = 'AGREE_WITHDRAWAL',
  LINK_CHILD = 'LINK_CHILD',
  RECORD_SENT_BY_HAND = 'RECORD_SENT_BY_HAND',
  RECORD_SHIELDING = 'RECORD_SHIELDING',
  RECORD_ORGANISATION_TOLD = 'RECORD_ORGANISATION_TOLD',
  RECORD_ORGANISATION_ACKNOWLEDGEMENT = 'RECORD_ORGANISATION_ACKNOWLEDGEMENT',
  DECIDE_NOT_TO_SHARE = 'DECIDE_NOT_TO_SHARE',
}

registerEnumType(MovementMove, {
  name: 'MovementMove',
  description: 'A step that a side of a movement takes, or a fact that it records.',
  valuesConfig: {
    NOTIFY: { description: 'The origin notifies the destination.' },
    AMEND_NOTICE: {
      description:
        'The origin amends its notice. Time limits go on from the first one; a new destination is notified by it.',
    },
    END_CIRCUMSTANCE: {
      description: 'Either side records that one of several circumstances has ended, and with it its time limits.',
    },
    ACKNOWLEDGE: { description: 'The destination says that it has the notice.' },
    SHARE_INFORMATION: { description: 'The origin shares its information in writing.' },
    ACCEPT: { description: 'The destination accepts the referral.' },
    DISPUTE: { description: 'The destination disputes the referral.' },
    RETURN_NOTICE: { description: 'The destination sends the notice back.' },
    AGREE_TEMPORARY_STAY: { description: 'The destination agrees that the stay is temporary.' },
    BECOME_PERMANENT: { description: 'The origin says that a temporary stay has become permanent.' },
    RECORD_STATUTORY_ORDER: {
      description: 'The origin records whether a statutory order holds, which keeps it responsible.',
    },
    BOOK_CONFERENCE: { description: 'The destination books the transfer-in conference, or books it anew.' },
    HOLD_CONFERENCE: { description: 'The destination holds the transfer-in conference.' },
    ACCEPT_RESPONSIBILITY: { description: 'The destination accepts responsibility in writing.' },
    APPROVE_PLACEMENT: { description: 'The placing authority approves a placement out of its area.' },
    START_PLACEMENT: { description: 'The placing authority puts the placement into effect.' },
    RECORD_REVIEW: {
      description: 'The origin records a review of a temporary stay or a placement, and when the next one is to be.',
    },
    RECORD_RETURN: { description: 'Either side records that a missing child has returned or been found.' },
    RECORD_RETURN_HOME_INTERVIEW: { description: 'Either side records the return home interview.' },
    ESCALATE: { description: 'Either side takes the movement to its managers. It changes no responsibility.' },
    CLOSE: { description: 'The origin closes the movement.' },
    WITHDRAW: { description: 'The origin withdraws the notice, before the destination has begun its work.' },
    PROPOSE_WITHDRAWAL: {
      description: 'The origin proposes to withdraw a notice on which the destination has begun its work.',
    },
    AGREE_WITHDRAWAL: { description: 'The destination agrees that the notice is withdrawn: now it is.' },
    LINK_CHILD: {
      description: 'Either side says by which other identifier the child is known: a number that was not known before.',
    },
    RECORD_SENT_BY_HAND: {
      description:
        'Either side records that it has sent steps of its own by hand: the other side is outside the hub, which tells it nothing.',
    },
    RECORD_SHIELDING: {
      description:
        'Either side says whether it must stay hidden where the child lives. While either says so, both show the other no team.',
    },
    RECORD_ORGANISATION_TOLD: { description: 'Either side records that it has told an organisation of the move.' },
    RECORD_ORGANISATION_ACKNOWLEDGEMENT: {
      description: 'Either side records that an organisation which it told has said that it knows.',
    },
    DECIDE_NOT_TO_SHARE: { description: 'Either side records that it decided not to share something, and why.' },
  },
});
