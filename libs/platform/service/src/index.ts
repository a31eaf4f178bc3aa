export * from './bindings';
export * from './page';
export * from './problem';
export * from './route';
export * from './service-definition';
