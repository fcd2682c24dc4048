/** How a movement stands: what is asked of it at the hub and at home alike. */
export const STANDING = `
  notice { category circumstances permanence planning becameAwareAt movedOn hasStatutoryOrder distance isEmergency
    placementStartsOn accommodationAvailableOn legalStatus reasonForMove interimProtection lastSeenOn nextVisitOn toTell
    housingNoticeParts housingNoticePartsMissing }
  shieldedBy
  conference { bookedFor heldAt outcome }
  organisations { kind side toldAt acknowledgedAt }
  nextSteps { move side carries scope }
  awaiting { move authority clock dueAt dueOn }
  outside { side authority name isToldByHub toSend { step move occurredAt } }
  readAt readByRole`;
