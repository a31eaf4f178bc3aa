import '@tributary/platform-telemetry/start';
import { runService } from '@tributary/platform-service';
import { CustodyRegistryModule } from './service';

void runService(CustodyRegistryModule);
