import { languageTag, type IssueLanguage } from '@importera/engine';
import { askBlob } from './askJson.ts';
import type { ServerAccess } from './serverRequest.ts';

/** Asks for the error file of an import. Texts stay here: the server has its own for their language. */
export function askErrorFile(
  access: ServerAccess,
  id: string,
  format: 'csv' | 'xlsx',
  language?: IssueLanguage,
): Promise<Blob> {
  const asked =
    language === undefined ? '' : `?language=${encodeURIComponent(languageTag(language))}`;
  return askBlob(access, `/${id}/errors/${format}${asked}`);
}
