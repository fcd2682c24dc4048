/** What examples are about: the subjects by which the house is filed, and what joins several. */
export const SUBJECTS: readonly string[] = [
  ...['Governance', 'Meetings', 'Money', 'Procedures', 'Networks', 'Movements', 'Directory', 'Access'],
  'Across subjects',
];
