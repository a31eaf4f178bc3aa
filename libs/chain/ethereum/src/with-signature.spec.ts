import { keccak256, numberToHex, serializeSignature } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';
import { EIP_155 } from './vectors/signed-transactions';
import { withSignature } from './with-signature';

const ORDER = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n;
const signature = (s: bigint, yParity: 0 | 1) =>
  serializeSignature({ r: EIP_155.r, s: numberToHex(s, { size: 32 }), yParity });

describe('withSignature', () => {
  it('makes the signed transaction of EIP-155 out of its two halves, and finds who signed', async () => {
    expect(keccak256(EIP_155.unsigned)).toBe(EIP_155.signingHash);
    await expect(withSignature(EIP_155.unsigned, signature(EIP_155.s, 0))).resolves.toEqual({
      raw: EIP_155.signed,
      txid: keccak256(EIP_155.signed),
      from: privateKeyToAccount(EIP_155.privateKey).address.toLowerCase(),
    });
  });

  it('refuses the twin of a signature, which recovers to the same key and has another transaction id', async () => {
    const twin = signature(ORDER - EIP_155.s, 1);
    await expect(withSignature(EIP_155.unsigned, twin)).rejects.toMatchObject({
      code: 'wrong-signature',
      message: expect.stringContaining('EIP-2'),
    });
  });

  it.each(['', '0x', 'signed!', `0x${'00'.repeat(65)}`, `0x${'11'.repeat(64)}`, `0x${'11'.repeat(64)}05`])(
    'refuses %p, which is no signature',
    async (text) => {
      await expect(withSignature(EIP_155.unsigned, text)).rejects.toMatchObject({ code: 'wrong-signature' });
    },
  );
});
