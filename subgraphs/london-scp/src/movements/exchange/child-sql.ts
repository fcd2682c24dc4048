/**
 * The SQL of what a movement's child is known by now; null where there is no notice.
 *
 * @param movement - an expression of the movement's id
 * @param noticed - an expression of the pseudonym in a notice that is not recorded yet
 */
export const childSql = (movement: string, noticed: string) => `coalesce(
  (SELECT child_pseudonym FROM child_movement WHERE id = ${movement}),
  (SELECT child_pseudonym FROM child_link WHERE pseudonym = ${noticed}::text), ${noticed}::text)`;

/** The SQL of a child's movements that have not ended, beside one. */
export const othersSql = (child: string, movement: string) => `
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', id, 'category', category, 'origin', origin_code,
      'destination', destination_code, 'state', state) ORDER BY notified_at, id), '[]')
    FROM child_movement WHERE child_pseudonym = ${child} AND closed_at IS NULL AND id <> ${movement})`;

/** The SQL of when the last step of any of a child's movements beside one was recorded. */
export const childLastAtSql = (child: string, movement: string) => `
  (SELECT max(recorded_at) FROM child_movement JOIN movement_event ON movement_id = id
    WHERE child_pseudonym = ${child} AND id <> ${movement})`;
