import '@tributary/platform-telemetry/start';
import { runService } from '@tributary/platform-service';
import { ConsoleModule } from './service';

void runService(ConsoleModule);
