import type {
  BooleanField,
  ChoiceField,
  DateField,
  EmailField,
  IdField,
  NumberField,
  PhoneField,
  ReferenceField,
  TextField,
  UrlField,
} from './Schema.ts';

// One builder per field type. They add `type` and keep every literal, so that `InferRecord` knows that a
// field is required or which options it has.

/** Free text, kept as written but for spaces around it. */
export function text<const F extends Omit<TextField, 'type'>>(
  field: F,
): F & { readonly type: 'text' } {
  return { ...field, type: 'text' };
}

/** A number; grouping, decimal comma, currency and percent signs are understood. */
export function number<const F extends Omit<NumberField, 'type'>>(
  field: F,
): F & { readonly type: 'number' } {
  return { ...field, type: 'number' };
}

/** A calendar date, with `time: true` a local date and time. Never shifted by a time zone. */
export function date<const F extends Omit<DateField, 'type'>>(
  field: F,
): F & { readonly type: 'date' } {
  return { ...field, type: 'date' };
}

/** Yes or no, in many languages. */
export function boolean<const F extends Omit<BooleanField, 'type'>>(
  field: F,
): F & { readonly type: 'boolean' } {
  return { ...field, type: 'boolean' };
}

/** One e-mail address. */
export function email<const F extends Omit<EmailField, 'type'>>(
  field: F,
): F & { readonly type: 'email' } {
  return { ...field, type: 'email' };
}

/** A phone number, held as E.164 with `;ext=` where it has an extension. */
export function phone<const F extends Omit<PhoneField, 'type'>>(
  field: F,
): F & { readonly type: 'phone' } {
  return { ...field, type: 'phone' };
}

/** A web address; `https://` is added where the scheme is missing. */
export function url<const F extends Omit<UrlField, 'type'>>(
  field: F,
): F & { readonly type: 'url' } {
  return { ...field, type: 'url' };
}

/** One of the options, or several with `multiple`; with `open` any text. */
export function choice<const F extends Omit<ChoiceField, 'type'>>(
  field: F,
): F & { readonly type: 'choice' } {
  return { ...field, type: 'choice' };
}

/** Points at a record of another entity by a readable value. */
export function reference<const F extends Omit<ReferenceField, 'type'>>(
  field: F,
): F & { readonly type: 'reference' } {
  return { ...field, type: 'reference' };
}

/** The host's own id of a record: identifies, is never written. */
export function id<const F extends Omit<IdField, 'type'>>(field: F): F & { readonly type: 'id' } {
  return { ...field, type: 'id' };
}
