import { serveImporter } from '@importera/engine/worker';
import { httpAdapter } from '@importera/http';

// Reading, planning and the talk with the server all stay off the page's thread.
serveImporter({ adapter: httpAdapter({ url: new URL('/api/import', location.origin) }) });
