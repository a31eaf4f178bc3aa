import { execFileSync } from 'node:child_process';
import { names } from '@nx/devkit';

/**
 * Writes proto/custody/<context>/v1/<event>.avsc with the fields that every event has, and generates its codec.
 * What it is about stands in `aggregateId` until you name it: an event that was published cannot be renamed.
 */
export default function event(tree, { name, context }) {
  const path = `proto/custody/${context}/v1/${names(name).fileName}.avsc`;
  if (tree.exists(path)) throw new Error(`${path} exists: a change of it is a new version, edit it there`);
  const schema = {
    type: 'record',
    name,
    namespace: `custody.${context}.v1`,
    doc: 'Say what happened, in the past tense.',
    topic: `custody.${context}.v1`,
    key: '{chain}',
    subject: '{aggregateId}',
    identity: ['aggregateId', 'version'],
    fields: [
      { name: 'chain', type: 'string', doc: 'CAIP-2 chain id.' },
      {
        name: 'occurredAt',
        type: { type: 'long', logicalType: 'timestamp-millis' },
        doc: 'When it was recorded, UTC.',
      },
      { name: 'aggregateId', type: 'string', doc: 'The thing whose life it belongs to.' },
      { name: 'version', type: 'long', doc: "The aggregate's version, counted from 1; each event of it adds one." },
    ],
  };
  tree.write(path, `${JSON.stringify(schema, null, 2)}\n`);
  return () => {
    execFileSync('npm', ['run', '--silent', 'generate', '-w', 'libs/events'], { cwd: tree.root, stdio: 'inherit' });
    console.log(`\n${path} stands. Next: its fields, then npm run generate -w libs/events once more.`);
  };
}
