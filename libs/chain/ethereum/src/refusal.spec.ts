import { NodeRefusal } from './node-error';
import { saysWouldFail, verdictOn } from './refusal';

const refusal = (message: string, code = -32000) => new NodeRefusal('eth_sendRawTransaction', code, message);

describe("a node's refusal of signed bytes", () => {
  it.each([
    ['geth', 'already known', 'already-known'],
    ['Nethermind', 'AlreadyKnown', 'already-known'],
    ['Besu', 'Known transaction', 'already-known'],
    ['anvil', 'transaction already imported', 'already-known'],
    ['geth', 'nonce too low: next nonce 5, tx nonce 4', 'nonce-too-low'],
    ['Nethermind', 'OldNonce, Current nonce: 5, nonce of rejected tx: 4.', 'nonce-too-low'],
    ['geth', 'replacement transaction underpriced', 'underpriced'],
    ['geth', 'transaction underpriced: tip needed 1, tip permitted 0', 'underpriced'],
    ['Nethermind', 'FeeTooLow, EffectivePriorityFeePerGas too low', 'underpriced'],
    ['Besu', 'Gas price below configured minimum gas price', 'underpriced'],
    ['anvil', 'max fee per gas less than block base fee', 'underpriced'],
    ['geth', 'insufficient funds for gas * price + value: balance 0, tx cost 1', 'insufficient-funds'],
    ['Besu', 'Upfront cost exceeds account balance', 'insufficient-funds'],
    ['geth', 'intrinsic gas too low: gas 100, minimum needed 21000', 'rejected'],
  ])('of %s, "%s", is %s', (_, message, verdict) => expect(verdictOn(refusal(message))).toBe(verdict));

  it.each([
    ['request rate exceeded', -32005],
    ['the method eth_sendRawTransaction does not exist', -32601],
    ['internal error', -32603],
  ])('"%s" judges the question, not the bytes', (message, code) => {
    expect(verdictOn(refusal(message, code))).toBeUndefined();
  });
});

it.each([
  ['execution reverted: paused', 3, true],
  ['EVM error InvalidFEOpcode', -32603, true],
  ['insufficient funds for transfer', -32000, true],
  ['gas required exceeds allowance (0)', -32000, true],
  ['header not found', -32000, false],
  ['request rate exceeded', -32005, false],
])('"%s" tells whether a call would fail', (message, code, wouldFail) => {
  expect(saysWouldFail(refusal(message, code))).toBe(wouldFail);
});
