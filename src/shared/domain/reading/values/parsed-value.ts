/** What a value looks like; it decides how the text behind a label is read. */
export type ValueSort =
  | 'name'
  | 'day'
  | 'year'
  | 'personal-id'
  | 'sex'
  | 'ethnicity'
  | 'nationality'
  | 'text'
  | 'address'
  | 'capitals'
  | 'plot'
  | 'area'
  | 'money'
  | 'count'
  | 'phone'
  | 'time'
  | 'weight'
  | 'serial-6'
  | 'serial-8'
  | 'register'
  | 'business-code'
  | 'licence-number'
  | 'licence-class'
  | 'notary-number';

/** Part `from…to` of the text is the value; `sureness` is how sure its shape alone is, 0…1. */
export type ParsedValue = {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly sureness: number;
};
