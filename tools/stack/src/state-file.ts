import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProcessIdentity } from './process-identity';

/** What is known of one supervised process. */
export interface PartState {
  readonly process: ProcessIdentity;
  readonly port?: number;
  readonly status: 'starting' | 'ready' | 'down';
  /** How often it died and was started again since the stack started. */
  readonly restarts: number;
  readonly readyUrl?: string;
}

export interface StackState {
  readonly parts: Readonly<Record<string, PartState>>;
  /** Ports by name, chosen at the first start and kept for the later ones. */
  readonly ports: Readonly<Record<string, number>>;
}

/** The state file of a stack; a folder that never held one reads as empty. */
export function readStackState(stateDir: string): StackState {
  const path = statePath(stateDir);
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as StackState;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { parts: {}, ports: {} };
    throw new Error(`cannot read ${path}: ${String(error)}. End its processes by hand, then remove the file.`, {
      cause: error,
    });
  }
}

/** Keeps `state.json` equal to what is known; each change is on disk, whole, before the call returns. */
export class StateFile {
  private state: StackState;

  constructor(private readonly stateDir: string) {
    this.state = readStackState(stateDir);
  }

  get current(): StackState {
    return this.state;
  }

  setPart(name: string, part: PartState): void {
    this.write({ ...this.state, parts: { ...this.state.parts, [name]: part } });
  }

  removePart(name: string): void {
    const parts = { ...this.state.parts };
    delete parts[name];
    this.write({ ...this.state, parts });
  }

  setPort(name: string, port: number): void {
    this.write({ ...this.state, ports: { ...this.state.ports, [name]: port } });
  }

  private write(state: StackState): void {
    this.state = state;
    const path = statePath(this.stateDir);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`);
    renameSync(`${path}.new`, path);
  }
}

function statePath(stateDir: string): string {
  return join(stateDir, 'state.json');
}
