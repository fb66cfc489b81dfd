import { page as fortnox } from '../../scenarios/fortnox-crm/page.ts';
import type { ScenarioPage } from '../../scenarios/ScenarioPage.ts';

/** Every scenario of the demo, in the order of the start page. */
export const scenarioPages: readonly ScenarioPage[] = [fortnox];
