/**
 * What a statement does, and to which table first: `SELECT bodies`. Values do not stand there, nor do those that a statement
 * might hold in its text.
 */
export function statementSummary(sql: string): string {
  const [, verb = 'statement'] = /^\s*([a-z]{1,20})\b/i.exec(sql) ?? [];
  const withoutTexts = sql.replace(/'[^']*'/g, "''");
  const [, table] = /\b(?:from|into|update)\s+"?([a-z_][\w-]{0,62})"?/i.exec(withoutTexts) ?? [];
  return table === undefined ? verb.toUpperCase() : `${verb.toUpperCase()} ${table}`;
}
