import type { CompanyRecord } from '../api.ts';
import { linkTo } from '../router.ts';
import { useScenario } from '../scenario/useScenario.ts';
import { recordName } from './recordName.ts';

/** The way to the record that another one belongs to. */
export function ParentLink({ parent }: Pick<CompanyRecord, 'parent'>) {
  const { href, listOf } = useScenario();
  if (parent === null) return null;
  const list = listOf(parent.entity);
  const name = recordName(parent.values, list);
  return list === undefined ? name : <a {...linkTo(href(`/${list.path}/${parent.id}`))}>{name}</a>;
}
