import { useQuery } from '@tanstack/react-query';
import { useAssets } from '../queries';
import { tidyAmount } from '../money/tidy-amount';
import { shortened } from '../ui/shortened';
import { SecondLine, Table } from '../ui/table';
import { MandateFields, mandateFields } from './mandate-fields';
import { mandateQuery, type Change, type MandateTerms } from './registry-queries';

/** Beyond, the list says how many more there are. */
const SHOWN = 50;

/** What a change would record: of a mandate against what is in force, of anything else as a table. */
export function ChangeItems({ change: { kind, items } }: { change: Pick<Change, 'kind' | 'items'> }) {
  if (kind === 'set-mandate') {
    return items.map((item) => <MandateChange key={String(item.mandateId)} to={item as unknown as MandateTerms} />);
  }
  const names = [...new Set(items.flatMap((item) => Object.keys(item)))].filter((name) =>
    items.some((item) => item[name] !== null),
  );
  return (
    <>
      <Table label="Items" columns={names.map((head, index) => ({ head: spaced(head), wide: index > 1 }))}>
        {items.slice(0, SHOWN).flatMap((item, row) => [
          <tr key={row}>
            {names.map((name, index) => (
              <td key={name} className={index > 1 ? 'wide' : undefined} title={textOf(item[name])}>
                {shortened(textOf(item[name])).filter(Boolean).join('…')}
              </td>
            ))}
          </tr>,
          <SecondLine key={`${row} more`} span={names.length}>
            {names.slice(2).map((name) => (
              <span key={name}>
                {spaced(name)} {textOf(item[name])}
              </span>
            ))}
          </SecondLine>,
        ])}
      </Table>
      {items.length > SHOWN && <p className="more note">and {items.length - SHOWN} more</p>}
    </>
  );
}

function MandateChange({ to }: { to: MandateTerms }) {
  const assets = useAssets();
  const before = useQuery({ ...mandateQuery(to.mandateId), retry: false }).data?.versions[0];
  const native = assets.list.find(({ chain, kind }) => kind === 'native' && to.assetId.startsWith(chain));
  const context = {
    symbol: assets.of(to.assetId)?.symbol ?? to.assetId,
    amount: (units: string) => tidyAmount(units, assets.of(to.assetId)?.decimals ?? 0),
    fee: (units: string) => `${tidyAmount(units, native?.decimals ?? 0)} ${native?.symbol ?? 'units'}`,
  };
  const fields = mandateFields(to, context);
  const old = before && mandateFields(before, context);
  return (
    <section className="card-body" aria-label={`Mandate ${to.mandateId}`}>
      <p className="note">
        {to.mandateId}: {before ? `version ${before.version + 1}, against version ${before.version}` : 'a new mandate'}
      </p>
      <MandateFields fields={fields} before={old} />
    </section>
  );
}

/** `toWalletId` as people read it: "to wallet id". */
const spaced = (name: string): string => {
  const words = name.replace(/([A-Z])/g, ' $1').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '—';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
