export type { AnvilOptions } from './anvil-command';
export { run, type Command } from './command';
export { freePort } from './free-port';
export type { ServicePart } from './part';
export { issuerUrl } from './issuer-part';
export { tokenFor } from './issuer/access-token';
export { CONSOLE_CLIENT } from './issuer/clients';
export { PEOPLE, type PersonName } from './issuer/people';
export { postgresUrl } from './postgres-part';
export { isRunning, type ProcessIdentity } from './process-identity';
export { resetStack, Stack, type StackEnvironment, type StackOptions, type StackPart } from './stack';
export { stackHolder, StackRunningError } from './stack-lock';
export { startAnvil, type Anvil } from './start-anvil';
export { readStackState, type PartState, type StackState } from './state-file';
export {
  SERVICES,
  startAlone,
  startSecond,
  startServices,
  type ServiceName,
  type ServicesOptions,
  type ServiceUrls,
} from './services';
