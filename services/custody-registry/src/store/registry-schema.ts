import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each row is the state of one aggregate, of a mandate each version; `version` is that of its event. */
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
        checker text NOT NULL CHECK (checker <> maker),
        listed_at timestamptz(3) NOT NULL
      );
      CREATE TABLE client (
        client_id text PRIMARY KEY,
        version int NOT NULL,
        maker text NOT NULL,
        checker text NOT NULL CHECK (checker <> maker),
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
        checker text NOT NULL CHECK (checker <> maker),
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
        checker text NOT NULL CHECK (checker <> maker),
        allocated_at timestamptz(3) NOT NULL,
        PRIMARY KEY (chain, address)
      );
      CREATE TABLE mandate (
        mandate_id text NOT NULL,
        version int NOT NULL,
        chain text NOT NULL,
        asset_id text NOT NULL REFERENCES asset,
        kind text NOT NULL CHECK (kind IN ('sweep', 'top-up', 'refill', 'skim')),
        enabled boolean NOT NULL,
        from_role text NOT NULL,
        to_wallet_id text REFERENCES wallet CHECK ((to_wallet_id IS NULL) = (kind = 'top-up')),
        threshold numeric(78,0) NOT NULL CHECK (threshold >= 0),
        automatic_up_to numeric(78,0) NOT NULL CHECK (automatic_up_to >= 0),
        movement_limit numeric(78,0) NOT NULL CHECK (movement_limit >= automatic_up_to),
        max_fee numeric(78,0) NOT NULL CHECK (max_fee > 0),
        valid_for_seconds int NOT NULL CHECK (valid_for_seconds > 0),
        maker text NOT NULL,
        checker text NOT NULL CHECK (checker <> maker),
        changed_at timestamptz(3) NOT NULL,
        superseded_at timestamptz(3),
        PRIMARY KEY (mandate_id, version)
      );
      CREATE UNIQUE INDEX mandate_in_force ON mandate (mandate_id) WHERE superseded_at IS NULL;
      CREATE INDEX address_wallet ON address (wallet_id, chain, address);
      CREATE INDEX address_client ON address (client_id, chain, address);
    `);
    await runner.query(`
      CREATE TABLE change (
        change_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        kind text NOT NULL,
        items jsonb NOT NULL,
        digest text NOT NULL,
        maker text NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
        checker text,
        approved_digest text,
        reason text,
        proposed_at timestamptz(3) NOT NULL,
        decided_at timestamptz(3),
        CONSTRAINT change_checker_is_not_maker CHECK (checker <> maker),
        CONSTRAINT change_decided_by_checker
          CHECK ((state <> 'proposed') = (checker IS NOT NULL) AND (checker IS NULL) = (decided_at IS NULL)),
        CONSTRAINT change_approved_as_read
          CHECK ((state = 'approved') = (approved_digest IS NOT NULL) AND approved_digest = digest),
        CONSTRAINT change_rejected_for_reason CHECK ((state = 'rejected') = (reason IS NOT NULL))
      );
      CREATE UNIQUE INDEX change_open ON change (digest) WHERE state = 'proposed';
      CREATE INDEX change_state ON change (state, change_id);
      CREATE TABLE open_item (
        key text PRIMARY KEY,
        change_id bigint NOT NULL REFERENCES change
      );
      CREATE INDEX open_item_change ON open_item (change_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE open_item, change, mandate, address, wallet, client, asset');
  }
}
