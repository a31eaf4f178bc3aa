import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatFiles, generateFiles, names } from '@nx/devkit';

/** A service's `package.json` is its neighbour's under its own name: the same pins, the same targets. */
const NEIGHBOUR = 'services/flow-graph/package.json';
const DEPENDENCIES = [
  '@nestjs/common',
  '@nestjs/core',
  '@tributary/events',
  '@tributary/platform-postgres',
  '@tributary/platform-service',
  '@tributary/platform-telemetry',
  'typeorm',
  'zod',
];

/** Writes services/<name>, which runs as it stands, and says what is left to do. */
export default async function service(tree, { name }) {
  const root = `services/${name}`;
  if (tree.exists(root)) throw new Error(`${root} exists: choose another name, or remove it first`);
  const neighbour = JSON.parse(tree.read(NEIGHBOUR, 'utf8'));
  generateFiles(tree, join(import.meta.dirname, 'files'), root, {
    name,
    className: names(name).className,
    metricPrefix: name.replaceAll('-', '_'),
    dot: '.',
    tmpl: '',
  });
  const manifest = {
    ...neighbour,
    name: `@tributary/${name}`,
    dependencies: Object.fromEntries(DEPENDENCIES.map((each) => [each, versionOf(each, neighbour, tree)])),
    nx: { ...neighbour.nx, tags: ['layer:service', `service:${name}`] },
  };
  tree.write(`${root}/package.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  await formatFiles(tree);
  return () => {
    console.log(`\n${root} stands. Next: npm install (for its link), then its line in tools/stack/src/services.ts.`);
  };
}

function versionOf(dependency, neighbour, tree) {
  const pinned = neighbour.dependencies[dependency];
  if (pinned) return pinned;
  const { packages } = JSON.parse(readFileSync(join(tree.root, 'package-lock.json'), 'utf8'));
  const { version } = packages[`node_modules/${dependency}`] ?? {};
  if (!version) throw new Error(`${dependency} has no version in ${NEIGHBOUR} nor in the lock: run npm install first`);
  return version;
}
