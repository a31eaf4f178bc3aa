import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The console's read model; all of it can be made again from the topics. */
export class ConsoleSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE listed_asset (asset_id text PRIMARY KEY);
      CREATE TABLE deposit (
        transfer_id text PRIMARY KEY,
        chain text NOT NULL,
        txid text NOT NULL,
        index text NOT NULL,
        asset_id text NOT NULL,
        from_address text NOT NULL,
        address text NOT NULL,
        wallet_id text NOT NULL,
        client_id text,
        kind text NOT NULL CHECK (kind IN ('client', 'suspense', 'capital')),
        amount numeric(78, 0) NOT NULL,
        state text NOT NULL CHECK (state IN ('seen', 'confirmed', 'finalized', 'reverted')),
        block_height bigint NOT NULL,
        block_hash text NOT NULL,
        block_time timestamptz(3) NOT NULL,
        confirmations bigint NOT NULL,
        occurrence int NOT NULL,
        late boolean NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        confirmed_at timestamptz(3),
        finalized_at timestamptz(3),
        reverted_at timestamptz(3)
      );
      CREATE INDEX deposit_newest ON deposit (block_time DESC, transfer_id DESC);
      CREATE INDEX deposit_asset ON deposit (asset_id, block_time DESC, transfer_id DESC);
      CREATE INDEX deposit_client ON deposit (client_id, block_time DESC, transfer_id DESC);
      CREATE INDEX deposit_address ON deposit (address, block_time DESC, transfer_id DESC);
      CREATE INDEX deposit_txid ON deposit (txid);
      CREATE INDEX deposit_pending ON deposit (transfer_id) WHERE kind = 'client' AND state IN ('seen', 'confirmed');
      CREATE TABLE flow_event (
        event_id text PRIMARY KEY,
        flow text NOT NULL,
        type text NOT NULL,
        at timestamptz(3) NOT NULL,
        topic text NOT NULL,
        stream_seq bigint NOT NULL,
        block_height bigint,
        block_hash text,
        block_time timestamptz(3),
        entry_id text,
        entry_kind text
      );
      CREATE INDEX flow_event_flow ON flow_event (flow, at);
      CREATE INDEX flow_event_credited ON flow_event (flow) WHERE entry_kind = 'deposit-finalized';
      CREATE INDEX flow_event_reverted ON flow_event (flow) WHERE type = 'TransferReverted';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE flow_event, deposit, listed_asset');
  }
}
