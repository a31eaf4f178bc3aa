import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Nodes and edges with their positions, and who stands behind them.
 *
 * An edge is units [out_pos, out_pos + amount) of all that left src and [in_pos, in_pos + amount) of all that
 * reached dst: the unique keys let no two edges claim the same place.
 */
export class FlowGraphSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE asset (asset_id text PRIMARY KEY);

      CREATE TABLE book (
        asset     text PRIMARY KEY,
        epoch     integer NOT NULL DEFAULT 1,
        seq       bigint NOT NULL,
        booked_at timestamptz NOT NULL
      );

      CREATE TABLE place (account text PRIMARY KEY, wallet_id text NOT NULL, client_id text);
      CREATE TABLE wallet (wallet_id text PRIMARY KEY, label text NOT NULL, role text NOT NULL);

      CREATE TABLE node (
        epoch     integer NOT NULL,
        layer     text NOT NULL CHECK (layer IN ('custody', 'entitlement')),
        asset     text NOT NULL,
        node      text NOT NULL,
        kind      text NOT NULL,
        client_id text,
        out_total numeric(78,0) NOT NULL,
        in_total  numeric(78,0) NOT NULL,
        PRIMARY KEY (epoch, layer, asset, node)
      );

      CREATE TABLE edge (
        id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        epoch        integer NOT NULL,
        layer        text NOT NULL,
        asset        text NOT NULL,
        src          text NOT NULL,
        dst          text NOT NULL,
        amount       numeric(78,0) NOT NULL CHECK (amount > 0),
        kind         text NOT NULL,
        tx           text,
        flow         text NOT NULL,
        entry_id     text NOT NULL,
        book_seq     bigint NOT NULL,
        effective_at timestamptz NOT NULL,
        out_pos      numeric(78,0) NOT NULL,
        in_pos       numeric(78,0) NOT NULL,
        FOREIGN KEY (epoch, layer, asset, src) REFERENCES node,
        FOREIGN KEY (epoch, layer, asset, dst) REFERENCES node,
        CONSTRAINT edge_out_pos UNIQUE (epoch, layer, asset, src, out_pos),
        CONSTRAINT edge_in_pos UNIQUE (epoch, layer, asset, dst, in_pos)
      );
      CREATE INDEX edge_flow ON edge (flow);
      CREATE INDEX edge_effective_at ON edge (asset, layer, effective_at);
    `);
    await runner.query(PASSAGE);
    await runner.query(GROUPED_NODE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW grouped_node, passage; DROP TABLE edge, node, wallet, place, book, asset');
  }
}

/**
 * Edges with transit taken out: what passed through a transit account goes from where it came to where it arrived,
 * first in first out, at the time of its arrival. What is still on its way ends at the transit account.
 */
const PASSAGE = `
  CREATE VIEW passage AS
  SELECT id, epoch, layer, asset, src, dst, amount, tx, flow, entry_id, book_seq, effective_at
  FROM edge
  WHERE src NOT LIKE 'assets:c:transit:%' AND dst NOT LIKE 'assets:c:transit:%'
  UNION ALL
  SELECT gone.id, gone.epoch, gone.layer, gone.asset, come.src, gone.dst,
         least(come.in_pos + come.amount, gone.out_pos + gone.amount) - greatest(come.in_pos, gone.out_pos),
         gone.tx, gone.flow, gone.entry_id, gone.book_seq, gone.effective_at
  FROM edge come
  JOIN edge gone ON gone.epoch = come.epoch AND gone.layer = come.layer AND gone.asset = come.asset
    AND gone.src = come.dst
    AND gone.out_pos < come.in_pos + come.amount AND come.in_pos < gone.out_pos + gone.amount
  WHERE come.dst LIKE 'assets:c:transit:%'
  UNION ALL
  SELECT come.id, come.epoch, come.layer, come.asset, come.src, come.dst,
         come.in_pos + come.amount - greatest(come.in_pos, node.out_total),
         come.tx, come.flow, come.entry_id, come.book_seq, come.effective_at
  FROM edge come
  JOIN node ON node.epoch = come.epoch AND node.layer = come.layer AND node.asset = come.asset AND node.node = come.dst
  WHERE come.dst LIKE 'assets:c:transit:%' AND come.in_pos + come.amount > node.out_total`;

/** Each node with the group that it is drawn in: deposit addresses by client, other addresses by wallet. */
const GROUPED_NODE = `
  CREATE VIEW grouped_node AS
  SELECT epoch, layer, asset, node,
    CASE kind
      WHEN 'address' THEN CASE
        WHEN place.client_id IS NOT NULL THEN 'client:' || place.client_id
        WHEN place.wallet_id IS NULL THEN node
        WHEN node LIKE 'assets:c:deposit:%' THEN 'unattributed'
        ELSE 'wallet:' || place.wallet_id END
      WHEN 'transit' THEN 'transit:' || split_part(node, ':', 4)
      WHEN 'credit' THEN 'credits'
      WHEN 'pending' THEN 'pending:' || node.client_id
      WHEN 'available' THEN 'available:' || node.client_id
      WHEN 'suspense' THEN 'suspense'
      ELSE node
    END AS grp
  FROM node LEFT JOIN place ON place.account = node.node`;
