export * from './balance-identity';
export * from './slashing';
export * from './staking-error';
export * from './validator';
export * from './withdrawal';
