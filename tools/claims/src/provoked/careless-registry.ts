import { CustodyRegistryModule, FourEyes } from '@tributary/custody-registry';
import { runService } from '@tributary/platform-service';

/** Lets everybody decide everything on any reading, as a service would whose check is missing: the database remains. */
class Careless extends FourEyes {
  override refusal(): undefined {
    return undefined;
  }
}

void runService(CustodyRegistryModule, { replace: [{ provide: FourEyes, useClass: Careless }] });
