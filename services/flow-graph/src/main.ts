import '@tributary/platform-telemetry/start';
import { runService } from '@tributary/platform-service';
import { FlowGraphModule } from './service';

void runService(FlowGraphModule);
