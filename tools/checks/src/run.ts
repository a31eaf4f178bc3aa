import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from './checks';

/** How many tests of a check passed and failed. */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
}

/** Runs one check with its output shown. A check that ran no test, or could not run, has failed. */
export async function run(check: Check): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'tributary-check-'));
  const report = join(folder, 'report.json');
  const command = check.counts === 'jest' ? [...check.command, '--json', '--outputFile', report] : check.command;
  try {
    const { code, output } = await shown(command, check.env ?? {}, check.counts);
    const outcome = count(check, code, output, report);
    const silentFailure = code !== 0 && outcome.failed === 0;
    return silentFailure || outcome.passed + outcome.failed === 0
      ? { ...outcome, failed: outcome.failed + 1 }
      : outcome;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(check: Check, code: number, output: string, report: string): Outcome {
  switch (check.counts) {
    case 'itself':
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    case 'node-test':
      return {
        passed: Number(/^# pass (\d+)$/m.exec(output)?.[1] ?? 0),
        failed: Number(/^# fail (\d+)$/m.exec(output)?.[1] ?? 1),
      };
    case 'jest':
      return readJest(report);
  }
}

function readJest(report: string): Outcome {
  try {
    const result = JSON.parse(readFileSync(report, 'utf8')) as Record<string, number>;
    return {
      passed: result['numPassedTests'] ?? 0,
      failed: (result['numFailedTests'] ?? 0) + (result['numRuntimeErrorTestSuites'] ?? 0),
    };
  } catch (error) {
    console.error(`Jest left no report: ${(error as Error).message}`);
    return { passed: 0, failed: 1 };
  }
}

async function shown(
  [program = '', ...args]: readonly string[],
  env: Readonly<Record<string, string>>,
  counts: Check['counts'],
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    // Jest's JSON goes to stdout beside its file; its human report is on stderr.
    const child = spawn(program, args, {
      env: { ...process.env, NX_DAEMON: 'false', ...env },
      stdio: ['ignore', counts === 'node-test' ? 'pipe' : counts === 'jest' ? 'ignore' : 'inherit', 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      process.stdout.write(chunk);
    });
    child.on('error', (error) => {
      console.error(`${program} did not start: ${error.message}`);
      resolve({ code: 127, output });
    });
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
