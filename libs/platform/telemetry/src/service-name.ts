import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** OTEL_SERVICE_NAME, or else the name of the package whose script runs, without its scope. */
export function serviceName(): string {
  return process.env['OTEL_SERVICE_NAME'] ?? packageNameAbove(process.argv[1] ?? '') ?? 'tributary';
}

function packageNameAbove(path: string): string | undefined {
  const folder = dirname(path);
  if (folder === path) return undefined;
  const manifest = join(folder, 'package.json');
  if (!existsSync(manifest)) return packageNameAbove(folder);
  const { name } = JSON.parse(readFileSync(manifest, 'utf8')) as { name?: string };
  return name?.replace(/^@[^/]+\//, '');
}
