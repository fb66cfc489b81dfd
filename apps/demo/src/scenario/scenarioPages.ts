import { page as apex } from '../../scenarios/apex/page.ts';
import { page as fortnox } from '../../scenarios/fortnox-crm/page.ts';
import { page as salesSync } from '../../scenarios/sales-sync/page.ts';
import { page as taxdome } from '../../scenarios/taxdome/page.ts';
import { page as upsales } from '../../scenarios/upsales/page.ts';
import type { ScenarioPage } from '../../scenarios/ScenarioPage.ts';

/** Every scenario of the demo, in the order of the start page. */
export const scenarioPages: readonly ScenarioPage[] = [fortnox, upsales, apex, taxdome, salesSync];
