export * from './assurance-arrangement';
export * from './assurance-statement';
export * from './assures-practice';
export * from './audit-kind';
export * from './challenge-escalation';
export * from './practice-audit';
export * from './professional-challenge';
export * from './scrutiny-activity';
