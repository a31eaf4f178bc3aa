import { gauge } from '@tributary/platform-telemetry';

/** Items of the seed file that could not be applied; anything but 0 wants an operator. */
export const seedFaults = gauge({ name: 'registry_seed_faults', help: 'Items of the seed file that do not stand.' });
