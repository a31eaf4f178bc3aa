import { Column, Entity, PrimaryColumn } from 'typeorm';
import { exactInteger } from './exact-integer';

/** How the node does: usable, silent or refusing, disproved by its own hashes, or not yet as far as we are. */
export type NodeState = 'ok' | 'down' | 'lying' | 'behind';

/**
 * A chain and how far it was read. Whoever changes what follows from blocks locks this row first, and then looks
 * whether the cursor is still where it was when the node was asked.
 */
@Entity({ name: 'watched_chain' })
export class ChainRow {
  @PrimaryColumn({ type: 'text' })
  chain!: string;

  /** First block that counts where a registration names none. */
  @Column({ ...exactInteger, name: 'start_height' })
  startHeight!: number;

  /** The cursor: the last block that was read. */
  @Column(exactInteger)
  height!: number;

  /** Hash of the cursor's block; null until the node was asked for the first time. */
  @Column({ type: 'text', nullable: true })
  hash!: string | null;

  /** Time of the cursor's block. */
  @Column({ name: 'block_time', type: 'timestamptz', nullable: true })
  blockTime!: Date | null;

  /** The node's newest block, as last told. */
  @Column({ ...exactInteger, nullable: true })
  head!: number | null;

  /** Height of the node's safe tag, as far as it lies on our chain; -1: none. */
  @Column({ ...exactInteger, name: 'safe_height' })
  safeHeight!: number;

  /** The same for its finalized tag. It falls only when an operator resumes a halted chain. */
  @Column({ ...exactInteger, name: 'finalized_height' })
  finalizedHeight!: number;

  @Column({ name: 'node_state', type: 'text' })
  nodeState!: NodeState;

  @Column({ name: 'node_error', type: 'text', nullable: true })
  nodeError!: string | null;

  @Column({ name: 'node_since', type: 'timestamptz' })
  nodeSince!: Date;

  /** Why nothing more is read until an operator resumes the chain. */
  @Column({ name: 'halted_reason', type: 'text', nullable: true })
  haltedReason!: string | null;

  @Column({ name: 'halted_at', type: 'timestamptz', nullable: true })
  haltedAt!: Date | null;
}
