import {
  demoMandates,
  deployTokens,
  makeCustodian,
  OutsideNode,
  register,
  Sender,
  type Custodian,
  type DemoAsset,
  type DemoMandate,
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
  /** The hubs are registered too, with mandates to sweep into them; without, deposits stay where they arrive. */
  readonly sweeps?: boolean;
}

/** What each sender is given, in wei. */
const SENDER_FUNDS = 100_000n * 10n ** 18n;
/** What the house has to pay gas with, in wei. */
const GAS_FUNDS = 50n * 10n ** 18n;

/** Those of the demo, for the smaller deposits of campaigns: swept from 0.1 of an asset on, by a person's leave above 1.6. */
function mandates(chain: string, assets: readonly DemoAsset[]): readonly DemoMandate[] {
  const decimalsOf = new Map(
    assets.map(({ contract, decimals }) => [
      contract ? `${chain}/erc20:${contract.toLowerCase()}` : `${chain}/slip44:60`,
      decimals,
    ]),
  );
  return demoMandates(chain, assets).map((mandate) => {
    if (mandate.kind !== 'sweep') return mandate;
    const tenth = 10n ** BigInt((decimalsOf.get(mandate.assetId) ?? 18) - 1);
    return { ...mandate, threshold: String(tenth), automaticUpTo: String(16n * tenth) };
  });
}

/** Puts two tokens onto the node, funds the senders and registers the custodian. */
export async function populate(
  system: System,
  { clients, addressesPerClient, senders: count, writers, sweeps = false }: Size,
  log: (line: string) => void,
): Promise<Population> {
  const node = new OutsideNode(system.nodeUrl);
  const chainNumber = await node.number('eth_chainId');
  const chain = `eip155:${chainNumber}`;
  const everyone = makeCustodian({ clients, addressesPerClient });
  const custodian = { ...everyone, addresses: everyone.addresses.filter(({ clientId }) => sweeps || clientId) };
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
  await register(system.api, chain, custodian, assets, { writers, mandates: sweeps ? mandates(chain, assets) : [] });
  const gas = custodian.addresses.find(({ walletId }) => walletId === 'house-gas');
  if (gas) await senders[0]?.pay({ to: gas.address, amount: GAS_FUNDS });
  // A reorg of the campaign must not take the tokens away again.
  await node.finalizedBeyondHead();
  return { node, chain, custodian, assets, senders };
}
