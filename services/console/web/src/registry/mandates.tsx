import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { exactAmount } from '../money/amount';
import { tidyAmount } from '../money/tidy-amount';
import { useAssets } from '../queries';
import { Card } from '../ui/card';
import { Moment } from '../ui/moment';
import { Answered, Empty } from '../ui/states';
import { MandateFields, mandateFields } from './mandate-fields';
import { RecordTable, type Cell } from './record-table';
import { mandateQuery, mandatesQuery, type Mandate } from './registry-queries';

/** What may move, and how much of it without a person. Nothing moves without a mandate. */
export function Mandates({ open }: { open?: string }) {
  const assets = useAssets();
  const amount = (units: string, assetId: string): Cell => {
    const { decimals = 0, symbol = 'units' } = assets.of(assetId) ?? {};
    return { text: `${exactAmount(units, decimals)} ${symbol}`, shown: `${tidyAmount(units, decimals)} ${symbol}` };
  };
  return (
    <>
      {open && <Versions mandateId={open} />}
      <RecordTable<Mandate>
        title="Mandates"
        answer={useQuery(mandatesQuery)}
        idOf={({ mandateId }) => mandateId}
        columns={[
          [
            'Mandate',
            ({ mandateId }) => ({
              text: mandateId,
              shown: (
                <Link to="/registry" search={{ view: 'mandates', id: mandateId }}>
                  {mandateId}
                </Link>
              ),
            }),
          ],
          ['Permits', ({ enabled, kind }) => ({ text: enabled ? kind : 'nothing: withdrawn' })],
          ['From and to', ({ fromRole, toWalletId }) => ({ text: `${fromRole} to ${toWalletId ?? 'who lacks gas'}` })],
          ['Without a person up to', ({ automaticUpTo, assetId }) => amount(automaticUpTo, assetId)],
          ['At most', ({ limit, assetId }) => amount(limit, assetId)],
          ['Version', ({ version }) => ({ text: String(version) })],
          ['Proposed and approved by', ({ maker, checker }) => ({ text: `${maker}, ${checker}` })],
          ['In force since, UTC', ({ changedAt }) => ({ text: changedAt, shown: <Moment at={changedAt} /> })],
        ]}
      />
    </>
  );
}

/** A mandate through time, the newest version first. */
function Versions({ mandateId }: { mandateId: string }) {
  const mandate = useQuery(mandateQuery(mandateId));
  const assets = useAssets();
  return (
    <Card
      title={`Mandate ${mandateId}`}
      actions={
        <Link className="button" to="/registry" search={{ view: 'mandates' }}>
          Close
        </Link>
      }
    >
      <Answered answer={mandate} what="its versions" missing={<Empty title="No such mandate" />}>
        {({ versions }) => (
          <ol className="versions">
            {versions.map((version, index) => {
              const asset = assets.of(version.assetId);
              const native = assets.list.find(({ chain, kind }) => kind === 'native' && chain === version.chain);
              const units = {
                symbol: asset?.symbol ?? 'units',
                amount: (text: string) => tidyAmount(text, asset?.decimals ?? 0),
                fee: (text: string) => `${tidyAmount(text, native?.decimals ?? 0)} ${native?.symbol ?? 'units'}`,
              };
              const before = versions[index + 1];
              return (
                <li key={version.version}>
                  <p>
                    <strong>Version {version.version}</strong>{' '}
                    <span className="note">
                      proposed by {version.maker}, approved by {version.checker}, <Moment at={version.changedAt} />
                    </span>
                  </p>
                  <MandateFields
                    fields={mandateFields(version, units)}
                    before={before && mandateFields(before, units)}
                  />
                </li>
              );
            })}
          </ol>
        )}
      </Answered>
    </Card>
  );
}
