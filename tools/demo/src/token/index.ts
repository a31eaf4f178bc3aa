export { TEST_TOKEN } from './test-token';
