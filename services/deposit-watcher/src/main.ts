import '@tributary/platform-telemetry/start';
import { runService } from '@tributary/platform-service';
import { DepositWatcherModule } from './service';

void runService(DepositWatcherModule);
