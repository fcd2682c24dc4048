import { isOverdue } from './is-overdue';

describe('what was due', () => {
  it('is overdue from the day after, and at no day of a month known only as a month', () => {
    expect(isOverdue('2026-03-31', '2026-03-31')).toBe(false);
    expect(isOverdue('2026-03-31', '2026-04-01')).toBe(true);
    expect(isOverdue('2026-03', '2026-03-31')).toBe(false);
    expect(isOverdue('2026-03', '2026-04-01')).toBe(true);
    expect(isOverdue(null, '2026-04-01')).toBeNull();
  });
});
