export * from './event-type';
export * from './generated/events';
