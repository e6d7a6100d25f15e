import {
  moneySources,
  type AddRegisterRowRequest,
  type RegisterDetails,
  type RegisterKind,
  type RegisterRow,
} from '@junheng/api-contract';

/** What stands in the dialog: every field as text, also those of other registers, so that switching back loses nothing. */
export interface RowDraft {
  readonly countyId: string;
  readonly schoolId: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly evidence: string;
  readonly form: string;
  readonly post: string;
  readonly direction: string;
  readonly people: string;
  readonly backbone: string;
  readonly toSchoolId: string;
  readonly toName: string;
  readonly partner: string;
  readonly partnerKind: string;
  readonly content: string;
  readonly activities: string;
  readonly name: string;
  readonly projectKind: string;
  readonly state: string;
  readonly area: string;
  /** By source, in ten thousand yuan. */
  readonly money: Readonly<Record<string, string>>;
  readonly case: string;
  readonly severity: string;
  readonly facts: string;
  readonly putRightOn: string;
}
export type DraftField = Exclude<keyof RowDraft, 'money'>;

export function emptyDraft(countyId: string, today: string): RowDraft {
  return {
    countyId,
    schoolId: '',
    startsOn: today,
    endsOn: '',
    evidence: '',
    form: 'rotation',
    post: 'teacher',
    direction: 'urban-to-rural',
    people: '1',
    backbone: '0',
    toSchoolId: '',
    toName: '',
    partner: '',
    partnerKind: 'school-in-county',
    content: '',
    activities: '0',
    name: '',
    projectKind: 'new-building',
    state: 'planned',
    area: '',
    money: {},
    case: 'hazard',
    severity: 'minor',
    facts: '',
    putRightOn: '',
  };
}

export function draftOf(row: RegisterRow, today: string): RowDraft {
  const { details } = row;
  const base: RowDraft = {
    ...emptyDraft(row.countyId, today),
    schoolId: row.schoolId ?? '',
    startsOn: row.startsOn,
    endsOn: row.endsOn ?? '',
    evidence: row.evidence ?? '',
  };
  switch (details.kind) {
    case 'staff-rotation':
      return {
        ...base,
        form: details.form,
        post: details.post,
        direction: details.direction,
        people: String(details.people),
        backbone: String(details.backbone),
        toSchoolId: details.toSchoolId ?? '',
        toName: details.toName ?? '',
      };
    case 'pairing':
      return {
        ...base,
        partner: details.partner,
        partnerKind: details.partnerKind,
        content: details.content,
        activities: String(details.activities),
      };
    case 'project':
      return {
        ...base,
        name: details.name,
        projectKind: details.projectKind,
        state: details.state,
        area: details.area ?? '',
        money: Object.fromEntries(details.money.map(({ source, amount }) => [source, amount])),
      };
    case 'safety':
      return {
        ...base,
        case: details.case,
        severity: details.severity,
        facts: details.facts,
        putRightOn: details.putRightOn ?? '',
      };
    default: {
      const exhaustive: never = details;
      return exhaustive;
    }
  }
}

export type DraftProblem = 'missing' | 'whole-number' | 'amount' | 'day' | 'too-many';

/** What keeps a draft from being sent, by field; the server checks everything again. Money by `money.<source>`. */
export function problemsOf(kind: RegisterKind, draft: RowDraft): Readonly<Record<string, DraftProblem>> {
  const found: Record<string, DraftProblem> = {};
  const texts = (...fields: DraftField[]) => {
    for (const field of fields) if (draft[field].trim().length < 2) found[field] = 'missing';
  };
  const wholes = (...fields: DraftField[]) => {
    for (const field of fields) if (!/^\d{1,4}$/.test(draft[field].trim())) found[field] = 'whole-number';
  };
  if (draft.startsOn === '') found['startsOn'] = 'day';
  switch (kind) {
    case 'staff-rotation':
      wholes('people', 'backbone');
      if (Number(draft.backbone) > Number(draft.people)) found['backbone'] ??= 'too-many';
      if (Number(draft.people) < 1) found['people'] ??= 'whole-number';
      if (draft.toSchoolId === '') texts('toName');
      break;
    case 'pairing':
      texts('partner', 'content');
      wholes('activities');
      break;
    case 'project':
      texts('name');
      if (draft.area.trim() !== '' && !isAmount(draft.area)) found['area'] = 'amount';
      for (const source of moneySources) {
        const amount = draft.money[source] ?? '';
        if (amount.trim() !== '' && !isAmount(amount)) found[`money.${source}`] = 'amount';
      }
      break;
    case 'safety':
      texts('facts');
      break;
    default: {
      const exhaustive: never = kind;
      return exhaustive;
    }
  }
  return found;
}

const isAmount = (text: string): boolean => /^\d{1,9}(?:\.\d{1,2})?$/.test(text.trim());

/** A draft without problems as the server wants it. */
export function requestOf(kind: RegisterKind, draft: RowDraft): AddRegisterRowRequest {
  return {
    countyId: draft.countyId,
    schoolId: orNull(draft.schoolId),
    startsOn: draft.startsOn,
    endsOn: orNull(draft.endsOn),
    details: detailsOf(kind, draft),
    evidence: orNull(draft.evidence),
  };
}

function detailsOf(kind: RegisterKind, draft: RowDraft): RegisterDetails {
  switch (kind) {
    case 'staff-rotation':
      return {
        kind,
        form: oneOf(['rotation', 'support-teaching', 'shadowing', 'itinerant'], draft.form),
        post: oneOf(['teacher', 'principal'], draft.post),
        direction: oneOf(['urban-to-rural', 'strong-to-weak', 'between-equals', 'other'], draft.direction),
        people: Number(draft.people),
        backbone: Number(draft.backbone),
        toSchoolId: orNull(draft.toSchoolId),
        toName: draft.toSchoolId === '' ? orNull(draft.toName) : null,
      };
    case 'pairing':
      return {
        kind,
        partner: draft.partner.trim(),
        partnerKind: oneOf(
          ['school-in-county', 'school-elsewhere', 'university', 'enterprise', 'other'],
          draft.partnerKind,
        ),
        content: draft.content.trim(),
        activities: Number(draft.activities),
      };
    case 'project':
      return {
        kind,
        name: draft.name.trim(),
        projectKind: oneOf(
          ['new-building', 'extension', 'repair', 'sports-field', 'equipment', 'digital'],
          draft.projectKind,
        ),
        state: oneOf(['planned', 'under-way', 'finished', 'stopped'], draft.state),
        area: orNull(draft.area),
        money: moneySources.flatMap((source) => {
          const amount = (draft.money[source] ?? '').trim();
          return amount === '' ? [] : [{ source, amount }];
        }),
      };
    case 'safety':
      return {
        kind,
        case: oneOf(['incident', 'hazard'], draft.case),
        severity: oneOf(['minor', 'serious', 'major'], draft.severity),
        facts: draft.facts.trim(),
        putRightOn: orNull(draft.putRightOn),
      };
    default: {
      const exhaustive: never = kind;
      return exhaustive;
    }
  }
}

function oneOf<const Option extends string>(options: readonly [Option, ...Option[]], value: string): Option {
  return options.find((option) => option === value) ?? options[0];
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** All sources together, in hundredths so that no binary fraction creeps in; as a decimal of two places. */
export function moneyTotal(money: readonly { readonly amount: string }[]): string {
  const hundredths = money.reduce((total, { amount }) => total + BigInt(Math.round(Number(amount) * 100)), 0n);
  return `${hundredths / 100n}.${String(hundredths % 100n).padStart(2, '0')}`;
}
