import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each row is the state of one aggregate; `version` is that of its last event. */
export class RegistrySchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE asset (
        asset_id text PRIMARY KEY,
        version int NOT NULL,
        chain text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('native', 'erc20')),
        symbol text NOT NULL,
        decimals int NOT NULL CHECK (decimals BETWEEN 0 AND 36),
        contract text CHECK ((contract IS NULL) = (kind = 'native')),
        confirmed text NOT NULL,
        finalized text NOT NULL,
        effective_from_block bigint CHECK (effective_from_block >= 0),
        maker text NOT NULL,
        listed_at timestamptz(3) NOT NULL
      );
      CREATE TABLE client (
        client_id text PRIMARY KEY,
        version int NOT NULL,
        maker text NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        closed_at timestamptz(3)
      );
      CREATE TABLE wallet (
        wallet_id text PRIMARY KEY,
        version int NOT NULL,
        chain text NOT NULL,
        role text NOT NULL CHECK (role IN ('deposit', 'hot', 'warm', 'cold', 'gas')),
        side text NOT NULL CHECK (side IN ('c', 'h')),
        label text NOT NULL,
        maker text NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE TABLE address (
        chain text NOT NULL,
        address text NOT NULL,
        version int NOT NULL,
        wallet_id text NOT NULL REFERENCES wallet,
        role text NOT NULL,
        side text NOT NULL,
        client_id text REFERENCES client CHECK (client_id IS NULL OR (role = 'deposit' AND side = 'c')),
        derivation_path text,
        effective_from_block bigint CHECK (effective_from_block >= 0),
        maker text NOT NULL,
        allocated_at timestamptz(3) NOT NULL,
        PRIMARY KEY (chain, address)
      );
      CREATE INDEX address_wallet ON address (wallet_id, chain, address);
      CREATE INDEX address_client ON address (client_id, chain, address);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE address, wallet, client, asset');
  }
}
