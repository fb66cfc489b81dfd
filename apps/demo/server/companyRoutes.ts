import { Hono } from 'hono';
import type { Background } from '../scenarios/Background.ts';
import { fieldRoutes } from './fieldRoutes.ts';
import { mailRoutes } from './mailRoutes.ts';
import type { Company } from './openCompany.ts';
import { recordRoutes } from './recordRoutes.ts';
import { sessionRoutes, signedIn, signedInOnly } from './sessionRoutes.ts';

/** A company's own API: its people, records, fields, mails, and what its scenario adds. */
export function companyRoutes(company: Company, background?: Background): Hono {
  const { scenario, client } = company;
  const routes = new Hono();
  routes.route('/session', sessionRoutes(scenario));
  routes.use(signedInOnly(scenario));
  routes.route('/fields', fieldRoutes(company));
  routes.route('/records', recordRoutes(company));
  routes.route('/mails', mailRoutes(company));
  const who = (request: Request) => signedIn(scenario, request);
  if (scenario.routes !== undefined) routes.route('/own', scenario.routes(client, who));
  if (background !== undefined) routes.route('/own', background.routes);
  return routes;
}
