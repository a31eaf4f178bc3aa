import { CustodyRegistryModule } from '@tributary/custody-registry';
import { runService } from '@tributary/platform-service';
import { brokenGuards } from './guards';

void runService(CustodyRegistryModule, { replace: brokenGuards(['outbox-order']) });
