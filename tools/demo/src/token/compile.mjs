/**
 * Compiles test-token.sol to test-token.ts. Run after a change of the source:
 *
 *   npx --yes --package solc@0.8.37 -- node tools/demo/src/token/compile.mjs
 *
 * The compiler is no dependency of the repository, as the compiled form is kept beside the source.
 */
import { execSync } from 'node:child_process';
import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { URL } from 'node:url';

const here = (file) => new URL(file, import.meta.url);
const compiler = realpathSync(execSync('command -v solcjs', { encoding: 'utf8' }).trim());
const solc = createRequire(compiler)('solc');
const input = {
  language: 'Solidity',
  sources: { 'test-token.sol': { content: readFileSync(here('test-token.sol'), 'utf8') } },
  settings: {
    evmVersion: 'paris',
    optimizer: { enabled: true },
    metadata: { appendCBOR: false },
    outputSelection: { '*': { TestToken: ['abi', 'evm.bytecode.object'] } },
  },
};
const output = JSON.parse(solc.compile(JSON.stringify(input)));
if (!output.contracts) throw new Error(JSON.stringify(output.errors, null, 2));
const { abi, evm } = output.contracts['test-token.sol'].TestToken;
const source = `/** Made by compile.mjs from test-token.sol. */
export const TEST_TOKEN = ${JSON.stringify({ abi, bytecode: `0x${evm.bytecode.object}` }, null, 2)} as const;
`;
writeFileSync(here('test-token.ts'), source);
