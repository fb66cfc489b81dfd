import type { Entity } from '@importera/engine';
import { Collapsible } from '@base-ui/react/collapsible';
import type { ReactElement } from 'react';
import { Icon } from '../controls/Icon.tsx';
import { useImporterScope } from '../importer/ImporterScope.tsx';

/** What a file must have, entity by entity: required fields in sight, the rest folded away. */
export function FileNeeds(): ReactElement {
  const { importer, messages } = useImporterScope();
  return (
    <section className="importera-panel">
      <h3 className="importera-panel-title">{messages.file.needs}</h3>
      <p className="importera-hint">{messages.file.needsIntro}</p>
      {Object.entries(importer.schema.entities).map(([key, entity]) => (
        <EntityNeeds key={key} entity={entity} />
      ))}
    </section>
  );
}

function EntityNeeds({ entity }: { readonly entity: Entity }): ReactElement {
  const text = useImporterScope().messages.file;
  const fields = Object.entries(entity.fields);
  const required = fields.filter(([, field]) => field.required);
  const others = fields.filter(([, field]) => !field.required && field.type !== 'id');
  return (
    <div className="importera-needs">
      <h4 className="importera-needs-entity">{entity.label}</h4>
      {entity.help && <p className="importera-hint">{entity.help}</p>}
      <FieldNames fields={required} required />
      {others.length > 0 && (
        <Collapsible.Root>
          <Collapsible.Trigger className="importera-disclosure">
            <Icon name="chevronEnd" />
            {text.optional(others.length)}
          </Collapsible.Trigger>
          <Collapsible.Panel>
            <FieldNames fields={others} />
          </Collapsible.Panel>
        </Collapsible.Root>
      )}
    </div>
  );
}

function FieldNames(props: {
  readonly fields: readonly (readonly [string, Entity['fields'][string]])[];
  readonly required?: boolean;
}): ReactElement | null {
  const text = useImporterScope().messages.file;
  if (props.fields.length === 0) return null;
  return (
    <ul className="importera-needs-fields">
      {props.fields.map(([key, field]) => (
        <li key={key} title={field.help}>
          {field.label}
          {props.required && <span className="importera-tag">{text.required}</span>}
        </li>
      ))}
    </ul>
  );
}
