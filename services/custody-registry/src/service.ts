import { Module } from '@nestjs/common';
import {
  AddressAllocated,
  AssetListed,
  ClientClosed,
  ClientOpened,
  MandateChanged,
  WalletCreated,
} from '@tributary/events';
import { command, poll, query, ServiceModule } from '@tributary/platform-service';
import { ApplySeed } from './apply-seed';
import { ApproveChange } from './approve-change';
import { CustodyRegistryConfig } from './config';
import { FindAddresses } from './find-addresses';
import { FindAssets } from './find-assets';
import { FindChanges } from './find-changes';
import { FindClients } from './find-clients';
import { FindMandates } from './find-mandates';
import { FindWallets } from './find-wallets';
import { FourEyes } from './four-eyes';
import {
  ProposeAddresses,
  ProposeAssets,
  ProposeClients,
  ProposeClosing,
  ProposeMandates,
  ProposeWallets,
} from './proposals';
import { ReadAddress } from './read-address';
import { ReadChange } from './read-change';
import { ReadMandate } from './read-mandate';
import { ReadSeed } from './read-seed';
import { RejectChange } from './reject-change';
import { ReviseChange } from './revise-change';
import { SeedReport } from './seed-report';
import { AddressRow } from './store/address-row';
import { AssetRow } from './store/asset-row';
import { ChangeRow } from './store/change-row';
import { ClientRow } from './store/client-row';
import { MandateRow } from './store/mandate-row';
import { RegistrySchema1 } from './store/registry-schema';
import { WalletRow } from './store/wallet-row';

export { FourEyes } from './four-eyes';

/**
 * Keeps the record of what the custodian has: assets, clients, wallets, addresses and the mandates to move value. Each
 * change is proposed by one person and approved by another; what is recorded then is an event.
 *
 *   POST /assets                     -> ProposeAssets    -> change
 *   POST /clients                    -> ProposeClients   -> change
 *   POST /clients/{clientId}/close   -> ProposeClosing   -> change
 *   POST /wallets                    -> ProposeWallets   -> change
 *   POST /addresses                  -> ProposeAddresses -> change
 *   POST /mandates                   -> ProposeMandates  -> change
 *   PUT  /changes/{changeId}         -> ReviseChange     -> change
 *   POST /changes/{changeId}/reject  -> RejectChange     -> change
 *   POST /changes/{changeId}/approve -> ApproveChange    -> change and
 *                                          asset   -> AssetListed
 *                                          client  -> ClientOpened | ClientClosed
 *                                          wallet  -> WalletCreated
 *                                          address -> AddressAllocated
 *                                          mandate -> MandateChanged
 *   seed file                        -> ApplySeed        -> changes, proposed and approved
 */
@Module({
  imports: [
    ServiceModule.of({
      name: 'custody-registry',
      config: CustodyRegistryConfig,
      commands: [
        command('POST /assets', ProposeAssets),
        command('POST /clients', ProposeClients),
        command('POST /clients/{clientId}/close', ProposeClosing),
        command('POST /wallets', ProposeWallets),
        command('POST /addresses', ProposeAddresses),
        command('POST /mandates', ProposeMandates),
        command('PUT /changes/{changeId}', ReviseChange),
        command('POST /changes/{changeId}/reject', RejectChange),
        command('POST /changes/{changeId}/approve', ApproveChange),
      ],
      queries: [
        query('GET /assets', FindAssets),
        query('GET /clients', FindClients),
        query('GET /wallets', FindWallets),
        query('GET /addresses', FindAddresses),
        query('GET /addresses/{chain}/{address}', ReadAddress),
        query('GET /mandates', FindMandates),
        query('GET /mandates/{mandateId}', ReadMandate),
        query('GET /changes', FindChanges),
        query('GET /changes/{changeId}', ReadChange),
        query('GET /seed', ReadSeed),
      ],
      polls: [poll(ApplySeed, { everyMs: 2_000 })],
      produces: [AssetListed, ClientOpened, ClientClosed, WalletCreated, AddressAllocated, MandateChanged],
      stores: [AssetRow, ClientRow, WalletRow, AddressRow, MandateRow, ChangeRow],
      migrations: [RegistrySchema1],
      providers: [SeedReport, FourEyes],
    }),
  ],
})
export class CustodyRegistryModule {}
