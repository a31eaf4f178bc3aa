import type { AvroSchema, EventContract } from './contracts';

/** One registered version of an event's schema. */
export interface LockedVersion {
  /** Schema id on the wire, unique over all subjects. */
  readonly id: number;
  /** Counted from 1 within the subject. */
  readonly version: number;
  readonly sha256: string;
  readonly schema: AvroSchema;
}

/** `proto/registry.lock.json`: subject (TopicRecordNameStrategy) to its versions, oldest first. */
export type RegistryLock = Readonly<Record<string, readonly LockedVersion[]>>;

/** TopicRecordNameStrategy: `<topic>-<record's full name>`. */
export function subjectOf({ definition }: EventContract): string {
  return `${definition.topic}-${definition.namespace}.${definition.name}`;
}

/** The lock with a new version for each contract whose schema changed; registered versions are never altered. */
export function register(lock: RegistryLock, contracts: readonly EventContract[]): RegistryLock {
  const next: Record<string, readonly LockedVersion[]> = { ...lock };
  let lastId = Math.max(0, ...Object.values(lock).flatMap((versions) => versions.map((version) => version.id)));
  for (const contract of contracts) {
    const subject = subjectOf(contract);
    const versions = next[subject] ?? [];
    if (versions.at(-1)?.sha256 === contract.sha256) continue;
    lastId += 1;
    next[subject] = [
      ...versions,
      { id: lastId, version: versions.length + 1, sha256: contract.sha256, schema: contract.fullSchema },
    ];
  }
  return next;
}
