import { setImmediate as breathe } from 'node:timers/promises';
import { bytesToHex, type Hex } from 'viem';
import { mnemonicToAccount, privateKeyToAccount } from 'viem/accounts';

const KEYS_PER_BREATH = 1_000;

/**
 * Derives the first keys of a mnemonic, `m/44'/60'/0'/0/<i>` (BIP 44).
 *
 * @param progress  called with the number of keys so far, now and then
 * @returns each private key by its public key: x and y, 64 bytes, lower-case
 */
export async function developmentKeys(
  mnemonic: string,
  count: number,
  progress: (derived: number) => void,
): Promise<ReadonlyMap<Hex, Hex>> {
  const parent = mnemonicToAccount(mnemonic, { path: "m/44'/60'/0'/0" }).getHdKey();
  const keys = new Map<Hex, Hex>();
  for (let index = 0; index < count; index += 1) {
    const privateKey = bytesToHex(parent.deriveChild(index).privateKey!);
    keys.set(`0x${privateKeyToAccount(privateKey).publicKey.slice(4)}`, privateKey);
    if (keys.size % KEYS_PER_BREATH > 0) continue;
    progress(keys.size);
    await breathe();
  }
  return keys;
}
