import { crm } from '../importer/crm.fixture.ts';
import { sv } from '../locales/sv.ts';
import { serveImporter } from './serveImporter.ts';

serveImporter({ schema: crm, texts: [sv] });
