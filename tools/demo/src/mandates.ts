import type { DemoAsset } from './custodian';

/** A mandate as it is proposed to the registry; amounts in base units. */
export interface DemoMandate {
  readonly mandateId: string;
  readonly assetId: string;
  readonly kind: 'sweep' | 'top-up' | 'refill' | 'skim';
  readonly fromRole: 'deposit' | 'hot' | 'warm' | 'cold' | 'gas';
  readonly toWalletId?: string;
  readonly threshold?: string;
  readonly automaticUpTo?: string;
  readonly limit: string;
  readonly maxFee: string;
  readonly validForSeconds: number;
}

const GWEI = 10n ** 9n;
/** Most that a movement may pay the network, of wei. */
const MAX_FEE = { native: 2_500_000n * GWEI, erc20: 6_000_000n * GWEI };
/** Gas for a token's sweep, with room for a dearer one. */
const TOP_UP = 3n * MAX_FEE.erc20;
/** Long enough for a person to come by and approve. */
const VALID_FOR_SECONDS = 1_800;

/** What the demo custodian lets move of an asset, in hundredths of a whole unit. */
interface Limits {
  readonly threshold: bigint;
  readonly automaticUpTo: bigint;
  readonly limit: bigint;
}

/** A deposit of the demo is 18 ether or 9000 of a token at most: some that are swept together wait for an approver. */
const LIMITS: Readonly<Record<DemoAsset['kind'], Limits>> = {
  native: { threshold: 50n, automaticUpTo: 3_000n, limit: 500_000n },
  erc20: { threshold: 10_000n, automaticUpTo: 1_500_000n, limit: 100_000_000n },
};

/**
 * What may move by itself and what by hand: deposits into the hot wallet, gas to the addresses that need it; between
 * hot, warm and cold each movement waits for an approver.
 */
export function demoMandates(chain: string, assets: readonly DemoAsset[]): readonly DemoMandate[] {
  const native = { assetId: `${chain}/slip44:60`, maxFee: String(MAX_FEE.native), validForSeconds: VALID_FOR_SECONDS };
  const topUp = String(TOP_UP);
  return [
    ...assets.flatMap((asset) => movements(chain, asset)),
    { ...native, mandateId: 'gas-top-up', kind: 'top-up', fromRole: 'gas', automaticUpTo: topUp, limit: topUp },
  ];
}

function movements(chain: string, { kind, symbol, decimals, contract }: DemoAsset): readonly DemoMandate[] {
  const { threshold, automaticUpTo, limit } = LIMITS[kind];
  const units = (hundredths: bigint): string => String((hundredths * 10n ** BigInt(decimals)) / 100n);
  const terms = {
    assetId: contract ? `${chain}/erc20:${contract.toLowerCase()}` : `${chain}/slip44:60`,
    limit: units(limit),
    maxFee: String(MAX_FEE[kind]),
    validForSeconds: VALID_FOR_SECONDS,
  };
  const name = symbol.toLowerCase();
  return [
    {
      ...{ ...terms, mandateId: `${name}-sweep`, kind: 'sweep', fromRole: 'deposit', toWalletId: 'hot' },
      ...{ threshold: units(threshold), automaticUpTo: units(automaticUpTo) },
    },
    { ...terms, mandateId: `${name}-skim-warm`, kind: 'skim', fromRole: 'hot', toWalletId: 'warm' },
    { ...terms, mandateId: `${name}-skim-cold`, kind: 'skim', fromRole: 'hot', toWalletId: 'cold' },
    { ...terms, mandateId: `${name}-refill-warm`, kind: 'refill', fromRole: 'warm', toWalletId: 'hot' },
    { ...terms, mandateId: `${name}-refill-cold`, kind: 'refill', fromRole: 'cold', toWalletId: 'hot' },
  ];
}
