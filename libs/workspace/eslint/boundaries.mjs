/** Packages that one place alone may import, and the tag of that place. */
const RESERVED = [
  { packages: ['kafkajs'], tag: 'platform:kafka' },
  { packages: ['typeorm', '@nestjs/typeorm'], tag: 'platform:postgres' },
  { packages: ['@opentelemetry/*', 'prom-client', 'pino'], tag: 'platform:telemetry' },
];

const reservedExcept = (...tags) =>
  RESERVED.filter(({ tag }) => !tags.includes(tag)).flatMap(({ packages }) => packages);

const INFRASTRUCTURE = [...reservedExcept(), 'pg', '@nestjs/*'];

/** Who may import whom: a project is held to the row of each of its tags. */
const rows = [
  { sourceTag: 'layer:domain', onlyDependOnLibsWithTags: ['layer:domain'], bannedExternalImports: ['*'] },
  { sourceTag: 'layer:events', onlyDependOnLibsWithTags: [], bannedExternalImports: INFRASTRUCTURE },
  { sourceTag: 'layer:chain', onlyDependOnLibsWithTags: ['layer:domain'], bannedExternalImports: INFRASTRUCTURE },
  { sourceTag: 'layer:platform', onlyDependOnLibsWithTags: ['layer:platform', 'layer:events'] },
  ...['config', 'service', 'kafka', 'postgres', 'telemetry'].map((name) => ({
    sourceTag: `platform:${name}`,
    onlyDependOnLibsWithTags: ['layer:platform', 'layer:events'],
    bannedExternalImports: reservedExcept(`platform:${name}`),
  })),
  {
    sourceTag: 'layer:service',
    onlyDependOnLibsWithTags: ['layer:domain', 'layer:chain', 'layer:events', 'layer:platform'],
    bannedExternalImports: [...reservedExcept('platform:postgres'), 'pg'],
  },
  { sourceTag: 'layer:web', onlyDependOnLibsWithTags: [], bannedExternalImports: INFRASTRUCTURE },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'layer:workspace', onlyDependOnLibsWithTags: [] },
  {
    sourceTag: 'layer:tool',
    onlyDependOnLibsWithTags: [
      'layer:tool',
      'layer:domain',
      'layer:chain',
      'layer:events',
      'layer:platform',
      'layer:service',
    ],
    bannedExternalImports: ['kafkajs', 'typeorm'],
  },
];

const options = (depConstraints) => ['error', { enforceBuildableLibDependency: false, allow: [], depConstraints }];

/** The rule for what ships. */
export const boundaries = options(rows);

/** The rule for specs: the same, and the test parts. */
export const boundariesOfSpecs = options(
  rows.map(({ bannedExternalImports, ...row }) => ({
    ...row,
    onlyDependOnLibsWithTags: [...row.onlyDependOnLibsWithTags, 'layer:testing', 'layer:tool'],
  })),
);
