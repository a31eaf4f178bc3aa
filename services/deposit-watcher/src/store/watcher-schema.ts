import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first tables of the watcher; their rows say what they hold. */
export class WatcherSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE watched_chain (
        chain            text PRIMARY KEY,
        start_height     bigint NOT NULL,
        height           bigint NOT NULL,
        hash             text,
        block_time       timestamptz,
        head             bigint,
        safe_height      bigint NOT NULL DEFAULT -1,
        finalized_height bigint NOT NULL DEFAULT -1,
        node_state       text NOT NULL DEFAULT 'down' CHECK (node_state IN ('ok', 'down', 'lying', 'behind')),
        node_error       text,
        node_since       timestamptz NOT NULL DEFAULT now(),
        halted_reason    text,
        halted_at        timestamptz
      );
      CREATE TABLE known_block (
        chain  text NOT NULL,
        height bigint NOT NULL,
        hash   text NOT NULL,
        time   timestamptz NOT NULL,
        PRIMARY KEY (chain, height)
      );
      CREATE TABLE watched_asset (
        asset_id             text PRIMARY KEY,
        version              bigint NOT NULL,
        chain                text NOT NULL,
        contract             text,
        confirmed            text NOT NULL,
        finalized            text NOT NULL,
        effective_from_block bigint,
        registered_at        timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX watched_asset_contract ON watched_asset (chain, coalesce(contract, 'native'));
      CREATE TABLE watched_address (
        chain                text NOT NULL,
        address              text NOT NULL,
        version              bigint NOT NULL,
        owner                jsonb NOT NULL,
        effective_from_block bigint,
        registered_at        timestamptz NOT NULL,
        PRIMARY KEY (chain, address)
      );
      CREATE TABLE backfill (
        id          int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        chain       text NOT NULL,
        subject     text NOT NULL,
        counts_from timestamptz NOT NULL,
        next_height bigint,
        to_height   bigint
      );
      CREATE TABLE transfer (
        transfer_id    text PRIMARY KEY,
        chain          text NOT NULL,
        txid           text NOT NULL,
        index_in_tx    text NOT NULL,
        asset_id       text NOT NULL,
        from_party     jsonb NOT NULL,
        to_party       jsonb NOT NULL,
        amount         numeric(78,0) NOT NULL CHECK (amount > 0),
        block_height   bigint NOT NULL,
        block_hash     text NOT NULL,
        block_time     timestamptz NOT NULL,
        place_in_block int NOT NULL CHECK (place_in_block >= 0),
        state          text NOT NULL CHECK (state IN ('seen', 'confirmed', 'finalized', 'reverted')),
        occurrence     int NOT NULL,
        late           boolean NOT NULL
      );
      CREATE INDEX transfer_on_its_way ON transfer (chain, block_height) WHERE state IN ('seen', 'confirmed');
      CREATE INDEX transfer_block ON transfer (chain, block_height);
      CREATE TABLE own_transaction (
        chain          text NOT NULL,
        txid           text NOT NULL,
        sender         jsonb NOT NULL,
        nonce          bigint NOT NULL,
        status         text NOT NULL CHECK (status IN ('success', 'failed')),
        fee            numeric(78,0) NOT NULL CHECK (fee >= 0),
        fee_asset_id   text NOT NULL,
        block_height   bigint NOT NULL,
        block_hash     text NOT NULL,
        block_time     timestamptz NOT NULL,
        place_in_block int NOT NULL CHECK (place_in_block >= 0),
        state          text NOT NULL CHECK (state IN ('mined', 'finalized', 'reverted')),
        occurrence     int NOT NULL,
        late           boolean NOT NULL,
        PRIMARY KEY (chain, txid)
      );
      CREATE INDEX own_transaction_on_its_way ON own_transaction (chain, block_height) WHERE state = 'mined';
      CREATE INDEX own_transaction_block ON own_transaction (chain, block_height);
      CREATE TABLE chain_resume (
        id                    int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        chain                 text NOT NULL,
        operator              text NOT NULL,
        reason                text NOT NULL,
        resumed_at            timestamptz NOT NULL,
        height                bigint NOT NULL,
        hash                  text NOT NULL,
        halted_height         bigint NOT NULL,
        halted_reason         text NOT NULL,
        reverted_transfers    int NOT NULL,
        reverted_transactions int NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE watched_chain, known_block, watched_asset, watched_address, backfill, transfer, own_transaction,
        chain_resume
    `);
  }
}
