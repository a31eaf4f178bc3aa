import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { Asset } from '../api';
import { depositsQuery } from '../queries';
import { Amount } from '../ui/amount';
import { Card } from '../ui/card';
import { Moment } from '../ui/moment';
import { Reference } from '../ui/reference';
import { Answered, Empty } from '../ui/states';
import { SecondLine, Table } from '../ui/table';
import { DepositStateLabel, Owner } from './deposit-state';
import './deposits.css';

const SHOWN = 12;

/** The newest deposits of one asset, below its flow. */
export function RecentDeposits({ asset }: { asset: Asset }) {
  const deposits = useInfiniteQuery(depositsQuery({ assetId: asset.assetId }, SHOWN));
  return (
    <Card
      title="Recent deposits"
      note={asset.symbol}
      actions={
        <Link className="button" to="/deposits" search={{ assetId: asset.assetId }}>
          All deposits
        </Link>
      }
    >
      <Answered answer={deposits} what="the deposits" rows={SHOWN}>
        {({ pages }) => {
          const items = pages[0]?.items ?? [];
          if (items.length === 0) return <Empty title={`No deposit in ${asset.symbol} yet`} />;
          return (
            <Table
              label={`Recent deposits in ${asset.symbol}`}
              columns={[
                { head: 'Block time, UTC' },
                { head: 'Client', wide: true },
                { head: 'Amount', kind: 'amount' },
                { head: 'From', wide: true },
                { head: 'To', wide: true },
                { head: 'State' },
              ]}
            >
              {items.map((deposit) => (
                <Fragment key={deposit.transferId}>
                  <tr>
                    <td>
                      <Link className="row-link" to="/deposits/$transferId" params={{ transferId: deposit.transferId }}>
                        <Moment at={deposit.block?.time ?? deposit.seenAt} day={false} />
                      </Link>
                    </td>
                    <td className="wide">
                      <Owner deposit={deposit} />
                    </td>
                    <td className="amount-cell">
                      <Amount units={deposit.amount} asset={asset} />
                    </td>
                    <td className="wide">
                      <Reference value={deposit.from} />
                    </td>
                    <td className="wide">
                      <Reference value={deposit.address} />
                    </td>
                    <td>
                      <DepositStateLabel deposit={deposit} />
                    </td>
                  </tr>
                  <SecondLine span={6}>
                    <Owner deposit={deposit} />
                    <span>
                      to <Reference value={deposit.address} copy={false} />
                    </span>
                  </SecondLine>
                </Fragment>
              ))}
            </Table>
          );
        }}
      </Answered>
    </Card>
  );
}
