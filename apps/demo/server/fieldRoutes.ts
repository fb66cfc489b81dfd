import { Hono } from 'hono';
import { z } from 'zod';
import type { Company } from './openCompany.ts';
import { administratorsOnly, signedIn } from './sessionRoutes.ts';

const newField = z.object({
  entity: z.string(),
  label: z
    .string()
    .trim()
    .min(1, 'Give the field a name.')
    .max(60, 'A name has at most 60 characters.'),
  type: z.enum(['text', 'number', 'date', 'boolean', 'choice', 'email', 'phone', 'url']),
});

/**
 * What only the company's data knows of its schema: the fields users made (FX11), which everybody sees and administrators make,
 * and what settings offer.
 */
export function fieldRoutes({ adapter, scenario }: Company): Hono {
  const { entities } = scenario.schema;
  const routes = new Hono();
  const host = { importId: 'settings', settings: {} };
  routes.get('/', async (context) => {
    const fields: Record<string, unknown> = {};
    for (const entity of Object.keys(entities)) {
      fields[entity] = await adapter.fields(entity, host);
    }
    const person = signedIn(scenario, context.req.raw);
    const user = person === null ? {} : { user: person.name };
    return context.json({
      fields,
      settings: (await adapter.settings?.({ ...host, ...user })) ?? {},
    });
  });
  routes.post('/', administratorsOnly(scenario), async (context) => {
    const asked = newField.safeParse(await context.req.json());
    if (!asked.success || entities[asked.data.entity]?.extendable !== true) {
      const message = asked.error?.issues[0]?.message ?? 'Nothing can be added there.';
      return context.json({ error: { message } }, 400);
    }
    const { entity, label, type } = asked.data;
    const known = { ...entities[entity]?.fields, ...(await adapter.fields(entity, host)) };
    if (hasLabel(known, label)) {
      return context.json(
        { error: { message: `There is a field called “${label}” already.` } },
        409,
      );
    }
    await adapter.createField({ entity, label, type, field: freeKey(label, known) }, host);
    return context.json({ ok: true }, 201);
  });
  return routes;
}

function hasLabel(
  fields: Readonly<Record<string, { readonly label: string }>>,
  label: string,
): boolean {
  const folded = label.toLocaleLowerCase('sv');
  return Object.values(fields).some((field) => field.label.toLocaleLowerCase('sv') === folded);
}

/** A key made from the name: `Rabatt i %` is kept under `rabattI`. */
function freeKey(label: string, taken: object): string {
  const words = label
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .match(/[a-z0-9]+/giu) ?? ['field'];
  const key = words
    .map((word, index) =>
      index === 0 ? word.toLowerCase() : word.charAt(0).toUpperCase() + word.slice(1).toLowerCase(),
    )
    .join('');
  const candidates = [key, ...Array.from({ length: 100 }, (_, index) => `${key}${index + 2}`)];
  return candidates.find((candidate) => !Object.hasOwn(taken, candidate)) ?? crypto.randomUUID();
}
