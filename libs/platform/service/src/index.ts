export * from './bindings';
export * from './problem';
export * from './route';
export * from './service-definition';
