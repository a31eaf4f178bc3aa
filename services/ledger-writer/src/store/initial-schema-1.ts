import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Books, accounts, entries, movements, and facts that wait. What a database can hold of the rules stands here as constraints: no
 * movement crosses books or sides (rule 1), no asset below zero and no liability in debit (rule 4), a row books a
 * fact once, an entry taken back once, sequences have no twins.
 */
export class InitialSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE book (
        book text PRIMARY KEY,
        seq  bigint NOT NULL CHECK (seq > 0)
      );

      CREATE TABLE account (
        id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        book    text NOT NULL REFERENCES book,
        path    text COLLATE "C" NOT NULL,
        class   text NOT NULL GENERATED ALWAYS AS (split_part(path, ':', 1)) STORED,
        side    text NOT NULL GENERATED ALWAYS AS (split_part(path, ':', 2)) STORED,
        balance numeric(78,0) NOT NULL DEFAULT 0,
        UNIQUE (book, path),
        UNIQUE (id, book, side),
        CONSTRAINT account_class CHECK (class IN ('assets', 'liabilities', 'equity', 'income', 'expenses', 'trading')),
        CONSTRAINT account_side CHECK (side IN ('c', 'h')),
        CONSTRAINT asset_not_below_zero CHECK (class <> 'assets' OR balance >= 0),
        CONSTRAINT liability_not_in_debit CHECK (class <> 'liabilities' OR balance <= 0)
      );
      COMMENT ON COLUMN account.balance IS 'debit-positive, base units';

      CREATE TABLE entry (
        entry_id        text PRIMARY KEY,
        book            text NOT NULL REFERENCES book,
        book_seq        bigint NOT NULL,
        kind            text NOT NULL,
        flow            text NOT NULL,
        chain           text NOT NULL,
        txid            text,
        effective_at    timestamptz NOT NULL,
        booked_at       timestamptz NOT NULL,
        source_event_id text NOT NULL,
        reverses        text UNIQUE REFERENCES entry,
        UNIQUE (book, book_seq),
        CONSTRAINT fact_booked_once UNIQUE (source_event_id, book, kind)
      );
      CREATE INDEX entry_flow ON entry (flow, book, book_seq);

      CREATE TABLE movement (
        book         text NOT NULL,
        book_seq     bigint NOT NULL,
        line         smallint NOT NULL,
        side         text NOT NULL,
        debit        bigint NOT NULL,
        credit       bigint NOT NULL,
        amount       numeric(78,0) NOT NULL CHECK (amount > 0),
        debit_after  numeric(78,0) NOT NULL,
        credit_after numeric(78,0) NOT NULL,
        PRIMARY KEY (book, book_seq, line),
        FOREIGN KEY (book, book_seq) REFERENCES entry (book, book_seq),
        FOREIGN KEY (debit, book, side) REFERENCES account (id, book, side),
        FOREIGN KEY (credit, book, side) REFERENCES account (id, book, side),
        CHECK (debit <> credit)
      );
      CREATE INDEX movement_debit ON movement (debit, book_seq, line);
      CREATE INDEX movement_credit ON movement (credit, book_seq, line);

      CREATE TABLE waiting (
        id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        event_id   text NOT NULL UNIQUE,
        event_type text NOT NULL,
        value      bytea NOT NULL,
        chain      text NOT NULL,
        flow       text NOT NULL,
        book       text,
        account    text,
        heap       text,
        since      timestamptz NOT NULL DEFAULT now(),
        CHECK (num_nulls(book, account, heap) IN (0, 3))
      );
      COMMENT ON COLUMN waiting.heap IS 'where coins have to arrive; null behind an earlier fact of its flow';
      CREATE INDEX waiting_flow ON waiting (flow, id);
      CREATE INDEX waiting_heap ON waiting (book, heap);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE waiting, movement, entry, account, book');
  }
}
