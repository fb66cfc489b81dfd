import type { JsonSchema } from '@importera/engine';
import { ROUTES, type ApiRoute, type QueryParameter } from './routes.ts';
import { ref, SCHEMAS } from './schemas.ts';

/** The HTTP API as OpenAPI 3.1. @param path where the server is mounted */
export function describeApi(path: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const route of ROUTES) {
    const at = route.path.replaceAll(/:(\w+)/g, '{$1}');
    (paths[at] ??= {})[route.method.toLowerCase()] = operation(route);
  }
  return {
    openapi: '3.1.1',
    info: { title: 'Importera', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: path === '' ? '/' : path }],
    paths,
    components: { schemas: SCHEMAS },
  };
}

function operation(route: ApiRoute): JsonSchema {
  const { method, path, summary, action, status, answer, body } = route;
  return {
    operationId: `${method.toLowerCase()}${path.replaceAll(/[^a-z]+(\w?)/gi, (_all, next: string) => next.toUpperCase())}`,
    summary,
    ...(action !== null && { 'x-action': action }),
    parameters: parametersOf(route),
    ...(body !== undefined && { requestBody: { content: contentOf(body) } }),
    responses: {
      [status]: { description: summary, ...(answer !== null && { content: contentOf(answer) }) },
      default: {
        description: 'It could not be done; the answer says why (RFC 9457).',
        content: { 'application/problem+json': { schema: ref('Problem') } },
      },
    },
  };
}

function parametersOf({ path, query = [] }: ApiRoute): readonly JsonSchema[] {
  const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(name === 'id' && { format: 'uuid' }) },
  }));
  return [...inPath, ...query.map(inQuery)];
}

function inQuery({ name, type, description, values, isList }: QueryParameter): JsonSchema {
  const schema = { type, ...(values && { enum: values }) };
  return {
    name,
    in: 'query',
    description,
    // A list is one text, with commas.
    ...(isList
      ? { style: 'form', explode: false, schema: { type: 'array', items: schema } }
      : { schema }),
  };
}

function contentOf(content: NonNullable<ApiRoute['body']>): JsonSchema {
  return typeof content === 'string'
    ? { 'application/json': { schema: ref(content) } }
    : { [content.type]: {}, ...(content.or !== undefined && { [content.or]: {} }) };
}
