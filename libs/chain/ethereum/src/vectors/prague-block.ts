import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { BlockWithTransactions, Receipt } from '../wire';

const Recording = z.object({ token: z.string(), block: BlockWithTransactions, receipts: z.array(Receipt) });

/** A block as a node described it, read anew at each call so that a test may falsify its copy. */
export function pragueBlock(): z.output<typeof Recording> {
  return Recording.parse(JSON.parse(readFileSync(join(__dirname, 'prague-block.json'), 'utf8')));
}
