import { Injectable } from '@nestjs/common';
import type { EntityManager } from '@tributary/platform-service';
import type {
  AddressAllocated,
  ClientOpened,
  ReceivedOfType,
  SweepBroadcast,
  SweepPlanned,
  WalletCreated,
} from '@tributary/events';
import {
  termsOfAddress,
  termsOfBroadcast,
  termsOfClient,
  termsOfSweep,
  termsOfWallet,
  type SearchTerm,
} from './search-terms';
import { keepTerms } from './store/search-terms';

type Fact = ReceivedOfType<
  typeof AddressAllocated | typeof ClientOpened | typeof SweepBroadcast | typeof SweepPlanned | typeof WalletCreated
>;

/** Notes by what somebody may find a client, a wallet, an address or a movement of ours. */
@Injectable()
export class RecordTerms {
  async handle(fact: Fact, tx: EntityManager): Promise<never[]> {
    await keepTerms(tx, termsOf(fact));
    return [];
  }
}

function termsOf(fact: Fact): SearchTerm[] {
  switch (fact.type) {
    case 'ClientOpened':
      return termsOfClient(fact.payload);
    case 'WalletCreated':
      return termsOfWallet(fact.payload);
    case 'AddressAllocated':
      return termsOfAddress(fact.payload);
    case 'SweepPlanned':
      return termsOfSweep(fact.payload);
    case 'SweepBroadcast':
      return termsOfBroadcast(fact.payload);
  }
}
