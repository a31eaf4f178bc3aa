import '@tributary/platform-telemetry/start';
import { runService } from '@tributary/platform-service';
import { SweepPlannerModule } from './service';

void runService(SweepPlannerModule);
