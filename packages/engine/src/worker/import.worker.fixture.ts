import { crm } from '../importer/crm.fixture.ts';
import { serveImporter } from './serveImporter.ts';

serveImporter({ schema: crm });
