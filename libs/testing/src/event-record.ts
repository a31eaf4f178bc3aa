import type { AnyEvent, EventType, TransferSeen } from '@tributary/events';
import type { RecordToSend } from '@tributary/platform-kafka';

/** An event as its producer's relay would send it. */
export function eventRecord<N extends string, P>(
  namespace: string,
  event: EventType<N, P>,
  streamSeq: number,
  payload: P,
  headers: Record<string, string> = {},
): RecordToSend {
  return {
    topic: `${namespace}.${event.topic}`,
    key: event.keyOf(payload),
    value: event.encode(payload),
    headers: { ...envelopeOf(event, streamSeq, payload), ...headers },
  };
}

function envelopeOf(event: AnyEvent, streamSeq: number, payload: unknown): Record<string, string> {
  return {
    ce_specversion: '1.0',
    ce_id: event.idOf(payload),
    ce_type: event.fullName,
    ce_source: '/tributary/test',
    ce_time: event.timeOf(payload).toISOString(),
    ce_subject: event.subjectOf(payload),
    ce_sequence: String(streamSeq),
  };
}

/** A transfer of 1000 base units from an outside party to another, with a transaction of its own. */
export function seenTransfer(tx: number, chain = 'eip155:31337'): TransferSeen {
  const txid = `0x${tx.toString(16).padStart(64, '0')}`;
  return {
    chain,
    occurredAt: new Date(1_700_000_000_000 + tx),
    transferId: `${chain}/${txid}/native`,
    txid,
    index: 'native',
    assetId: `${chain}/slip44:60`,
    from: { address: `0x${'a'.repeat(40)}`, owner: null },
    to: { address: `0x${'b'.repeat(40)}`, owner: null },
    amount: 1000n,
    block: { height: tx, hash: `0x${'c'.repeat(64)}`, time: new Date(1_700_000_000_000) },
    confirmations: 1,
    occurrence: 0,
    late: false,
  };
}
