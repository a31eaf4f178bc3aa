import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The planner's tables. What a database can hold of the rules stands here as constraints: a resource is leased once, a
 * nonce is used by one flow, signed bytes are never overwritten, an approver is neither the maker nor the editor of
 * the mandate, and approves the digest that the flow has.
 */
export class PlannerSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE chain_halt (
        chain  text PRIMARY KEY,
        reason text NOT NULL
      );
      CREATE TABLE wallet (
        wallet_id text PRIMARY KEY,
        chain     text NOT NULL,
        role      text NOT NULL,
        side      text NOT NULL
      );
      CREATE TABLE address_book (
        chain        text NOT NULL,
        address      text NOT NULL,
        owner        jsonb NOT NULL,
        allocated_at timestamptz NOT NULL,
        PRIMARY KEY (chain, address)
      );
      CREATE INDEX address_book_wallet ON address_book ((owner ->> 'walletId'), allocated_at DESC);
      CREATE TABLE asset (
        asset_id text PRIMARY KEY,
        chain    text NOT NULL,
        symbol   text NOT NULL,
        decimals int NOT NULL,
        contract text
      );
      CREATE TABLE mandate (
        mandate_id        text PRIMARY KEY,
        version           int NOT NULL,
        editor            text NOT NULL,
        chain             text NOT NULL,
        asset_id          text NOT NULL,
        kind              text NOT NULL CHECK (kind IN ('sweep', 'top-up', 'refill', 'skim')),
        enabled           boolean NOT NULL,
        from_role         text NOT NULL,
        to_wallet_id      text,
        threshold         numeric(78,0) NOT NULL,
        automatic_up_to   numeric(78,0) NOT NULL,
        max_amount        numeric(78,0) NOT NULL,
        max_fee           numeric(78,0) NOT NULL,
        valid_for_seconds int NOT NULL,
        trouble           text
      );

      CREATE TABLE source (
        address      text NOT NULL,
        asset_id     text NOT NULL,
        chain        text NOT NULL,
        owner        jsonb NOT NULL,
        client_units numeric(78,0) NOT NULL DEFAULT 0,
        house_units  numeric(78,0) NOT NULL DEFAULT 0,
        PRIMARY KEY (address, asset_id)
      );
      CREATE INDEX source_of_asset ON source (asset_id, client_units);
      CREATE TABLE source_change (
        id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        cause       text NOT NULL,
        address     text NOT NULL,
        asset_id    text NOT NULL,
        transfer_id text,
        client      numeric(78,0) NOT NULL,
        house       numeric(78,0) NOT NULL,
        FOREIGN KEY (address, asset_id) REFERENCES source
      );
      CREATE INDEX source_change_cause ON source_change (cause);
      CREATE INDEX source_change_credits ON source_change (address, asset_id, id) WHERE transfer_id IS NOT NULL;

      CREATE TABLE flow (
        flow_id         text PRIMARY KEY,
        kind            text NOT NULL CHECK (kind IN ('sweep', 'top-up', 'refill', 'skim')),
        state           text NOT NULL,
        version         int NOT NULL,
        chain           text NOT NULL,
        asset_id        text NOT NULL,
        from_address    text NOT NULL,
        from_owner      jsonb NOT NULL,
        to_address      text NOT NULL,
        to_owner        jsonb NOT NULL,
        amount          numeric(78,0) NOT NULL CHECK (amount > 0),
        max_fee         numeric(78,0) NOT NULL CHECK (max_fee > 0),
        fee_asset_id    text NOT NULL,
        digest          text NOT NULL,
        maker           text NOT NULL,
        mandate_id      text NOT NULL,
        mandate_version int NOT NULL,
        mandate_editor  text NOT NULL,
        max_amount      numeric(78,0) NOT NULL,
        automatic_up_to numeric(78,0) NOT NULL,
        needs_approval  boolean NOT NULL,
        deadline        timestamptz NOT NULL,
        planned_at      timestamptz NOT NULL,
        updated_at      timestamptz NOT NULL,
        gas_limit       numeric(78,0),
        estimated_fee   numeric(78,0),
        on_its_way      boolean NOT NULL DEFAULT false,
        waiting_for     text,
        end_code        text,
        reason          text,
        ended_by_txid   text,
        CONSTRAINT flow_terms UNIQUE (flow_id, digest, maker, mandate_editor)
      );
      CREATE INDEX flow_open ON flow (chain, state, planned_at)
        WHERE state NOT IN ('SETTLED', 'FAILED', 'POLICY_DENIED', 'EXPIRED', 'CANCELLED');
      CREATE INDEX flow_from ON flow (from_address, asset_id, state);
      CREATE INDEX flow_listed ON flow (planned_at DESC, flow_id DESC);
      CREATE TABLE flow_input (
        flow_id     text NOT NULL REFERENCES flow,
        place       int NOT NULL,
        transfer_id text NOT NULL,
        amount      numeric(78,0) NOT NULL CHECK (amount > 0),
        PRIMARY KEY (flow_id, place)
      );
      CREATE INDEX flow_input_transfer ON flow_input (transfer_id);
      CREATE TABLE flow_history (
        id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        flow_id text NOT NULL REFERENCES flow,
        state   text NOT NULL,
        at      timestamptz NOT NULL,
        by      text,
        reason  text
      );
      CREATE INDEX flow_history_flow ON flow_history (flow_id, id);

      CREATE TABLE lease (
        resource   text NOT NULL,
        flow_id    text NOT NULL REFERENCES flow DEFERRABLE INITIALLY DEFERRED,
        taken_back boolean NOT NULL DEFAULT false,
        taken_at   timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (resource, flow_id)
      );
      COMMENT ON COLUMN lease.taken_back IS 'its flow had ended before a reorg took it back: another may hold the resource too';
      CREATE UNIQUE INDEX lease_once ON lease (resource) WHERE NOT taken_back;
      CREATE INDEX lease_flow ON lease (flow_id);

      CREATE TABLE approval (
        flow_id        text NOT NULL,
        digest         text NOT NULL,
        maker          text NOT NULL,
        mandate_editor text NOT NULL,
        approver       text NOT NULL,
        approved_at    timestamptz NOT NULL,
        PRIMARY KEY (flow_id, approver),
        FOREIGN KEY (flow_id, digest, maker, mandate_editor) REFERENCES flow (flow_id, digest, maker, mandate_editor),
        CONSTRAINT approver_is_neither_maker_nor_editor CHECK (approver <> maker AND approver <> mandate_editor)
      );

      CREATE TABLE nonce_lane (
        chain   text NOT NULL,
        address text NOT NULL,
        next    bigint NOT NULL,
        PRIMARY KEY (chain, address)
      );
      CREATE TABLE attempt (
        flow_id                  text NOT NULL REFERENCES flow,
        attempt                  int NOT NULL,
        chain                    text NOT NULL,
        address                  text NOT NULL,
        nonce                    bigint NOT NULL,
        state                    text NOT NULL
          CHECK (state IN ('SIGNING', 'SIGNED', 'BROADCAST', 'MINED', 'SETTLED', 'FAILED', 'SUPERSEDED')),
        gas_limit                numeric(78,0) NOT NULL,
        max_fee_per_gas          numeric(78,0) NOT NULL,
        max_priority_fee_per_gas numeric(78,0) NOT NULL,
        unsigned_bytes           text NOT NULL,
        signed_bytes             text,
        txid                     text UNIQUE,
        signed_at                timestamptz,
        broadcast_at             timestamptz,
        sent_at                  timestamptz,
        block                    jsonb,
        fee                      numeric(78,0),
        is_final                 boolean NOT NULL DEFAULT false,
        transfer                 jsonb,
        error                    text,
        PRIMARY KEY (flow_id, attempt),
        CONSTRAINT nonce_lane_once UNIQUE (chain, address, nonce, attempt),
        CONSTRAINT signed_with_txid CHECK ((signed_bytes IS NULL) = (txid IS NULL))
      );
      CREATE INDEX attempt_nonce ON attempt (chain, address, nonce);
      CREATE INDEX attempt_on_its_way ON attempt (chain, state) WHERE state IN ('SIGNING', 'SIGNED', 'BROADCAST');
      CREATE FUNCTION signed_bytes_stay() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'Attempt % of flow % is signed: its bytes are never overwritten', OLD.attempt, OLD.flow_id
            USING ERRCODE = 'integrity_constraint_violation';
        END
      $$;
      CREATE TRIGGER signed_bytes_stay BEFORE UPDATE ON attempt FOR EACH ROW
        WHEN (OLD.signed_bytes IS NOT NULL AND (NEW.signed_bytes IS DISTINCT FROM OLD.signed_bytes
              OR NEW.txid IS DISTINCT FROM OLD.txid))
        EXECUTE FUNCTION signed_bytes_stay();

      CREATE TABLE outflow (
        outflow_id text PRIMARY KEY,
        what       text NOT NULL CHECK (what IN ('transfer', 'fee')),
        state      text NOT NULL CHECK (state IN ('unexplained', 'reverted')),
        chain      text NOT NULL,
        txid       text NOT NULL,
        asset_id   text NOT NULL,
        from_party jsonb NOT NULL,
        to_party   jsonb,
        amount     numeric(78,0) NOT NULL CHECK (amount > 0),
        block      jsonb NOT NULL,
        occurrence int NOT NULL,
        judged_at  timestamptz NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE chain_halt, wallet, address_book, asset, mandate, source_change, source, lease, approval, attempt,
        nonce_lane, flow_history, flow_input, flow, outflow;
      DROP FUNCTION signed_bytes_stay;
    `);
  }
}
