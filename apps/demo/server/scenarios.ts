import { scenario as apex } from '../scenarios/apex/scenario.ts';
import { scenario as fortnox } from '../scenarios/fortnox-crm/scenario.ts';
import { scenario as salesSync } from '../scenarios/sales-sync/scenario.ts';
import { scenario as taxdome } from '../scenarios/taxdome/scenario.ts';
import { scenario as upsales } from '../scenarios/upsales/scenario.ts';
import type { Scenario } from '../scenarios/Scenario.ts';

/** Every scenario of the demo. */
export const scenarios: readonly Scenario[] = [fortnox, upsales, apex, taxdome, salesSync];
