export * from './publishes-reports';
export * from './report';
export * from './report-dispatch';
export * from './report-kind';
export * from './report-part';
export * from './report-requirement';
