import type { MandateTerms } from './registry-queries';

/** How the amounts of a mandate are written. */
export interface MandateUnits {
  symbol: string;
  /** of its asset */
  amount: (units: string) => string;
  /** of the chain's native asset, with its symbol */
  fee: (units: string) => string;
}

export type MandateField = readonly [name: string, value: string];

/** The terms of a mandate as lines that people read. */
export function mandateFields(terms: MandateTerms, { symbol, amount, fee }: MandateUnits): MandateField[] {
  return [
    ['Permits', terms.enabled ? `${terms.kind} of ${symbol}` : 'nothing: withdrawn'],
    ['From', `${terms.fromRole} wallets`],
    ['To', terms.toWalletId ?? 'whoever lacks gas'],
    ['Planned from', `${amount(terms.threshold)} ${symbol}`],
    ['Without a person up to', `${amount(terms.automaticUpTo)} ${symbol}`],
    ['At most', `${amount(terms.limit)} ${symbol}`],
    ['Fee at most', fee(terms.maxFee)],
    ['To be signed within', `${terms.validForSeconds} s`],
  ];
}

/** Each line, and beside it what it was where it changes. */
export function MandateFields({ fields, before }: { fields: MandateField[]; before?: MandateField[] }) {
  return (
    <dl className="terms mandate-terms">
      {fields.map(([name, value], index) => {
        const was = before?.[index]?.[1];
        return [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} value`}>
            {was !== undefined && was !== value ? (
              <>
                <strong>{value}</strong> <span className="note">was {was}</span>
              </>
            ) : (
              value
            )}
          </dd>,
        ];
      })}
    </dl>
  );
}
