import '@tributary/platform-telemetry/start';
import { runService } from '@tributary/platform-service';
import { LedgerWriterModule } from './service';

void runService(LedgerWriterModule);
