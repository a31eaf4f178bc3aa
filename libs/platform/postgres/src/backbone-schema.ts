import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The tables behind every service's events. A schema belongs to one service, so the consumer group needs no column.
 *
 *   consumer_fence        where each partition goes on, and in which cluster; its row lock keeps zombies out
 *   consumer_inbox        ids of the events that took effect
 *   consumer_stream       last sequence seen of each incoming stream
 *   consumer_dead_letter  events that failed or wait behind one that did, byte for byte
 *   consumer_parked       subjects (or whole keys) whose events wait
 *   producer_stream       last sequence given to each outgoing stream
 *   producer_outbox       events committed and not yet acknowledged by the broker
 */
export class BackboneSchema1 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE consumer_fence (
        topic text NOT NULL,
        part int NOT NULL,
        cluster_id text NOT NULL,
        next_offset bigint NOT NULL DEFAULT 0,
        processed_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (topic, part)
      );
      CREATE TABLE consumer_inbox (
        event_id text PRIMARY KEY,
        topic text NOT NULL,
        part int NOT NULL,
        at_offset bigint NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX consumer_inbox_received_at ON consumer_inbox USING brin (received_at);
      CREATE TABLE consumer_stream (
        topic text NOT NULL,
        key text NOT NULL,
        last_seq bigint NOT NULL,
        PRIMARY KEY (topic, key)
      );
      CREATE TABLE consumer_dead_letter (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        part int NOT NULL,
        at_offset bigint NOT NULL,
        key text NOT NULL,
        subject text NOT NULL,
        event_id text NOT NULL UNIQUE,
        event_type text,
        stream_seq bigint,
        counted boolean NOT NULL,
        schema_id int,
        headers jsonb NOT NULL,
        value bytea,
        code text NOT NULL,
        error text NOT NULL,
        stored_at timestamptz NOT NULL DEFAULT now()
      );
      CREATE INDEX consumer_dead_letter_subject ON consumer_dead_letter (topic, subject);
      CREATE INDEX consumer_dead_letter_key ON consumer_dead_letter (topic, key);
      CREATE TABLE consumer_parked (
        topic text NOT NULL,
        subject text NOT NULL,
        part int NOT NULL,
        code text NOT NULL,
        parked_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (topic, subject)
      );
      CREATE TABLE producer_stream (
        topic text NOT NULL,
        key text NOT NULL,
        last_seq bigint NOT NULL,
        PRIMARY KEY (topic, key)
      );
      CREATE TABLE producer_outbox (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        topic text NOT NULL,
        key text,
        headers jsonb NOT NULL,
        value bytea,
        created_at timestamptz NOT NULL DEFAULT clock_timestamp()
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE producer_outbox, producer_stream, consumer_parked, consumer_dead_letter, consumer_stream,
        consumer_inbox, consumer_fence
    `);
  }
}
