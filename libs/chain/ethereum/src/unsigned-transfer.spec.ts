import { decodeFunctionData, erc20Abi, keccak256, parseTransaction, type Hex } from 'viem';
import { privateKeyToAccount, sign } from 'viem/accounts';
import { unsignedTransfer } from './unsigned-transfer';
import { EIP_1559, EIP_1559_CHAIN_ID, EIP_1559_PRIVATE_KEY, EIP_1559_TO } from './vectors/signed-transactions';
import { withSignature } from './with-signature';

const FEES = { gasLimit: 60_000n, maxFeePerGas: 30n, maxPriorityFeePerGas: 2n };
const TO = `0x${'bb'.repeat(20)}`;
const TOKEN = `0x${'11'.repeat(20)}`;

describe('unsignedTransfer', () => {
  it.each(EIP_1559)(
    'signs to the bytes of the published transaction of nonce $nonce',
    async ({ signed, ...template }) => {
      const account = privateKeyToAccount(EIP_1559_PRIVATE_KEY);
      const unsigned = unsignedTransfer({ ...template, chainId: EIP_1559_CHAIN_ID, to: EIP_1559_TO });
      const { raw, from } = await withSignature(unsigned, await signatureOver(unsigned));
      expect(raw).toBe(signed);
      expect(from).toBe(account.address.toLowerCase());
    },
  );

  it("calls the token's contract without value, the receiver and the amount in the call", () => {
    const bytes = unsignedTransfer({ ...FEES, chainId: 1, nonce: 7, to: TO, amount: 10n ** 30n, contract: TOKEN });
    const { to, value, data, nonce, type } = parseTransaction(bytes);
    expect({ to, value, nonce, type }).toEqual({ to: TOKEN, value: undefined, nonce: 7, type: 'eip1559' });
    const { functionName, args } = decodeFunctionData({ abi: erc20Abi, data: data! });
    expect([functionName, ...args!]).toEqual(['transfer', '0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB', 10n ** 30n]);
  });

  it.each([
    ['an address', { to: '0x12' }],
    ['an amount beyond 256 bits', { amount: 2n ** 256n, contract: TOKEN }],
    ['an amount below zero', { amount: -1n, contract: TOKEN }],
    ['a tip above the whole price', { maxPriorityFeePerGas: 31n }],
  ])('refuses %s that no transaction can hold', (_, wrong) => {
    expect(() => unsignedTransfer({ ...FEES, chainId: 1, nonce: 0, to: TO, amount: 1n, ...wrong })).toThrow();
  });
});

function signatureOver(unsigned: Hex): Promise<string> {
  return sign({ hash: keccak256(unsigned), privateKey: EIP_1559_PRIVATE_KEY, to: 'hex' });
}
