import type { SqlClient } from '@importera/postgres';
import { Hono } from 'hono';
import { z } from 'zod';
import type { Person } from '../Person.ts';
import { mayInvite } from './permissions.ts';

/** A customer as the page of invitations shows one. */
export interface Invitee {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly project: string;
  /** The mail that was sent; null: not invited yet. */
  readonly invitation: {
    readonly at: string;
    readonly subject: string;
    readonly text: string;
  } | null;
}

/** Where invitations are kept. The import knows nothing of it. */
export async function makeInvitationTable(client: SqlClient): Promise<void> {
  await client.query(
    `CREATE TABLE IF NOT EXISTS apex.invitation (
       customer_id uuid PRIMARY KEY, subject text NOT NULL, message text NOT NULL,
       sent_at timestamptz NOT NULL DEFAULT now())`,
  );
}

const asked = z.object({ customers: z.array(z.uuid()).min(1).max(1000) });

/** Inviting is an act of its own (AP13), by those who may import into the customer's project. */
export function invitationRoutes(
  client: SqlClient,
  signedIn: (request: Request) => Person | null,
): Hono {
  const routes = new Hono();
  routes.get('/invitations', async (c) => c.json(await invitees(client)));
  routes.post('/invitations', async (c) => {
    const person = signedIn(c.req.raw);
    const body = asked.safeParse(await c.req.json().catch(() => null));
    if (!body.success)
      return c.json({ error: { message: 'Choose the customers to invite.' } }, 422);
    const chosen = (await invitees(client)).filter(({ id }) => body.data.customers.includes(id));
    const refused = chosen.some(({ project }) => person === null || !mayInvite(person, project));
    if (refused || person === null) {
      return c.json({ error: { message: 'You may not invite customers of this project.' } }, 403);
    }
    for (const { id, name, project } of chosen.filter(({ invitation }) => invitation === null)) {
      await client.query(
        `INSERT INTO apex.invitation (customer_id, subject, message) VALUES ($1::text::uuid, $2, $3)
         ON CONFLICT DO NOTHING`,
        [id, `Velkommen til ${project}`, invitationText(name, { project, from: person.name })],
      );
    }
    return c.json(await invitees(client), 201);
  });
  return routes;
}

function invitationText(
  name: string,
  { project, from }: { readonly project: string; readonly from: string },
): string {
  return `Hei ${name},\n\nNå kan du logge inn og følge boligen din i ${project}.\n\nHilsen ${from}, Fjordhjem`;
}

async function invitees(client: SqlClient): Promise<readonly Invitee[]> {
  const { rows } = await client.query(
    `SELECT c.id::text AS id, c.name, c.email, c.project, i.subject, i.message,
       to_char(i.sent_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS at
     FROM apex.customer c LEFT JOIN apex.invitation i ON i.customer_id = c.id
     ORDER BY i.sent_at DESC NULLS FIRST, lower(c.name), c.id LIMIT 1000`,
  );
  return rows.map((row) => ({
    id: String(row['id']),
    name: String(row['name'] ?? ''),
    email: String(row['email'] ?? ''),
    project: String(row['project'] ?? ''),
    invitation:
      row['at'] === null
        ? null
        : {
            at: String(row['at']),
            subject: String(row['subject']),
            text: String(row['message']),
          },
  }));
}
