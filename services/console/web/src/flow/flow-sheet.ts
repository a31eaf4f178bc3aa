import type { Asset, Flow, FlowEdge } from '../api';
import { exactAmount } from '../money/amount';
import { RANGES, type Range } from '../queries';
import type { Sheet } from '../ui/csv-button';
import { fullNameOf } from './diagram-of';

/** The ribbons of the picture, exactly. */
export function flowSheet(flow: Flow, asset: Asset, range: Range): Sheet {
  const hours = RANGES[range];
  return {
    file: `flow-${asset.symbol}-${flow.layer}-${range}-seq-${flow.asOfSeq}`,
    head: ['from', 'to', 'kind', 'movements', 'amount', 'unit', 'base_units', 'asset', 'layer', 'hours', 'as_of_seq'],
    rows: flow.links.map((link) => [
      fullNameOf(flow, link.source),
      fullNameOf(flow, link.target),
      link.kind,
      String(link.count),
      exactAmount(link.amount, asset.decimals),
      asset.symbol,
      link.amount,
      asset.assetId,
      flow.layer,
      hours === undefined ? 'all' : String(hours),
      String(flow.asOfSeq),
    ]),
  };
}

/** The movements behind a ribbon, as many as are shown. */
export function movementSheet(edges: readonly FlowEdge[], asset: Asset, title: string): Sheet {
  return {
    file: `movements-${asset.symbol}-${title.replace(/[^\w-]+/g, '-')}`,
    head: ['time', 'from', 'to', 'amount', 'unit', 'base_units', 'asset', 'transaction', 'flow', 'entry', 'book_seq'],
    rows: edges.map((edge) => [
      edge.effectiveAt,
      edge.src,
      edge.dst,
      exactAmount(edge.amount, asset.decimals),
      asset.symbol,
      edge.amount,
      asset.assetId,
      edge.tx ?? '',
      edge.flow,
      edge.entryId,
      String(edge.bookSeq),
    ]),
  };
}
