import { DEVELOPMENT_MNEMONIC } from '@tributary/signer';
import { mnemonicToAccount } from 'viem/accounts';

/** A wallet of the made-up custodian. */
export interface DemoWallet {
  readonly walletId: string;
  readonly role: 'deposit' | 'hot' | 'warm' | 'cold' | 'gas';
  readonly side: 'c' | 'h';
  readonly label: string;
}

export interface DemoAddress {
  readonly address: string;
  readonly walletId: string;
  readonly clientId?: string;
  readonly derivationPath: string;
}

export interface DemoAsset {
  readonly kind: 'native' | 'erc20';
  readonly symbol: string;
  readonly decimals: number;
  readonly contract?: string;
}

/** All that the made-up custodian has to register. */
export interface Custodian {
  readonly clients: readonly string[];
  readonly wallets: readonly DemoWallet[];
  readonly addresses: readonly DemoAddress[];
}

const DEPOSITS = { walletId: 'deposits', role: 'deposit', side: 'c', label: 'Client deposits' } as const;

/** The wallets of one address each. */
const HUBS: readonly DemoWallet[] = [
  { walletId: 'house-hot', role: 'hot', side: 'h', label: 'House hot' },
  { walletId: 'house-gas', role: 'gas', side: 'h', label: 'House gas' },
  { walletId: 'hot', role: 'hot', side: 'c', label: 'Hot' },
  { walletId: 'warm', role: 'warm', side: 'c', label: 'Warm' },
  { walletId: 'cold', role: 'cold', side: 'c', label: 'Cold' },
];

/**
 * Derives a custodian: so many clients with so many deposit addresses each, one address that is nobody's,
 * and an address for each wallet that value is swept to or paid from. Their keys are those of the development signer, in its order.
 */
export function makeCustodian({
  clients,
  addressesPerClient,
}: {
  clients: number;
  addressesPerClient: number;
}): Custodian {
  const clientIds = Array.from({ length: clients }, (_, i) => `CL-${1001 + i}`);
  const owners = [
    ...HUBS.map(({ walletId }) => ({ walletId })),
    { walletId: DEPOSITS.walletId },
    ...clientIds.flatMap((clientId) =>
      Array.from({ length: addressesPerClient }, () => ({ walletId: DEPOSITS.walletId, clientId })),
    ),
  ];
  return {
    clients: clientIds,
    wallets: [DEPOSITS, ...HUBS],
    addresses: owners.map((owner, addressIndex) => ({
      ...owner,
      address: mnemonicToAccount(DEVELOPMENT_MNEMONIC, { addressIndex }).address.toLowerCase(),
      derivationPath: `m/44'/60'/0'/0/${addressIndex}`,
    })),
  };
}
