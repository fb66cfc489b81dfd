import { scenario as fortnox } from '../scenarios/fortnox-crm/scenario.ts';
import type { Scenario } from '../scenarios/Scenario.ts';

/** Every scenario of the demo. */
export const scenarios: readonly Scenario[] = [fortnox];
