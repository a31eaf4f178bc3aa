import type { Asset, BaseUnits } from '../api';
import { amountParts, exactAmount } from '../money/amount';
import { CopyButton } from './copy-button';

interface AmountProps {
  units: BaseUnits;
  /** undefined while the list of assets is not here: base units are shown as they are */
  asset: Pick<Asset, 'symbol' | 'decimals'> | undefined;
  copy?: boolean;
}

/**
 * An amount as a table shows it: the points of a column stand below each other, the further decimals are cut.
 * The text of the page holds every digit and no separator (those are drawn by the style), so a selection copies exactly.
 */
export function Amount({ units, asset, copy = false }: AmountProps) {
  const { negative, groups, shown, rest } = amountParts(units, asset?.decimals ?? 0);
  return (
    <span className="amount">
      <span className="amount-whole">
        {negative && '-'}
        {groups.map((group, index) => (
          <span key={index} className={index > 0 ? 'group' : undefined}>
            {group}
          </span>
        ))}
      </span>
      <span className="amount-fraction">
        {shown && `.${shown}`}
        {rest && <span className="amount-rest">{rest}</span>}
      </span>{' '}
      <span className="amount-unit">{asset ? asset.symbol : 'units'}</span>
      {copy && <CopyButton value={exactAmount(units, asset?.decimals ?? 0)} what="exact amount" />}
    </span>
  );
}

/** A large figure on its own: the same digits without the fixed columns. */
export function Figure({ units, asset, copy = true }: AmountProps) {
  return (
    <span className="figure">
      <Amount units={units} asset={asset} copy={copy} />
    </span>
  );
}
