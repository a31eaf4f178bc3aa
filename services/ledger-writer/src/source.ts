import { flowOf, type Fact } from '@tributary/domain-ledger';
import {
  EVENTS,
  type AnyEvent,
  type EventOfType,
  type OutflowReverted,
  type OutflowUnexplained,
  type SweepBroadcast,
  type SweepFailed,
  type SweepReverted,
  type SweepSettled,
  type TransferConfirmed,
  type TransferFinalized,
  type TransferReverted,
} from '@tributary/events';

/** An event that the books may take in. */
export type FactEvent = EventOfType<
  | typeof TransferConfirmed
  | typeof TransferFinalized
  | typeof TransferReverted
  | typeof SweepBroadcast
  | typeof SweepSettled
  | typeof SweepFailed
  | typeof SweepReverted
  | typeof OutflowUnexplained
  | typeof OutflowReverted
>;

/** A fact with the event that told it. */
export interface Source {
  readonly eventId: string;
  readonly event: FactEvent;
  readonly fact: Fact;
  readonly flow: string;
}

export function sourceOf(eventId: string, event: FactEvent): Source {
  const fact = factOf(event);
  return { eventId, event, fact, flow: flowOf(fact) };
}

/** The event's type and bytes, to be kept until it can be booked. */
export function keptEvent({ type, payload }: FactEvent): { eventType: string; value: Buffer } {
  return { eventType: type, value: eventType(type).encode(payload) };
}

/** Reads such an event back; later versions of its schema read what earlier ones wrote. */
export function readKept(type: string, value: Buffer): FactEvent {
  return eventType(type).of(eventType(type).decode(value)) as FactEvent;
}

function eventType(name: string): AnyEvent {
  const found = Object.values(EVENTS).find((event) => event.name === name);
  if (!found) throw new Error(`No contract names an event ${name}`);
  return found;
}

/** What an event says, in the words of the journal. */
function factOf({ type, payload }: FactEvent): Fact {
  switch (type) {
    case 'TransferConfirmed':
      return { of: 'transfer', state: 'confirmed', transfer: payload };
    case 'TransferFinalized':
      return { of: 'transfer', state: 'finalized', transfer: payload };
    case 'TransferReverted':
      return { of: 'transfer', state: 'reverted', fromState: payload.fromState, transfer: payload };
    case 'SweepBroadcast':
      return { of: 'sweep', state: 'broadcast', sweep: payload };
    case 'SweepSettled':
      return { of: 'sweep', state: 'settled', sweep: payload, fee: payload.fee, feeAssetId: payload.feeAssetId };
    case 'SweepFailed':
      return { of: 'sweep', state: 'failed', sweep: payload, fee: payload.fee, feeAssetId: payload.feeAssetId };
    case 'SweepReverted':
      return { of: 'sweep', state: 'reverted', sweep: payload };
    case 'OutflowUnexplained':
      return { of: 'outflow', state: 'unexplained', outflow: payload };
    case 'OutflowReverted':
      return { of: 'outflow', state: 'reverted', outflow: payload };
  }
}
