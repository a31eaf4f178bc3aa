import { SweepError } from './sweep-error';

/** Fee fields of an EIP-1559 transaction, in wei per gas. */
export interface FeePerGas {
  readonly maxFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** What the network asks just now, in wei per gas. */
export interface FeeQuote {
  readonly baseFeePerGas: bigint;
  readonly maxPriorityFeePerGas: bigint;
}

/** Why a fee cannot be offered. */
export interface FeeRefusal {
  readonly code: 'fee-over-maximum' | 'fee-underpriced' | 'fee-malformed';
  /** What is wrong and what to do next. */
  readonly message: string;
}

/**
 * What the first attempt offers: room for the base fee to double, within the most that the flow may pay.
 *
 *   maxFeePerGas = min(2 · base + tip, floor(maxFee / gasLimit))
 *
 * @param maxFee  most that the flow may pay the network, in wei
 * @returns a refusal where even this block's price is over the maximum: the flow waits until it falls
 */
export function firstFee(quote: FeeQuote, gasLimit: bigint, maxFee: bigint): FeePerGas | FeeRefusal {
  const { baseFeePerGas: base, maxPriorityFeePerGas: tip } = quote;
  const cap = capOf(gasLimit, maxFee);
  if (base + tip > cap) {
    return {
      code: 'fee-over-maximum',
      message:
        `The network asks ${(base + tip) * gasLimit} wei, over the maximum fee of ${maxFee}: it waits until the price ` +
        `falls; or raise maxFee of its mandate`,
    };
  }
  const wanted = 2n * base + tip;
  return { maxFeePerGas: wanted < cap ? wanted : cap, maxPriorityFeePerGas: tip };
}

/**
 * What a replacement at the same nonce offers. Nodes take it only if both fields rise by a tenth, rounded up (geth's
 * rule); the flow pays at most once, so its maximum bounds each attempt.
 *
 * @param offered  maxFeePerGas of the replacement, in wei per gas
 */
export function replacementFee(
  before: FeePerGas,
  offered: bigint,
  { gasLimit, maxFee }: { readonly gasLimit: bigint; readonly maxFee: bigint },
): FeePerGas | FeeRefusal {
  const cap = capOf(gasLimit, maxFee);
  const least = raised(before.maxFeePerGas);
  if (least > cap) {
    return {
      code: 'fee-over-maximum',
      message:
        `A replacement needs at least ${least} wei per gas, and the approved maximum fee allows ${cap}: wait for the ` +
        `transaction that is on its way`,
    };
  }
  if (offered < least) {
    return {
      code: 'fee-underpriced',
      message: `${offered} wei per gas is underpriced: nodes take a replacement from ${least} on, the approved maximum fee allows up to ${cap}`,
    };
  }
  if (offered > cap) {
    return {
      code: 'fee-over-maximum',
      message: `${offered} wei per gas could cost ${offered * gasLimit} wei, over the approved maximum fee of ${maxFee}: offer ${least} to ${cap}`,
    };
  }
  const tip = raised(before.maxPriorityFeePerGas);
  return { maxFeePerGas: offered, maxPriorityFeePerGas: tip < offered ? tip : offered };
}

/** Ten percent more, rounded up, and more in any case. */
function raised(perGas: bigint): bigint {
  const more = (perGas * 11n + 9n) / 10n;
  return more > perGas ? more : perGas + 1n;
}

function capOf(gasLimit: bigint, maxFee: bigint): bigint {
  if (gasLimit <= 0n) throw new SweepError('fee', `A gas limit of ${gasLimit} is none`);
  return maxFee / gasLimit;
}
