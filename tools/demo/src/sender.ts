import { encodeFunctionData, parseGwei, type Hex } from 'viem';
import { mnemonicToAccount, type HDAccount } from 'viem/accounts';
import type { OutsideNode } from './outside-node';
import { TEST_TOKEN } from './token/test-token';

/** The mnemonic that development nodes fund; its accounts are outsiders to the custodian. */
const NODE_MNEMONIC = 'test test test test test test test test test test test junk';

/** A value transfer to make: of the native asset, or of a token where a contract is named. */
export interface Payment {
  readonly to: string;
  readonly amount: bigint;
  readonly contract?: string;
}

/** A transaction as it was signed, kept so that a reorg can bring it back. */
export interface SentTransaction {
  readonly txid: string;
  readonly raw: Hex;
  readonly sender: string;
  readonly nonce: number;
}

const NATIVE_GAS = 21_000n;
const TOKEN_GAS = 100_000n;

/** An account outside the custodian that signs its own transactions, one nonce after the other. */
export class Sender {
  private readonly account: HDAccount;

  constructor(
    private readonly node: OutsideNode,
    private readonly chainNumber: number,
    addressIndex: number,
    mnemonic = NODE_MNEMONIC,
  ) {
    this.account = mnemonicToAccount(mnemonic, { addressIndex });
  }

  get address(): string {
    return this.account.address.toLowerCase();
  }

  async nonce(): Promise<number> {
    return this.node.number('eth_getTransactionCount', [this.address, 'pending']);
  }

  async pay({ to, amount, contract }: Payment): Promise<SentTransaction> {
    if (!contract) return this.send({ to: to as Hex, value: amount, gas: NATIVE_GAS });
    const data = encodeFunctionData({ abi: TEST_TOKEN.abi, functionName: 'transfer', args: [to as Hex, amount] });
    return this.send({ to: contract as Hex, data, gas: TOKEN_GAS });
  }

  async send(transaction: { to?: Hex; value?: bigint; data?: Hex; gas: bigint }): Promise<SentTransaction> {
    const nonce = await this.nonce();
    const raw = await this.account.signTransaction({
      type: 'eip1559',
      chainId: this.chainNumber,
      nonce,
      maxFeePerGas: parseGwei('20'),
      maxPriorityFeePerGas: parseGwei('1'),
      ...transaction,
    });
    const txid = await this.node.rpc<Hex>('eth_sendRawTransaction', [raw]);
    return { txid, raw, sender: this.address, nonce };
  }
}
