export * from './config-of';
