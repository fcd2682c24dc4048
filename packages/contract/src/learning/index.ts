export * from './learning-hub';
export * from './learning-hub-arrangement';
export * from './runs-learning-hubs';
