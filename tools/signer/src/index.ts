export { DEVELOPMENT_MNEMONIC } from './config';
