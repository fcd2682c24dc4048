import { lambeth } from '../../../subgraphs/lambeth/src/lambeth';
import { describeUpgrade, inTodaysWords } from '../../support/describe-upgrade';

/** Messages on their way to the hub and from it, and a reserve with a charge on it. */
const MORE = `
  INSERT INTO movement_outbox (id, movement_id, body, attempts, last_problem, delivered_at, outcome, refusal)
    SELECT message_id, movement_id, jsonb_build_object('event', body, 'after', NULL), 1, 'none', recorded_at, 'REFUSED',
      '{"code": "NOT_A_DAY", "field": "discovery", "message": "A text of manifest"}' FROM movement_event;
  INSERT INTO movement_waiting SELECT message_id, movement_id, 'x', body, recorded_at FROM movement_event;
  INSERT INTO movement_removal (removed_at, reason, period_days, movements, messages) VALUES (now(), 'Retention', 400, 1, 2);
  INSERT INTO reserve VALUES ('E09000022', 9000, false);
  INSERT INTO review_charge VALUES ('R/1', 'E09000022', 'Review', 100, '2026-01-05', false);`;

describeUpgrade(lambeth, MORE, (_table, row) => inTodaysWords(row));
