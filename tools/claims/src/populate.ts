import {
  deployTokens,
  makeCustodian,
  OutsideNode,
  register,
  Sender,
  type Custodian,
  type DemoAsset,
} from '@tributary/demo';
import type { System } from './system';

/** A registered custodian and the outsiders who will pay its clients. */
export interface Population {
  readonly node: OutsideNode;
  /** CAIP-2 id. */
  readonly chain: string;
  readonly custodian: Custodian;
  readonly assets: readonly DemoAsset[];
  readonly senders: readonly Sender[];
}

interface Size {
  readonly clients: number;
  readonly addressesPerClient: number;
  readonly senders: number;
  /** Registrations under way at once. */
  readonly writers: number;
}

/** What each sender is given, in wei. */
const SENDER_FUNDS = 100_000n * 10n ** 18n;

/** Puts two tokens onto the node, funds the senders and registers the custodian; only clients' addresses are registered. */
export async function populate(
  system: System,
  { clients, addressesPerClient, senders: count, writers }: Size,
  log: (line: string) => void,
): Promise<Population> {
  const node = new OutsideNode(system.nodeUrl);
  const chainNumber = await node.number('eth_chainId');
  const chain = `eip155:${chainNumber}`;
  const everyone = makeCustodian({ clients, addressesPerClient });
  const custodian = { ...everyone, addresses: everyone.addresses.filter(({ clientId }) => clientId) };
  const deployer = new Sender(node, chainNumber, count);
  const senders = Array.from({ length: count }, (_, index) => new Sender(node, chainNumber, index));
  for (const { address } of [...senders, deployer]) {
    await node.rpc('anvil_setBalance', [address, `0x${SENDER_FUNDS.toString(16)}`]);
  }
  log(`putting two tokens onto the node for ${senders.length} senders`);
  const tokens = await deployTokens(
    node,
    deployer,
    senders.map(({ address }) => address),
  );
  const assets: DemoAsset[] = [{ kind: 'native', symbol: 'ETH', decimals: 18 }, ...tokens];
  log(`registering ${clients} clients and ${custodian.addresses.length} addresses, ${writers} writers at once`);
  await register(system.api, chain, custodian, assets, writers);
  // A reorg of the campaign must not take the tokens away again.
  await node.finalizedBeyondHead();
  return { node, chain, custodian, assets, senders };
}
