import { z } from 'zod';
import { assertConfigured, ConfigError, configOf } from './config-of';

class NodeConfig extends configOf({ RPC_URL: z.url(), START_BLOCK: z.coerce.number().int().min(0).default(0) }) {}
class PortConfig extends configOf({ PORT: z.coerce.number().int() }) {}

it('reads typed values and defaults', () => {
  expect({ ...new NodeConfig({ RPC_URL: 'http://127.0.0.1:8545', START_BLOCK: '7' }) }).toEqual({
    RPC_URL: 'http://127.0.0.1:8545',
    START_BLOCK: 7,
  });
  expect(new NodeConfig({ RPC_URL: 'http://x' }).START_BLOCK).toBe(0);
});

it('a variable that is set but empty counts as not set', () => {
  expect(() => new NodeConfig({ RPC_URL: '' })).toThrow(/RPC_URL: .*\(not set\)/);
});

it('names every bad variable at once, over several classes', () => {
  const environment = { RPC_URL: 'nonsense', START_BLOCK: '-1', PORT: 'eighty' };
  const failure = (): void => assertConfigured([NodeConfig, PortConfig], environment);
  expect(failure).toThrow(ConfigError);
  expect(failure).toThrow(/RPC_URL: Invalid URL\n {2}START_BLOCK: .*\n {2}PORT: /);
});
