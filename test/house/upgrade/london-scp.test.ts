import { decisionIdOf } from '../../../subgraphs/london-scp/src/governance/decisions/decision-records';
import { londonScp } from '../../../subgraphs/london-scp/src/london-scp';
import { describeUpgrade, inTodaysWords } from '../../support/describe-upgrade';

/** Messages on their way, held and refused, and an escalation: of events that are there. */
const MORE = `
  INSERT INTO movement_message (id, movement_id, sender, body, received_at, outcome, refusal, settled_at)
    SELECT message_id, movement_id, 'lambeth', jsonb_build_object('event', body, 'after', NULL), recorded_at, 'REFUSED',
      '{"code": "NOT_A_DAY", "field": "manifest", "message": "A text of RETURN_INTERVIEW and FOUND_OUT"}', recorded_at
    FROM movement_event;
  INSERT INTO movement_delivery (recipient, movement_id, message_id, body, created_at)
    SELECT 'havering', movement_id, message_id, jsonb_build_object('event', body, 'after', NULL), recorded_at FROM movement_event;
  INSERT INTO movement_escalation SELECT id, 'RETURN_INTERVIEW', '{}', now(), now() FROM child_movement;
  INSERT INTO movement_removal (removed_at, reason, period_days, movements, messages) VALUES (now(), 'Retention', 400, 1, 2);`;

describeUpgrade(londonScp, MORE, (table, row) => {
  const { partnership_id: partnership, agency_id: agency, reference } = row;
  const isNamed = table === 'pooled_contribution' || table === 'network_member';
  return inTodaysWords({
    ...row,
    ...(isNamed && { agency_id: `${String(partnership)}:agency:${String(agency)}` }),
    // A sign-off is found by the id of its decision, which follows from the reference.
    ...(table === 'executive_decision' && { id: decisionIdOf(String(reference)) }),
  });
});
