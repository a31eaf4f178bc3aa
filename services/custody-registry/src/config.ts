import { z } from 'zod';
import { configOf } from '@tributary/platform-config';

export class CustodyRegistryConfig extends configOf({
  /** JSON file of what must stand when the service has started; see seed.example.json. */
  SEED_FILE: z.string().min(1).optional(),
}) {}
