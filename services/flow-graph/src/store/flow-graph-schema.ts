import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Edges with their positions in the newest provenance epoch, earlier places of those that a later epoch moved or
 * dropped, sums for the picture, and who stands behind nodes.
 *
 * An edge is units [out_pos, out_pos + amount) of all that left src and [in_pos, in_pos + amount) of all that
 * reached dst: the unique keys let no two edges claim the same place. They are deferrable as an epoch moves all edges
 * behind a vanished one at once.
 */
export class FlowGraphSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE asset (asset_id text PRIMARY KEY);
      CREATE TABLE place (account text PRIMARY KEY, wallet_id text NOT NULL, client_id text);
      CREATE TABLE wallet (wallet_id text PRIMARY KEY, label text NOT NULL, role text NOT NULL);

      CREATE TABLE book (
        asset      text PRIMARY KEY,
        epoch      integer NOT NULL DEFAULT 1,
        seq        bigint NOT NULL,
        booked_at  timestamptz NOT NULL,
        placed_seq bigint NOT NULL DEFAULT 0
      );

      CREATE TABLE epoch (
        asset      text NOT NULL REFERENCES book,
        epoch      integer NOT NULL CHECK (epoch > 1),
        opened_seq bigint NOT NULL,
        newest_seq bigint NOT NULL,
        PRIMARY KEY (asset, epoch)
      );

      CREATE TABLE node (
        asset text NOT NULL,
        layer text NOT NULL CHECK (layer IN ('custody', 'entitlement')),
        node  text NOT NULL,
        grp   text NOT NULL,
        PRIMARY KEY (asset, layer, node)
      );
      CREATE INDEX node_node ON node (node);
      CREATE INDEX node_grp ON node (asset, layer, grp);

      CREATE TABLE edge (
        id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        asset        text NOT NULL,
        layer        text NOT NULL,
        src          text NOT NULL,
        dst          text NOT NULL,
        amount       numeric(78,0) NOT NULL CHECK (amount > 0),
        kind         text NOT NULL,
        tx           text,
        flow         text NOT NULL,
        entry_id     text NOT NULL,
        book_seq     bigint NOT NULL,
        effective_at timestamptz NOT NULL,
        since_epoch  integer NOT NULL,
        out_pos      numeric(78,0) NOT NULL,
        in_pos       numeric(78,0) NOT NULL,
        FOREIGN KEY (asset, layer, src) REFERENCES node,
        FOREIGN KEY (asset, layer, dst) REFERENCES node,
        CONSTRAINT edge_out_pos UNIQUE (asset, layer, src, out_pos) DEFERRABLE,
        CONSTRAINT edge_in_pos UNIQUE (asset, layer, dst, in_pos) DEFERRABLE
      );
      CREATE INDEX edge_flow ON edge (flow);
      CREATE INDEX edge_entry ON edge (entry_id);
      CREATE INDEX edge_effective_at ON edge (asset, layer, effective_at);

      CREATE TABLE past_edge (LIKE edge, until_epoch integer NOT NULL, PRIMARY KEY (id, until_epoch));
      CREATE INDEX past_edge_out_pos ON past_edge (asset, layer, src, out_pos);
      CREATE INDEX past_edge_in_pos ON past_edge (asset, layer, dst, in_pos);
      CREATE INDEX past_edge_flow ON past_edge (flow);

      CREATE TABLE rollup (
        asset  text NOT NULL,
        layer  text NOT NULL,
        width  text NOT NULL CHECK (width IN ('hour', 'day')),
        at     timestamptz NOT NULL,
        source text NOT NULL,
        target text NOT NULL,
        amount numeric(78,0) NOT NULL,
        count  bigint NOT NULL,
        PRIMARY KEY (asset, layer, width, at, source, target)
      );

      CREATE TABLE unplaced (
        asset   text NOT NULL,
        flow    text NOT NULL,
        account text NOT NULL,
        amount  numeric(78,0) NOT NULL,
        PRIMARY KEY (asset, flow, account)
      );
    `);
    await runner.query(EDGES_OF);
    await runner.query(PASSAGES_OF);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION passages_of, edges_of;
      DROP TABLE unplaced, rollup, past_edge, edge, node, epoch, book, wallet, place, asset`);
  }
}

const EDGE_COLUMNS =
  'id, asset, layer, src, dst, amount, kind, tx, flow, entry_id, book_seq, effective_at, since_epoch, out_pos, in_pos';

/** The edges of a graph as they stood in an epoch. */
const EDGES_OF = `
  CREATE FUNCTION edges_of(of_asset text, of_layer text, in_epoch integer) RETURNS SETOF edge LANGUAGE sql STABLE AS $$
    SELECT ${EDGE_COLUMNS} FROM edge
    WHERE asset = of_asset AND layer = of_layer AND since_epoch <= in_epoch
    UNION ALL
    SELECT ${EDGE_COLUMNS} FROM past_edge
    WHERE asset = of_asset AND layer = of_layer AND since_epoch <= in_epoch AND until_epoch > in_epoch
  $$`;

/**
 * Edges with transit taken out: what passed through a transit account goes from where it came to where it arrived,
 * first in first out, at the time of its arrival. What is still on its way ends at the transit account.
 */
const PASSAGES_OF = `
  CREATE FUNCTION passages_of(of_asset text, of_layer text, in_epoch integer)
  RETURNS TABLE (id bigint, src text, dst text, amount numeric, tx text, flow text, entry_id text, book_seq bigint,
                 effective_at timestamptz) LANGUAGE sql STABLE AS $$
    SELECT id, src, dst, amount, tx, flow, entry_id, book_seq, effective_at
    FROM edges_of(of_asset, of_layer, in_epoch)
    WHERE src NOT LIKE 'assets:_:transit:%' AND dst NOT LIKE 'assets:_:transit:%'
    UNION ALL
    SELECT gone.id, come.src, gone.dst,
           least(come.in_pos + come.amount, gone.out_pos + gone.amount) - greatest(come.in_pos, gone.out_pos),
           gone.tx, gone.flow, gone.entry_id, gone.book_seq, gone.effective_at
    FROM edges_of(of_asset, of_layer, in_epoch) gone
    JOIN edges_of(of_asset, of_layer, in_epoch) come ON come.dst = gone.src
      AND gone.out_pos < come.in_pos + come.amount AND come.in_pos < gone.out_pos + gone.amount
    WHERE gone.src LIKE 'assets:_:transit:%'
    UNION ALL
    SELECT come.id, come.src, come.dst, come.in_pos + come.amount - greatest(come.in_pos, coalesce(gone.total, 0)),
           come.tx, come.flow, come.entry_id, come.book_seq, come.effective_at
    FROM edges_of(of_asset, of_layer, in_epoch) come
    CROSS JOIN LATERAL (
      SELECT sum(amount) AS total FROM edges_of(of_asset, of_layer, in_epoch) WHERE src = come.dst
    ) gone
    WHERE come.dst LIKE 'assets:_:transit:%' AND come.in_pos + come.amount > coalesce(gone.total, 0)
  $$`;
