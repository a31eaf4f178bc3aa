import { Module } from '@nestjs/common';
import { AddressAllocated, AssetListed, ClientClosed, ClientOpened, WalletCreated } from '@tributary/events';
import { command, poll, query, ServiceModule } from '@tributary/platform-service';
import { AllocateAddress } from './allocate-address';
import { ApplySeed } from './apply-seed';
import { CloseClient } from './close-client';
import { CustodyRegistryConfig } from './config';
import { CreateWallet } from './create-wallet';
import { FindAddresses } from './find-addresses';
import { FindAssets } from './find-assets';
import { FindClients } from './find-clients';
import { FindWallets } from './find-wallets';
import { ListAsset } from './list-asset';
import { OpenClient } from './open-client';
import { ReadAddress } from './read-address';
import { ReadSeed } from './read-seed';
import { SeedReport } from './seed-report';
import { AddressRow } from './store/address-row';
import { AssetRow } from './store/asset-row';
import { ClientRow } from './store/client-row';
import { RegistrySchema1 } from './store/registry-schema';
import { WalletRow } from './store/wallet-row';

/**
 * Keeps the record of what the custodian has: assets, clients, wallets and addresses. Every change is an event.
 *
 *   POST /assets                   -> ListAsset       -> asset   -> AssetListed
 *   POST /clients                  -> OpenClient      -> client  -> ClientOpened
 *   POST /clients/{clientId}/close -> CloseClient     -> client  -> ClientClosed
 *   POST /wallets                  -> CreateWallet    -> wallet  -> WalletCreated
 *   POST /addresses                -> AllocateAddress -> address -> AddressAllocated
 *   seed file                      -> ApplySeed       -> the same, by the same commands
 */
@Module({
  imports: [
    ServiceModule.of({
      name: 'custody-registry',
      config: CustodyRegistryConfig,
      commands: [
        command('POST /assets', ListAsset),
        command('POST /clients', OpenClient),
        command('POST /clients/{clientId}/close', CloseClient),
        command('POST /wallets', CreateWallet),
        command('POST /addresses', AllocateAddress),
      ],
      queries: [
        query('GET /assets', FindAssets),
        query('GET /clients', FindClients),
        query('GET /wallets', FindWallets),
        query('GET /addresses', FindAddresses),
        query('GET /addresses/{chain}/{address}', ReadAddress),
        query('GET /seed', ReadSeed),
      ],
      polls: [poll(ApplySeed, { everyMs: 2_000 })],
      produces: [AssetListed, ClientOpened, ClientClosed, WalletCreated, AddressAllocated],
      stores: [AssetRow, ClientRow, WalletRow, AddressRow],
      migrations: [RegistrySchema1],
      providers: [SeedReport],
    }),
  ],
})
export class CustodyRegistryModule {}
